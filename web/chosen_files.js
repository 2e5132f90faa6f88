/**
 * The files that a person's settings choose: the letters of a face, and the sentences of easy read. Fetched when they are
 * chosen. Those of before stay where they do not come, and they are asked for again at the next change, such as when the
 * network is back. application.js owns the one ChosenFiles; boot.js waits for the first.
 */
import { assets } from "./assets.js";

export async function fetchBytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export class ChosenFiles {
  /** @param {(letters: Uint8Array[]) => void} takeLetters regular, bold · @param {(table: Uint8Array) => void} takeEasyWords */
  constructor(takeLetters, takeEasyWords) {
    this.takeLetters = takeLetters;
    this.takeEasyWords = takeEasyWords;
    this.face = null; // whose letters are here, or on their way
    this.easyWords = null;
  }

  /** Before anything is drawn: the usual letters have to come, or there is nothing to draw with. */
  async first({ face, words }) {
    await Promise.all([
      this.bringLetters(face).then((came) => came || face === "usual" || this.bringLetters("usual")),
      words === "easy" && this.bringEasyWords(),
    ]);
    if (this.face === null) throw new Error("there are no letters");
  }

  follow({ face, words }) {
    if (this.face !== null && face !== this.face) this.bringLetters(face);
    if (words === "easy") this.bringEasyWords();
  }

  /** @returns {Promise<boolean>} whether they came */
  async bringLetters(face) {
    const before = this.face;
    this.face = face;
    try {
      const letters = await Promise.all(assets.letters[face].map(fetchBytes));
      if (this.face === face) this.takeLetters(letters);
      return true;
    } catch (error) {
      console.warn("The letters did not come:", error);
      if (this.face === face) this.face = before;
      return false;
    }
  }

  bringEasyWords() {
    this.easyWords ??= fetchBytes(assets.easyWords).then(this.takeEasyWords).catch((error) => {
      console.warn("Easy read did not come:", error);
      this.easyWords = null;
    });
    return this.easyWords;
  }
}
