/**
 * What lies on the device is sealed: AES-256-GCM under a key of each database, which the browser made, keeps beside the
 * records and gives to nobody, not to these scripts either. A record is bound to its database, its shelf and its key, so
 * that none opens in another's place. With the database goes its key. Used by storage.js and storage_batch.js.
 */
import { Fault, Refusal } from "./storage_fault.js";
import { completion, keyStore } from "./storage_open.js";

const place = "key";
const nonceSize = 12;
const encoder = new TextEncoder();

/** Counted by the store itself within its transactions; tells how often something was saved, and nothing else. */
export const isOpen = (shelf, key) => shelf === "meta" && key === "next";

// With a name of its own: a key that is read again is another object.
async function newKey() {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) throw new Refusal(Fault.Unavailable, "this page cannot seal anything");
  return { id: crypto.randomUUID(), key: await subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]) };
}

/** One database's seal. */
export class Seal {
  constructor(name, { id, key }) {
    Object.assign(this, { name, id, key });
  }

  /** The database's own key; the first to open it puts one there. */
  static async of(name, database) {
    const reading = database.transaction(keyStore, "readonly");
    const found = reading.objectStore(keyStore).get(place);
    const kept = await completion(database, reading, () => found.result);
    if (kept) return new Seal(name, kept);
    const made = await newKey();
    // Two tabs may come to this at once: whose key is there first counts for both.
    const writing = database.transaction(keyStore, "readwrite", { durability: "strict" });
    const keys = writing.objectStore(keyStore);
    const there = keys.get(place);
    there.onsuccess = () => { if (!there.result) keys.put(made, place); };
    return new Seal(name, await completion(database, writing, () => there.result ?? made));
  }

  // The place of a change that is appended is not known before it is there.
  algorithm(iv, shelf, key) {
    const bound = shelf === "outbox" ? [this.name, shelf] : [this.name, shelf, key];
    return { name: "AES-GCM", iv, additionalData: encoder.encode(bound.join("\n")) };
  }

  /** What is put on the shelf for `value`. @returns {Promise<Uint8Array | {sealed: Uint8Array}>} */
  async seal(shelf, key, value) {
    if (isOpen(shelf, key)) return value;
    const iv = crypto.getRandomValues(new Uint8Array(nonceSize));
    const bytes = new Uint8Array(await crypto.subtle.encrypt(this.algorithm(iv, shelf, key), this.key, value));
    const sealed = new Uint8Array(nonceSize + bytes.length);
    sealed.set(iv);
    sealed.set(bytes, nonceSize);
    return { sealed };
  }

  /** The value of what lies there; what an earlier version left unsealed, as it is. */
  async open(shelf, key, there) {
    if (!isSealed(there)) return there;
    const { sealed } = there;
    try {
      const algorithm = this.algorithm(sealed.subarray(0, nonceSize), shelf, key);
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, this.key, sealed.subarray(nonceSize)));
    } catch {
      throw new Refusal(Fault.Failed, `a record of ${shelf} does not open`);
    }
  }

  /** The values of a whole shelf. */
  openAll(shelf, keys, all) { return Promise.all(all.map((there, i) => this.open(shelf, keys[i], there))); }
}

export const isSealed = (there) => there?.sealed instanceof Uint8Array;

/** Whether the same bytes lie there, sealed or not; undefined is nothing. */
export function isSame(one, other) {
  const [a, b] = [one, other].map((there) => there?.sealed ?? there);
  if (a === undefined || b === undefined) return a === b;
  return isSealed(one) === isSealed(other) && a.length === b.length && a.every((byte, i) => byte === b[i]);
}
