/**
 * Speaks a sentence through the page's polite live region. Two places take turns, so that the same
 * sentence said twice is heard twice. Used by the mirror (ANNOUNCE) and by boot.js.
 */
import { counters } from "./dom.js";

export class LiveRegion {
  /** @param {Element} element has aria-live=polite and is hidden from sight only */
  constructor(element) {
    this.places = [document.createElement("div"), document.createElement("div")];
    element.replaceChildren(...this.places);
    this.turn = 0;
  }

  say(sentence) {
    this.places[this.turn].textContent = "";
    this.turn = 1 - this.turn;
    this.places[this.turn].textContent = sentence;
    counters.mutations += 2;
  }
}
