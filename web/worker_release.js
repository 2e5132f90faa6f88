/**
 * One version of the application, kept whole in a cache of its own: all files of it or none. A version is
 * never mixed with another, since each page names its files by their content. Used by service_worker.js.
 */
import { acceptedRelease, acceptRelease, heldFor, hold, letGo } from "./accepted_release.js";
import { releaseKeys } from "./release_keys.js";
import { cameAt, CatalogRefusal, needsLibrary, openCatalog } from "./signed_catalog.js";
import { networkFirst } from "./worker_network.js";

const prefix = "alongside.release.";
const shellPath = "/offline.html"; // the server's page without a page: stands in for all of them
const completePath = "/.complete"; // written last
const atOnce = 4; // downloads
const hashedName = /\.[0-9a-f]{8}\.\w+$/;

const canVerify = () => crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]).then(() => true, () => false);

export class Release {
  /** @param {{version: string, number: number, files: [path: string, integrity: string][]}} made by make_www.mjs */
  constructor({ version, number, files }) {
    this.version = version;
    this.number = number;
    this.files = new Map(files);
    this.boot = files.find(([path]) => /^\/boot\./.test(path))[0];
    this.catalog = files.find(([path]) => /^\/plugins\/catalog\.json/.test(path))[0];
  }

  get cacheName() { return prefix + this.version; }

  has(path) { return this.files.has(path); }

  /** Files of another version are ours too: a page of that version may still be open. */
  isFile({ pathname, search }) { return this.has(pathname + search) || hashedName.test(pathname); }

  open() { return caches.open(this.cacheName); }

  /**
   * Fails as a whole when one file does; what was fetched by then is not fetched again. An older release than this
   * device has taken, or one that nobody of the ring has signed, is never installed: the one in charge goes on.
   */
  async install() {
    if (this.number < await acceptedRelease()) throw new CatalogRefusal("older", `release ${this.number}`);
    const cache = await this.open();
    const left = [...this.files];
    const takeNext = async () => {
      for (let file = left.shift(); file; file = left.shift()) await this.take(cache, ...file);
    };
    await Promise.all(Array.from({ length: atOnce }, takeNext));
    await this.checkCatalog(await cache.match(this.catalog));
    await this.takeShell(cache);
    await cache.put(completePath, new Response(this.version));
  }

  // The browser itself refuses bytes that are not the ones of this version.
  async take(cache, path, integrity) {
    if (await cache.match(path, { ignoreVary: true })) return;
    const kept = hashedName.test(path) ? "default" : "no-cache";
    const response = await fetch(path, { integrity, cache: kept, credentials: "omit", redirect: "error" });
    if (response.status !== 200) throw new Error(`${path}: status ${response.status}`);
    await cache.put(path, response);
  }

  // A worker cannot fetch the code that browsers of before need for this; there the page looks at each start.
  async checkCatalog(kept) {
    if (needsLibrary) return;
    try {
      await openCatalog(await kept.text(), { ring: releaseKeys, now: cameAt(kept), accepted: this.number });
    } catch (error) {
      if (await canVerify()) throw error;
    }
  }

  // Filled in by the server for its council, so its bytes are not known; its script must be ours.
  async takeShell(cache) {
    const response = await fetch(shellPath, { cache: "no-cache", credentials: "omit", redirect: "error" });
    const copy = response.clone();
    if (response.status !== 200) throw new Error(`${shellPath}: status ${response.status}`);
    if (!(await copy.text()).includes(`"${this.boot}"`)) throw new Error(`${shellPath} is of another version`);
    await cache.put(shellPath, response);
  }

  /** What an earlier download left half goes, unless one is going on. */
  async activate() {
    await acceptRelease(this.number);
    await letGo();
    if (registration.installing) return;
    await this.forget((isWhole) => !isWhole);
    await this.letOthersGo();
  }

  /** Other versions go once no page is open that may be of them; one that waits to be the next stays. */
  async letOthersGo() {
    if (registration.installing || registration.waiting) return;
    const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
    if (open.length === 0) await this.forget((isWhole) => isWhole);
  }

  async forget(isToGo) {
    for (const name of await caches.keys()) {
      if (!name.startsWith(prefix) || name === this.cacheName) continue;
      const isWhole = Boolean(await (await caches.open(name)).match(completePath));
      if (isToGo(isWhole)) await caches.delete(name);
    }
  }

  async file(request) {
    const kept = await (await this.open()).match(request, { ignoreVary: true });
    return kept ?? (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
  }

  /**
   * A page that the server sent was refused: from now on this release's own shell stands in for its pages.
   * @param {string} boot that page's script @returns {Promise<boolean>} false: it was of this very release
   */
  async hold(boot, reason) {
    const shell = await this.shell();
    if (this.has(boot) || !shell) return false;
    await hold(reason);
    return true;
  }

  async shell() { return (await this.open()).match(shellPath, { ignoreVary: true }); }

  /** A page: the server's, else the shell, which finds out by itself where it is. */
  async page(request) {
    const shell = await heldFor() && await this.shell();
    return shell || networkFirst(fetch(request), () => this.shell());
  }
}
