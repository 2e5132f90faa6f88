/**
 * Fetches and posts what the application asks for, from our own server's /api only, and hands back status
 * and bytes; status 0 means that nothing was reached, or that the reply was lost. Used by host.js.
 */
import { assets } from "./assets.js";
import { devicePlace } from "./device_place.js";
import { takePicked } from "./picked_files.js";

const mostBytes = 8 * 1024 * 1024;
const patience = 30000; // ms
const mostSeen = 100;
const bodyType = "application/x-alongside";
// Why there is no token, in the words of anonymous_token.js, as the council's own status.
const tokenStatus = { signed_out: 401, missing: 404, given: 409, refused: 403 };
// Why a file cannot be taken, in the words of photo.js.
const fileStatus = { not_a_photo: 415, too_large: 413 };
// Why a device does not say where it is, in the words of device_place.js.
const placeStatus = { place_refused: 403, place_unknown: 503 };
// Why a code opens no box, in the words of carried.js.
const boxStatus = { no_code: 400, spoilt: 422, too_large: 413 };

export class Network {
  /** @param {(request: number, status: number, bytes: Uint8Array) => void} deliver */
  constructor(deliver) {
    this.deliver = deliver;
    this.pending = 0;
    this.seen = new Set(); // what was fetched, for the service worker that comes later (updates.js)
  }

  fetch(request, path) {
    if (this.seen.size < mostSeen) this.seen.add(path);
    return this.answer(request, () => this.ask(path, { method: "GET" }));
  }

  /**
   * The browser itself says where a POST comes from (Origin, Sec-Fetch-Site).
   * @param {boolean} withCookie false: nothing that tells who is signed in goes along
   */
  post(request, path, body, withCookie) {
    return this.answer(request, () => this.ask(path, {
      method: "POST",
      body,
      credentials: withCookie ? "same-origin" : "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    }));
  }

  /**
   * A token that the council makes blindly; the code for it comes when it is first needed.
   * @param {string} holder tells the people of this device apart, and stays on it
   */
  token(request, purpose, holder) {
    return this.answer(request, async () => {
      const { anonymousToken } = await import(assets.anonymousToken);
      return { status: 200, bytes: await anonymousToken(purpose, holder) };
    });
  }

  /** What goes to another device, or came from one; the code for it comes when it is first needed. */
  carry(request, lines, content) {
    return this.answer(request, async () => {
      const { carry } = await import(assets.carried);
      const token = async (purpose, holder) => (await import(assets.anonymousToken)).anonymousToken(purpose, holder);
      return carry(lines, content, token);
    });
  }

  /** A file that was chosen in a field, made small; the code for it comes when it is first needed. */
  file(request, token) {
    return this.answer(request, async () => {
      const file = takePicked(token);
      const { smallFile } = await import(assets.photo);
      return { status: 200, bytes: await smallFile(file) };
    });
  }

  /** The bytes of a file that was chosen in a field, for this device alone; one that is too large is not read. */
  readFile(request, token, mostBytes) {
    return this.answer(request, async () => {
      const file = takePicked(token);
      if (!file) return { status: 410, bytes: new Uint8Array() };
      if (file.size > mostBytes) return { status: 413, bytes: new Uint8Array() };
      return { status: 200, bytes: new Uint8Array(await file.arrayBuffer()) };
    });
  }

  /** A file for the person to keep where they like; the code for it comes when it is first needed. */
  saveFile(request, name, content) {
    return this.answer(request, async () => {
      const { saveFile } = await import(assets.savedFile);
      return saveFile(name, content);
    });
  }

  /** The address of a page, for somebody whom the person chooses; the code for it comes when it is first needed. */
  sendPage(request, href, title) {
    return this.answer(request, async () => {
      const { sendPage } = await import(assets.sentPage);
      return sendPage(href, title);
    });
  }

  /** Where this device is. Our server is not asked, and nothing of it is kept: each answer is a new one. */
  locate(request) {
    return this.answer(request, async () => ({ status: 200, bytes: await devicePlace() }));
  }

  async answer(request, ask) {
    this.pending++;
    let answer = { status: 0, bytes: new Uint8Array() };
    try {
      answer = await ask();
    } catch (error) {
      // No network, too slow, too large: to a person it is all the same.
      answer.status = tokenStatus[error?.code] ?? fileStatus[error?.code] ?? placeStatus[error?.code] ?? boxStatus[error?.code] ?? 0;
    }
    this.pending--;
    this.deliver(request, answer.status, answer.bytes);
  }

  async ask(path, options) {
    const url = new URL(path, location.origin);
    if (url.origin !== location.origin || !url.pathname.startsWith("/api/")) throw new Error("not ours");
    const headers = { Accept: bodyType };
    if (options.body) headers["Content-Type"] = bodyType;
    const response = await fetch(url, { ...options, headers, redirect: "error", signal: AbortSignal.timeout(patience) });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > mostBytes) throw new Error("too large");
    return { status: response.status, bytes };
  }
}
