/**
 * The moment when the application takes over from the page that the server wrote: the static page
 * goes, and what the person was doing on it (words typed in the search box, focus) goes along.
 * Used by application.js once.
 */
import { Role } from "./mirror_roles.js";

const searchBox = "input[type=search]";

export class Takeover {
  /** @param {Element} staticPage @param {import("./mirror.js").Mirror} mirror */
  constructor(staticPage, mirror) {
    this.staticPage = staticPage;
    this.mirror = mirror;
    this.done = false;
    this.words = null; // typed, and not yet given to the application
    this.composing = false;
    staticPage.addEventListener("compositionstart", () => { this.composing = true; });
    staticPage.addEventListener("compositionend", () => { this.composing = false; });
  }

  // Not before there is something to show, and not in the middle of a character.
  get isDue() {
    return !this.done && !this.composing && [...this.mirror.nodes.values()].some(({ role }) => role === Role.Main);
  }

  /** Called after each frame until it has happened. @returns {boolean} true when it happened now */
  tryNow() {
    if (!this.isDue) return false;
    const active = document.activeElement;
    const focused = this.staticPage.contains(active) ? active : null;
    const search = this.staticPage.querySelector(searchBox);
    if (search && (search.value !== search.defaultValue || search === focused)) this.words = search;
    this.done = true;
    this.staticPage.remove();
    document.body.classList.remove("waiting");
    this.carryWords();
    if (focused && focused !== search) this.carryFocus(focused);
    return true;
  }

  /** The search box may come some patches later than the page around it. */
  carryWords() {
    const from = this.words;
    const to = from && this.mirror.container.querySelector(searchBox);
    if (!to) return;
    this.words = null;
    if (from.value !== from.defaultValue) {
      to.value = from.value;
      to.dispatchEvent(new Event("input", { bubbles: true }));
    }
    to.focus({ preventScroll: true });
    to.setSelectionRange(from.selectionStart, from.selectionEnd);
  }

  carryFocus(focused) {
    const href = focused.getAttribute("href");
    const links = [...this.mirror.container.querySelectorAll("a[href]")];
    const same = href && links.find((link) => link.getAttribute("href") === href);
    (same ?? this.mirror.container.querySelector("main")).focus({ preventScroll: true });
  }

  /** Puts the server's page back, when it is still the page of this address. */
  undo(before, address) {
    if (!this.done || address !== this.address) return;
    before.before(this.staticPage);
  }

  rememberAddress(address) { this.address = address; }
}
