/**
 * The notice that a newer version is ready, or that one was refused: sentences and buttons at the foot of the window,
 * among the page's own tools. Made by updates.js.
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

function paragraph(key) {
  const words = document.createElement("p");
  words.append(...inBothLanguages(key));
  return words;
}

export class UpdateNotice {
  /** @param {object} page index.html's elements @param {() => void} wanted the person wants it now */
  constructor(page, wanted) {
    this.page = page;
    this.wanted = wanted;
    this.element = null;
  }

  show() {
    if (this.element?.querySelector("#update-later")) return;
    this.put(["updateReady"], button("update-use", "updateUse", this.wanted),
      button("update-later", "updateLater", () => this.hide()));
  }

  /** @param {string} reason of a CatalogRefusal: the version that is here goes on */
  showRefused(reason) {
    this.put([reason, "refusedKept"], button("update-use", "understood", () => this.hide()));
  }

  put(sentences, ...buttons) {
    this.element?.remove();
    this.element = document.createElement("div");
    this.element.id = "update";
    this.element.append(...sentences.map(paragraph), ...buttons);
    this.page.tools.append(this.element);
  }

  hide() {
    this.element?.remove();
    this.element = null;
    this.page.mirrorElement.querySelector("main")?.focus({ preventScroll: true });
  }
}
