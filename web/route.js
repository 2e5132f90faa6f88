/**
 * The address bar and the browser's history: going on, going back, and finding the place on the
 * page again after going back. Used by host.js and application.js.
 */
import { ownFile, ownFileName, safeHref } from "./dom.js";

const present = () => location.pathname + location.search;

export class Router {
  /** @param {(route: string) => void} navigated the person went back or forward */
  constructor(navigated) {
    this.navigated = navigated;
    this.shown = present();
    this.place = null; // where to scroll to once the page is tall enough
  }

  start() {
    history.scrollRestoration = "manual";
    this.place = history.state?.y || null;
    addEventListener("popstate", (event) => this.moved(event));
    addEventListener("scrollend", () => this.remember());
    for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(type, () => { this.place = null; }, { passive: true, capture: true });
    }
    return this.shown;
  }

  remember() {
    if (this.place === null && history.state?.y !== scrollY) history.replaceState({ y: scrollY }, "");
  }

  moved(event) {
    if (present() === this.shown) return; // only the #fragment changed
    this.shown = present();
    this.place = event.state?.y ?? 0;
    this.navigated(this.shown);
  }

  /** @param {number} mode 0 a new place, 1 the same place under another address, 2 out of here */
  go(href, mode) {
    const safe = safeHref(href);
    if (safe === null) return;
    const url = new URL(safe, location.origin);
    if (safe.startsWith(ownFile)) return this.save(url, ownFileName);
    if (mode === 2 && url.origin === location.origin) {
      this.save(url, "");
      return;
    }
    if (mode === 2 || url.origin !== location.origin) {
      location.assign(url);
      return;
    }
    const path = url.pathname + url.search;
    if (mode === 1) {
      history.replaceState({ y: scrollY }, "", path);
    } else {
      history.replaceState({ y: scrollY }, "");
      history.pushState({ y: 0 }, "", path);
      this.place = null;
    }
    this.shown = path;
  }

  // A file from our own server or of this device: saved, and the page stays whether that succeeds or not.
  save(url, name) {
    const link = document.createElement("a");
    link.href = url.href;
    link.download = name;
    link.click();
  }

  /** Loads the page anew, so that nothing of the last person stays in memory or behind Back. */
  beginAgain(href) {
    const url = new URL(safeHref(href) ?? "/", location.origin);
    if (url.origin === location.origin) location.replace(url.pathname + url.search);
  }

  /** The application wants the page at `y`; where the person was before comes first. */
  scrollTo(y) {
    if (this.place === null) scrollTo(0, y);
  }

  /** Called after each patch: goes to the remembered place as soon as the page reaches there. */
  restore() {
    if (this.place === null) return;
    if (document.documentElement.scrollHeight - innerHeight < this.place - 1) return;
    scrollTo(0, this.place);
    this.place = null;
  }
}
