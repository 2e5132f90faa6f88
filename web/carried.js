/**
 * What somebody has begun on one device and goes on with on another: sealed here under a code that is made here, shown
 * once and sent nowhere, by the browser's own Web Crypto. The council keeps a box by an id that is made from the code
 * too, so it can neither open a box nor tell whose it is. Loaded when it is first wanted; called by network.js.
 *
 * Code: sixteen letters, of which fifteen are drawn (75 bits) and the last shows a slip. PBKDF2-HMAC-SHA-256 makes a
 * root of it, HKDF-SHA-256 of that the box's id and an AES-256-GCM key. A box: version, nonce, sealed bytes; the id is
 * bound to them. Inside, sizes go up by steps, so that a box does not tell how much was said.
 */
import { writeToken } from "./token_store.js";

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeSize = 16;
const rounds = 600000; // of PBKDF2; OWASP's number for it with SHA-256
const version = 1;
const nonceSize = 12;
const step = 8 * 1024;
const mostBytes = 119 * 1024; // with everything around it, under the 128 KB that a box may have
const patience = 30000; // ms
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Why there is no box: "no_code" (what was typed can be none), "spoilt" or "too_large". */
export class BoxTrouble extends Error {
  constructor(code) {
    super(`no box: ${code}`);
    this.code = code;
  }
}

// Odd factors: one wrong letter always shows, and so do two that changed places, but for one pair in 32.
const lastLetter = (code) =>
  letters[[...code].reduce((sum, letter, at) => sum + letters.indexOf(letter) * (2 * at + 1), 0) % letters.length];

function newCode() {
  const drawn = [...crypto.getRandomValues(new Uint8Array(codeSize - 1))].map((byte) => letters[byte % letters.length]).join("");
  return drawn + lastLetter(drawn);
}

/** The sixteen letters of a code however they were typed. */
export function meantCode(typed) {
  const code = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const isCode = code.length === codeSize && [...code].every((letter) => letters.includes(letter));
  if (!isCode || lastLetter(code.slice(0, -1)) !== code.at(-1)) throw new BoxTrouble("no_code");
  return code;
}

/** What a code is: the id of its box, and the key that opens it. */
export async function derive(code) {
  const { subtle } = crypto;
  const typed = await subtle.importKey("raw", encoder.encode(code), "PBKDF2", false, ["deriveBits"]);
  const stretching = { name: "PBKDF2", hash: "SHA-256", salt: encoder.encode("alongside carried 1"), iterations: rounds };
  const root = await subtle.importKey("raw", await subtle.deriveBits(stretching, typed, 256), "HKDF", false, ["deriveBits", "deriveKey"]);
  const part = (name) => ({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode(name) });
  const id = new Uint8Array(await subtle.deriveBits(part("box"), root, 128));
  const key = await subtle.deriveKey(part("key"), root, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return { id, key };
}

function packed(parts) {
  const size = parts.reduce((sum, part) => sum + 4 + part.length, 0);
  const bytes = new Uint8Array(Math.ceil(size / step) * step);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

function unpacked(bytes, count) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = [];
  for (let at = 0; parts.length < count;) {
    const size = view.getUint32(at);
    if (size > bytes.length - at - 4) throw new BoxTrouble("spoilt");
    parts.push(bytes.slice(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return parts;
}

function joined(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (bytes.set(part, at), at + part.length), 0);
  return bytes;
}

/** A box of these parts under this code's key. */
export async function seal({ id, key }, parts) {
  const iv = crypto.getRandomValues(new Uint8Array(nonceSize));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: id }, key, packed(parts));
  return joined([version], iv, new Uint8Array(sealed));
}

/** The parts in a box. Whatever was changed in it, or belongs to another, is spoilt. */
export async function unseal({ id, key }, box, count) {
  if (box[0] !== version) throw new BoxTrouble("spoilt");
  const iv = box.slice(1, 1 + nonceSize);
  try {
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: id }, key, box.slice(1 + nonceSize));
    return unpacked(new Uint8Array(opened), count);
  } catch {
    throw new BoxTrouble("spoilt");
  }
}

// With nothing that tells who asks.
async function ask(path, body) {
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin || !url.pathname.startsWith("/api/")) throw new Error("not ours");
  const response = await fetch(url, {
    method: "POST", body, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", redirect: "error",
    headers: { "Content-Type": "application/octet-stream" }, signal: AbortSignal.timeout(patience),
  });
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}

const isGood = ({ status }) => status >= 200 && status < 300;
const grouped = (code) => code.match(/.{4}/g).join("-");

async function away(box, { purpose, holder, there }, content, token) {
  const parts = [encoder.encode(purpose), encoder.encode(there), purpose ? await token(purpose, holder) : new Uint8Array(), content];
  if (content.length > mostBytes) throw new BoxTrouble("too_large");
  const code = newCode();
  const made = await derive(code);
  const reply = await ask(box, joined(made.id, await seal(made, parts)));
  return isGood(reply) ? { status: 200, bytes: joined(encoder.encode(`${grouped(code)}\n`), reply.bytes) } : reply;
}

async function here(box, code) {
  const made = await derive(code);
  const reply = await ask(`${box}/open`, made.id);
  if (!isGood(reply)) return reply;
  const [purpose, there, token, content] = await unseal(made, reply.bytes, 4);
  if (token.length > 0) await writeToken(decoder.decode(purpose), decoder.decode(there), { token });
  return { status: 200, bytes: content };
}

async function kept(box, code) {
  const { id } = await derive(code);
  return ask(`${box}/taken`, id);
}

/**
 * @param {string} lines which of the three, the box's address, the code, and the token's purpose, holder and holder there
 * @param {(purpose: string, holder: string) => Promise<Uint8Array>} token
 * @returns {Promise<{status: number, bytes: Uint8Array}>}
 */
export async function carry(lines, content, token) {
  const [what, box, code, purpose, holder, there] = lines.split("\n");
  if (what === "0") return away(box, { purpose, holder, there }, content, token);
  return what === "1" ? here(box, meantCode(code)) : kept(box, meantCode(code));
}
