/**
 * The application on the home screen: whether the browser offers that, and its own question, which only a person's press
 * may ask. Nothing is ever asked by itself. application.js owns the one Install.
 */
export class Install {
  /** @param {() => void} changed */
  constructor(changed) {
    this.offer = null;
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault(); // no bar over the page
      this.offer = event;
      changed();
    });
    addEventListener("appinstalled", () => {
      this.offer = null;
      changed();
    });
  }

  /** "there": opened from the home screen · "offered": the browser would ask · "menu": it may be in the browser's menu */
  get state() {
    if (matchMedia("(display-mode: standalone), (display-mode: minimal-ui)").matches || navigator.standalone === true) return "there";
    return this.offer ? "offered" : "menu";
  }

  ask() {
    this.offer?.prompt();
    this.offer = null; // a question can be asked once
  }
}
