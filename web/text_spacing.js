/**
 * How far apart this person wants letters, words, lines and paragraphs: our own setting, or what a browser,
 * an extension or a style sheet of theirs asks of every page. The canvas knows nothing of styles, so a
 * paragraph that nobody sees is measured. It changes its size with them, which is how a change is noticed:
 * nothing is asked again and again. environment.js owns the one TextSpacing.
 */
export class TextSpacing {
  /** @param {() => void} changed called when another spacing is wanted than before */
  constructor(changed) {
    this.changed = changed;
    this.paragraph = document.createElement("p");
    this.paragraph.textContent = "two words";
    const probe = document.createElement("div");
    probe.id = "spacing";
    probe.setAttribute("aria-hidden", "true");
    probe.append(this.paragraph);
    document.body.append(probe);
    this.told = this.words();
    new ResizeObserver(() => this.look()).observe(probe);
  }

  look() {
    const now = this.words();
    if (now === this.told) return;
    this.told = now;
    this.changed();
  }

  /** @returns {string} letters, words, least height of a line and space below paragraphs, in ems */
  words() {
    const style = getComputedStyle(this.paragraph);
    const size = parseFloat(style.fontSize);
    const ems = (length) => Math.round(((parseFloat(length) || 0) / size) * 1000) / 1000;
    const line = ems(style.lineHeight);
    // Its own lines are as high as its letters: more is somebody's wish.
    return [ems(style.letterSpacing), ems(style.wordSpacing), line > 1.01 ? line : 0, ems(style.marginBottom)].join(" ");
  }
}
