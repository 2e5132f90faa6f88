/**
 * Tells this person's other tabs that something was kept, and hears of theirs. A hint only: whoever
 * hears it reads again from the store. Used by storage.js.
 */

const channelName = "alongside.store";

export class StoreHint {
  /** @param {(name: string) => void} heard another tab has changed the database of this name */
  constructor(heard) {
    this.heard = heard;
    this.channel = null;
    this.listen();
    // An open channel may keep a page out of the browser's page cache.
    addEventListener("pagehide", () => this.close());
    addEventListener("pageshow", () => this.listen());
  }

  listen() {
    if (this.channel || typeof BroadcastChannel !== "function") return;
    this.channel = new BroadcastChannel(channelName);
    this.channel.onmessage = ({ data }) => { if (typeof data === "string") this.heard(data); };
  }

  close() {
    this.channel?.close();
    this.channel = null;
  }

  say(name) {
    this.channel?.postMessage(name);
  }
}
