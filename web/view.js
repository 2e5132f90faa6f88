/**
 * Which face the page shows: the canvas with the mirror over it, or the plain page. Owns the
 * canvas element, the body's view class and the "Plain page" button. Used by application.js.
 */
import { sentence } from "./page_words.js";
import { keepPressTogether } from "./pointer_capture.js";

export class View {
  /** @param {object} page canvas, mirrorElement, switchButton, tools: elements of index.html */
  constructor(page) {
    this.page = page;
    this.current = null;
    this.repaint = false; // the canvas may have been emptied while nobody saw it
    keepPressTogether(page.canvas);
  }

  /** Listens to the graphics context coming and going; `changed(lost)` is told. */
  watchContext(changed) {
    const { canvas } = this.page;
    canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault(); // or it could never be restored
      changed(true);
    });
    canvas.addEventListener("webglcontextrestored", () => changed(false));
  }

  /** What draws a frame when it happens. */
  watchInput(frames) {
    const wake = () => frames.wake();
    const drawn = () => { if (this.current === "canvas") wake(); };
    const quiet = { passive: true, capture: true };
    for (const type of ["pointermove", "pointerdown", "pointerup", "pointercancel", "pointerleave"]) {
      this.page.canvas.addEventListener(type, drawn, quiet);
    }
    for (const type of ["keydown", "focusin", "focusout"]) document.addEventListener(type, drawn, quiet);
    addEventListener("scroll", drawn, quiet);
    const whole = () => {
      this.repaint = true;
      wake();
    };
    addEventListener("resize", whole);
    addEventListener("pageshow", whole);
    document.addEventListener("visibilitychange", whole);
  }

  /** @returns {boolean} whether everything has to be painted; once */
  takeRepaint() {
    const { repaint } = this;
    this.repaint = false;
    return repaint;
  }

  /** Puts the wanted view on the page. @returns {boolean} whether it is another one than before */
  show(wanted) {
    if (this.current === wanted) return false;
    this.current = wanted;
    this.repaint = true;
    document.body.classList.toggle("canvas", wanted === "canvas");
    document.body.classList.toggle("plain", wanted === "plain");
    this.page.mirrorElement.classList.toggle("page", wanted === "plain");
    this.page.switchButton.setAttribute("aria-pressed", String(wanted === "plain"));
    return true;
  }

  /** Written in the page's language, which may change. */
  showWords() { this.page.tools.setAttribute("aria-label", sentence("tools")); }

  size() {
    const { canvas } = this.page;
    if (this.current === "canvas") return { width: canvas.clientWidth, height: canvas.clientHeight };
    return { width: document.documentElement.clientWidth, height: innerHeight };
  }
}
