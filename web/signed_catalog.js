/**
 * Opens the catalogue of plugins: only when somebody in the ring has signed these very bytes (Ed25519), the release is
 * not over, and no newer one was taken on this device before. Whoever can change files of the server's can then change no
 * plugin of a page that a device already has. Used by boot.js and the service worker; app/tools/signing.mjs signs.
 */
import { assets } from "./assets.js";

const prefix = "Alongside catalogue 1\n"; // so that nothing else that is signed is taken for a catalogue
const encoder = new TextEncoder();

/** Why there is no catalogue, in the words that page_words.js has a sentence for. */
export class CatalogRefusal extends Error {
  /** @param {"changed"|"unknown"|"retired"|"expired"|"older"} reason */
  constructor(reason, detail) {
    super(`the catalogue was refused (${reason}): ${detail}`);
    this.reason = reason;
  }
}

const bytesOf = (base64url) =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** WebKitGTK 60.5 ends the page when it is to verify as much as a catalogue: WebKit has the library do it. */
export const needsLibrary = /AppleWebKit/.test(globalThis.navigator?.userAgent) && !/Chrom/.test(navigator.userAgent);

async function isSigned(publicKey, signature, bytes) {
  const { subtle } = crypto;
  let key;
  try {
    if (needsLibrary) throw new DOMException("not here", "NotSupportedError");
    key = await subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
  } catch (error) {
    if (error.name !== "NotSupportedError") throw error;
    const { isSignedBy } = await import(assets.ed25519); // a browser of before
    return isSignedBy(publicKey, signature, bytes);
  }
  return subtle.verify("Ed25519", key, signature, bytes);
}

function envelope(text) {
  try {
    const { signed, signatures } = JSON.parse(text);
    if (typeof signed === "string" && Array.isArray(signatures)) return { signed, signatures };
  } catch {
    // Cut short, or no JSON at all.
  }
  throw new CatalogRefusal("changed", "it is no signed catalogue");
}

async function isGood({ signature }, { public: publicKey }, bytes) {
  try {
    return await isSigned(bytesOf(publicKey), bytesOf(signature), bytes);
  } catch (error) {
    console.warn(`Signature: ${error.name}: ${error.message}`);
    return false;
  }
}

// The keys of the ring that did sign this text. A signature of a key of the ring that is none refuses it all.
async function signersOf({ signed, signatures }, ring) {
  const known = signatures.flatMap((one) => ring.filter(({ id }) => id === one?.key).map((key) => ({ one, key })));
  if (known.length === 0) throw new CatalogRefusal("unknown", "none of its keys is in the ring");
  const bytes = encoder.encode(prefix + signed);
  const good = await Promise.all(known.map(({ one, key }) => isGood(one, key, bytes)));
  if (good.includes(false)) throw new CatalogRefusal("changed", "its signature is another's");
  return known.map(({ key }) => key);
}

/**
 * The signed catalogue in `text`, or a CatalogRefusal.
 * @param {string} text catalog.json
 * @param {object} by ring: public keys · now: ms, when it came · accepted: the highest release that this device took
 * @returns {Promise<{release: number, fingerprint: string, plugins: object[]}>}
 */
export async function openCatalog(text, { ring, now, accepted }) {
  const found = envelope(text);
  const signers = await signersOf(found, ring);
  const catalog = JSON.parse(found.signed);
  const { release, issued, expires } = catalog;
  // Days as text sort as they come. A key counts for what was signed in its days, and never once it is retired.
  const counts = ({ from, until, retired }) => !retired && from <= issued && issued <= until;
  if (!signers.some(counts)) throw new CatalogRefusal("retired", `its key did not count on ${issued}`);
  if (new Date(now).toISOString().slice(0, 10) > expires) throw new CatalogRefusal("expired", `it was good until ${expires}`);
  if (release < accepted) throw new CatalogRefusal("older", `release ${release} after ${accepted}`);
  return catalog;
}

/** When an answer came, by the server's clock: a device's own may be years wrong, and a kept answer was good when it came. */
export const cameAt = (response) => Date.parse(response.headers.get("Date") ?? "") || Date.now();
