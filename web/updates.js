/**
 * Has the service worker installed once the page has come to rest, and tells the person when a newer version
 * of the application is ready. It is used when they say so, or when all tabs are closed; never by
 * itself. Made by boot.js.
 */
import { refusal, sentence } from "./page_words.js";
import { askWorker, keptFor } from "./trusted_catalog.js";
import { UpdateNotice } from "./update_notice.js";

const address = "/service_worker.js";
const lookAgain = 60 * 60 * 1000; // ms between two looks for a newer version, and only when somebody looks at the page
const patience = 5000; // ms for the newer version to take over once wanted

// The one policy of the page, for the one script address that it ever makes.
function trusted(url) {
  if (!globalThis.trustedTypes) return url;
  const policy = trustedTypes.createPolicy("alongside", {
    createScriptURL: (wanted) => {
      if (wanted !== address) throw new TypeError("this script is not ours");
      return wanted;
    },
  });
  return policy.createScriptURL(url);
}

export class Updates {
  /**
   * @param {object} page index.html's elements @param {import("./live.js").LiveRegion} live
   * @param {Set<string>} seen what this page fetched of /api before a worker could see it
   */
  constructor(page, live, seen) {
    Object.assign(this, { live, seen });
    this.workers = navigator.serviceWorker;
    this.had = false; // a worker in charge of this page
    this.ready = null; // the worker that waits
    this.wanted = false;
    this.lookedAt = Date.now();
    this.notice = new UpdateNotice(page, () => this.use());
  }

  async start() {
    if (!this.workers) return;
    this.had = this.workers.controller !== null;
    this.workers.addEventListener("controllerchange", () => this.changed());
    this.tellRefused(await keptFor());
    try {
      const registration = await this.workers.register(trusted(address), { scope: "/", updateViaCache: "none" });
      if (registration) this.watch(registration);
    } catch (error) {
      console.warn(`No service worker: ${error.message}`); // then there is no second visit without a network
    }
  }

  watch(registration) {
    const offer = (worker) => {
      if (worker?.state === "installed" && registration.active) this.offer(worker);
    };
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => offer(worker));
    });
    document.addEventListener("visibilitychange", () => this.look(registration));
  }

  look(registration) {
    if (document.visibilityState !== "visible" || Date.now() - this.lookedAt < lookAgain) return;
    this.lookedAt = Date.now();
    registration.update().catch(() => {});
  }

  // The server may have sent the newer page already; then there is nothing to say.
  async offer(worker) {
    if (await this.isMine(worker)) return;
    this.ready = worker;
    this.show();
  }

  async isMine(worker) { return await askWorker(worker, { type: "whose" }) === true; }

  // What the server offers was not taken: the version on this device goes on, and the person hears why.
  tellRefused(reason) {
    if (!reason) return;
    this.notice.showRefused(reason);
    this.live.say(`${refusal(reason)} ${sentence("refusedKept")}`);
  }

  show() {
    this.notice.show();
    this.live.say(sentence("updateReady"));
  }

  use() {
    this.wanted = true;
    if (this.ready?.state !== "installed") return this.again();
    this.ready.postMessage({ type: "use" });
    setTimeout(() => this.again(), patience);
  }

  again() {
    location.reload();
  }

  // Another worker is in charge, or the very first one.
  async changed() {
    const { controller } = this.workers;
    const { had } = this;
    this.had = true;
    if (this.wanted) this.again();
    else if (!had) controller?.postMessage({ type: "seen", paths: [...this.seen] });
    else if (controller && !(await this.isMine(controller))) this.show(); // another tab wanted it
  }
}
