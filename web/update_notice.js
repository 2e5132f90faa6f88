/**
 * The notice that a newer version is ready: a sentence and two buttons at the foot of the window, among the
 * page's own tools. Made by updates.js.
 */
import { inBothLanguages } from "./page_words.js";

function button(id, key, pressed) {
  const element = document.createElement("button");
  element.type = "button";
  element.id = id;
  element.append(...inBothLanguages(key));
  element.addEventListener("click", pressed);
  return element;
}

export class UpdateNotice {
  /** @param {object} page index.html's elements @param {() => void} wanted the person wants it now */
  constructor(page, wanted) {
    this.page = page;
    this.wanted = wanted;
    this.element = null;
  }

  show() {
    if (this.element) return;
    const words = document.createElement("p");
    words.append(...inBothLanguages("updateReady"));
    this.element = document.createElement("div");
    this.element.id = "update";
    this.element.append(words, button("update-use", "updateUse", this.wanted),
      button("update-later", "updateLater", () => this.hide()));
    this.page.tools.append(this.element);
  }

  hide() {
    this.element?.remove();
    this.element = null;
    this.page.mirrorElement.querySelector("main")?.focus({ preventScroll: true });
  }
}
