/**
 * Keeps the keyboard's place while a patch changes the page: when the focused element goes, focus
 * goes to its nearest neighbour (for a dialog: to what opened it) instead of falling to <body>.
 * Called by mirror.js; one FocusKeeper lives as long as the mirror.
 */

const focusable = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]";
const mostNeighbours = 32;

function canFocus(element) {
  return element.isConnected && !element.closest("[inert]") && element.matches(focusable);
}

/** Moves focus to `element`, making it able to hold focus when it is not by itself. */
export function focusOn(element, options) {
  if (!element.matches(focusable)) element.setAttribute("tabindex", "-1");
  element.focus(options);
}

export function firstFocusable(root) {
  return [...root.querySelectorAll(focusable)].find((element) => element.tabIndex >= 0 && canFocus(element)) ?? null;
}

export class FocusKeeper {
  constructor(container) {
    this.container = container;
    this.neighbours = [];
    this.held = null; // what had focus when the patch began
  }

  begin() {
    const active = document.activeElement;
    this.held = this.container.contains(active) ? active : null;
    this.neighbours = [];
  }

  /** Call before `element` leaves the page. `opener` is tried first. */
  leaving(element, opener = null) {
    if (!this.held || !element.contains(this.held)) return;
    if (opener) this.neighbours.push(opener);
    this.neighbours.push(...this.around(element));
  }

  // What comes after the focused element, then what comes before it, nearest first.
  around(element) {
    const others = [...this.container.querySelectorAll(focusable)]
      .filter((other) => other.tabIndex >= 0 && !element.contains(other));
    const follows = (other) => this.held.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    const after = others.filter(follows).slice(0, mostNeighbours);
    const before = others.filter((other) => !follows(other)).slice(-mostNeighbours).reverse();
    return [...after, ...before];
  }

  /** The element was replaced by another one for the same node. */
  replaced(before, after) {
    if (!this.held || !before.contains(this.held)) return;
    if (!after.matches(focusable)) after.setAttribute("tabindex", "-1");
    this.neighbours.unshift(after);
  }

  /** Call when the page is as the patch wants it. */
  end() {
    const { held } = this;
    const active = document.activeElement;
    const lost = held && (active === held ? !canFocus(held) : active === null || active === document.body);
    if (lost) {
      if (held.isConnected) this.neighbours.push(...this.around(held)); // it became disabled
      // Moved by insertBefore, the element itself is still there and takes focus again.
      const next = [held, ...this.neighbours].find(canFocus) ?? this.container.querySelector("main");
      if (next) focusOn(next, { preventScroll: true });
    }
    this.held = null;
  }
}
