/**
 * Reads the page aloud, one block after the other, with the voice of the device and only when somebody
 * presses the button. Begins where the person pressed or stands last, shows what is being read, and speaks
 * each block in the language it is written in. boot.js owns the one ReadAloud; shown by the setting "aloud".
 */
import { inBothLanguages, sentence } from "./page_words.js";

const kinds = "h1, h2, h3, h4, h5, h6, p, a, button, label, legend, dt, dd, th, td, caption, li, summary, [role=img]";

function button(id, key, pressed) {
  const element = document.createElement("button");
  element.type = "button";
  element.id = id;
  element.append(...inBothLanguages(key));
  element.addEventListener("click", pressed);
  return element;
}

// A cell's column title and what stands in it are two words.
const wordsIn = (element) => [...element.childNodes].map(({ textContent }) => textContent).join(" ");
const wordsOf = (element) => (element.getAttribute("aria-label") ?? wordsIn(element)).replace(/\s+/g, " ").trim();

/** What can be read, in the order of the page: the innermost elements, and whole a paragraph with links. */
export function blocksIn(main) {
  return [...main.querySelectorAll(kinds)].filter((element) => {
    if (element.parentElement.closest("p, dt, dd, th, td, label, a, button")) return false;
    if (element.matches("li") && element.querySelector(kinds)) return false;
    return element.checkVisibility() && wordsOf(element) !== "";
  });
}

export class ReadAloud {
  /** @param {object} page tools, mirrorElement, staticPage · @param {object} live says a sentence */
  constructor(page, live) {
    this.page = page;
    this.live = live;
    this.bar = null;
    this.block = null; // being read
    this.from = null;  // where the person was last: {x, y} on the page, or an element
    this.turn = 0;     // which utterance is the present one
    const note = ({ pageX, pageY }) => { this.from = { x: pageX, y: pageY }; };
    document.addEventListener("pointerdown", (event) => { if (!this.page.tools.contains(event.target)) note(event); }, { passive: true, capture: true });
    document.addEventListener("focusin", ({ target }) => this.focused(target));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") this.stop(); });
  }

  focused(target) {
    if (!this.main()?.contains(target) || target === this.main()) return;
    this.from = target;
  }

  main() { return this.page.mirrorElement.querySelector("main") ?? this.page.staticPage.querySelector("main"); }

  show(wanted) {
    document.documentElement.classList.toggle("aloud", wanted);
    if (wanted === Boolean(this.bar)) return;
    if (wanted) this.showBar();
    else this.hideBar();
  }

  showBar() {
    this.mark = document.createElement("div");
    this.mark.id = "aloud-mark";
    this.bar = document.createElement("div");
    this.bar.id = "aloud";
    this.bar.append(button("aloud-read", "aloudRead", () => this.pressed()), button("aloud-next", "aloudNext", () => this.next()));
    this.page.tools.append(this.bar);
    document.body.append(this.mark);
  }

  hideBar() {
    this.stop();
    this.bar.remove();
    this.mark.remove();
    this.bar = null;
  }

  pressed() {
    if (this.block) this.stop();
    else this.read(this.first());
  }

  next() { this.read(this.block ? this.after(this.block) : this.first()); }

  // Where the person was last, else the first block that can be seen.
  first() {
    const blocks = blocksIn(this.main());
    const at = this.from instanceof Element ? this.blockOf(blocks, this.from) : this.from && this.blockAt(blocks, this.from);
    return at ?? blocks.find((block) => block.getBoundingClientRect().bottom > 0) ?? null;
  }

  blockOf(blocks, element) {
    const labels = [...(element.labels ?? [])];
    return blocks.find((block) => block === element || labels.includes(block) || block.contains(element) || element.contains(block));
  }

  // The smallest one around the place: on the canvas a label is as large as its field.
  blockAt(blocks, { x, y }) {
    const around = blocks.map((block) => [block, block.getBoundingClientRect()])
      .filter(([, box]) => x >= box.left + scrollX && x <= box.right + scrollX && y >= box.top + scrollY && y <= box.bottom + scrollY)
      .sort(([, one], [, other]) => one.width * one.height - other.width * other.height);
    return around[0]?.[0] ?? blocks.find((block) => block.getBoundingClientRect().top + scrollY >= y);
  }

  after(block) {
    const blocks = blocksIn(this.main());
    return blocks[blocks.indexOf(block) + 1] ?? null;
  }

  read(block) {
    this.turn++;
    window.speechSynthesis?.cancel();
    if (!block) {
      this.rest();
      return;
    }
    const language = block.closest("[lang]")?.lang || "en";
    if (!this.canSpeak(language)) {
      this.rest();
      this.live.say(sentence("aloudNoVoice"));
      return;
    }
    this.block = block;
    this.showPlace();
    this.speak(wordsOf(block), language, this.turn);
  }

  // A device that has not told its voices yet may still have one.
  canSpeak(language) {
    if (!("speechSynthesis" in window)) return false;
    const voices = speechSynthesis.getVoices();
    return voices.length === 0 || voices.some(({ lang }) => lang.toLowerCase().startsWith(language));
  }

  speak(words, language, turn) {
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = language === "en" ? "en-GB" : language;
    utterance.onend = () => { if (turn === this.turn) this.read(this.block?.isConnected ? this.after(this.block) : null); };
    utterance.onerror = () => {
      if (turn !== this.turn) return;
      this.rest();
      this.live.say(sentence("aloudNoVoice"));
    };
    speechSynthesis.speak(utterance);
  }

  showPlace() {
    this.block.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = this.block.getBoundingClientRect();
    const place = { left: left + scrollX - 4, top: top + scrollY - 4, width: width + 8, height: height + 8 };
    for (const [side, length] of Object.entries(place)) this.mark.style[side] = `${length}px`;
    this.sayState(true);
  }

  stop() {
    this.turn++;
    if (this.block) window.speechSynthesis?.cancel();
    this.rest();
  }

  rest() {
    this.block = null;
    this.sayState(false);
  }

  sayState(reading) {
    if (!this.bar) return;
    this.mark.classList.toggle("reading", reading);
    this.bar.firstChild.replaceChildren(...inBothLanguages(reading ? "aloudStop" : "aloudRead"));
  }
}
