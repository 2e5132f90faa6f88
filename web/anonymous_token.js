/**
 * Anonymous tokens: the right to send one answer, without saying whose it is. The council signs a
 * message that it cannot see (blind signature, RFC 9474, RSABSSA-SHA384-PSS-Randomized), so the finished token
 * cannot be followed back to whom it was given. Loaded when the first token is wanted; called by host.js.
 */
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { readToken, removeToken, writeToken } from "./token_store.js";

const suite = RSABSSA.SHA384.PSS.Randomized();
const messageBytes = 32;
const patience = 30000; // ms

/**
 * Why there is no token: "offline", "signed_out", "missing" (the council has no such purpose, perhaps not
 * yet), "given" (to another device of this person) or "refused".
 */
export class TokenTrouble extends Error {
  constructor(code) {
    super(`no token: ${code}`);
    this.code = code;
  }
}

function codeOf(status) {
  if (status === 401) return "signed_out";
  if (status === 404) return "missing";
  if (status === 409) return "given";
  return status >= 500 ? "offline" : "refused";
}

const addressOf = (purpose) => `/api/tokens/${encodeURIComponent(purpose)}`;

async function ask(address, options) {
  let response;
  try {
    response = await fetch(address, {
      ...options, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw new TokenTrouble("offline");
  }
  if (!response.ok) throw new TokenTrouble(codeOf(response.status));
  return new Uint8Array(await response.arrayBuffer());
}

function importKey(spki) {
  return crypto.subtle.importKey("spki", spki, { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);
}

// Without credentials: the same key for everybody, since a key of one's own would be a name.
async function begin(purpose) {
  const spki = await ask(addressOf(purpose), { credentials: "omit" });
  const prepared = suite.prepare(crypto.getRandomValues(new Uint8Array(messageBytes)));
  const { blindedMsg, inv } = await suite.blind(await importKey(spki), prepared);
  return { spki, prepared, blinded: blindedMsg, inv };
}

// Blinded bytes are signed once and the same ones always get the same signature, so they are on the disk
// before they are sent: a lost reply, or a tab that died, asks again with the very same bytes.
async function obtain(purpose, holder) {
  let state = await readToken(purpose, holder);
  if (state?.token) return state.token;
  if (!state) state = await writeToken(purpose, holder, await begin(purpose));
  if (state.token) return state.token;
  const byCode = holder.startsWith("/api/"); // and then nobody is told who holds it
  const signed = await ask(byCode ? holder : addressOf(purpose), {
    method: "POST",
    body: state.blinded,
    credentials: byCode ? "omit" : "same-origin",
    headers: { "Content-Type": "application/octet-stream" },
  });
  const signature = await suite.finalize(await importKey(state.spki), state.prepared, signed, state.inv);
  const token = new Uint8Array(state.prepared.length + signature.length);
  token.set(state.prepared);
  token.set(signature, state.prepared.length);
  await writeToken(purpose, holder, { token }, state);
  return token;
}

const running = new Map();

/**
 * The token for this purpose: prepared message, then signature. The same one each time until it is
 * dropped, also without a network once it was prepared.
 * @param {string} purpose as the council publishes it, "survey-<id>-<version>"
 * @param {string} holder tells people who share this device apart, and never leaves it; or the address ("/api/…") at
 *   which a code buys the token instead of who is signed in
 * @returns {Promise<Uint8Array>}
 */
export function anonymousToken(purpose, holder = "") {
  const key = `${holder} ${purpose}`;
  if (!running.has(key)) {
    running.set(key, obtain(purpose, holder).finally(() => running.delete(key)));
  }
  return running.get(key);
}

/** Forgets a token that has been spent. */
export function dropToken(purpose, holder = "") {
  return removeToken(purpose, holder);
}
