/**
 * Keeps what has the focus, and the ends of the page, clear of what is fixed at the window's foot (the way out, the
 * notice of a new version, the bar that reads aloud) and of a phone's keyboard. Measures them and says so to the style
 * sheet: --update-bar and --aloud-bar are how high the two are, --foot is how much of the window is covered from below.
 * boot.js owns the one EdgeRoom; without scripts only the way out is there, whose height page.css knows.
 */
const bars = { update: "--update-bar", aloud: "--aloud-bar" };

/** How much of the window a phone's keyboard covers where the browser does not make the window lower for it. */
function keyboardHeight() {
  const seen = window.visualViewport;
  if (!seen || seen.scale > 1.01) return 0;
  return Math.max(0, innerHeight - seen.height - seen.offsetTop);
}

export class EdgeRoom {
  /** @param {Element} tools what holds everything that is fixed */
  constructor(tools) {
    this.tools = tools;
    this.sizes = new ResizeObserver(() => this.measure());
    new MutationObserver(() => this.follow()).observe(tools, { childList: true });
    window.visualViewport?.addEventListener("resize", () => this.seenChanged());
    this.follow();
  }

  follow() {
    this.sizes.disconnect();
    for (const tool of this.tools.querySelectorAll(":scope > :is(#update, #aloud, #leave)")) this.sizes.observe(tool);
    this.measure();
  }

  measure() {
    const { style } = document.documentElement;
    for (const [id, name] of Object.entries(bars)) {
      const bar = this.tools.querySelector(`#${id}`);
      style.setProperty(name, `${bar ? bar.offsetHeight : 0}px`);
    }
    const covered = [...this.tools.querySelectorAll(":scope > :is(#update, #aloud, #leave)")]
      .map((tool) => tool.getBoundingClientRect())
      .filter(({ height }) => height > 0)
      .map(({ top }) => innerHeight - top);
    const foot = Math.max(0, ...covered, keyboardHeight());
    style.setProperty("--foot", `${Math.ceil(foot)}px`);
  }

  // A keyboard came or went: what is being typed in stays in sight.
  seenChanged() {
    this.measure();
    const field = document.activeElement;
    if (field?.matches("input, textarea, select")) field.scrollIntoView({ block: "nearest" });
  }
}
