/**
 * Fetches what the application asks for, from our own server's /api only, and hands back status
 * and bytes; status 0 means that nothing was reached. Used by host.js.
 */

const mostBytes = 8 * 1024 * 1024;
const patience = 30000; // ms
const bodyType = "application/x-alongside";

export class Network {
  /** @param {(request: number, status: number, bytes: Uint8Array) => void} deliver */
  constructor(deliver) {
    this.deliver = deliver;
    this.pending = 0;
  }

  /** @param {Uint8Array} body empty: GET, else POST */
  async fetch(request, path, body) {
    this.pending++;
    let answer = { status: 0, bytes: new Uint8Array() };
    try {
      answer = await this.ask(path, body);
    } catch {
      // No network, too slow, too large: to a person it is all the same.
    }
    this.pending--;
    this.deliver(request, answer.status, answer.bytes);
  }

  async ask(path, body) {
    const url = new URL(path, location.origin);
    if (url.origin !== location.origin || !url.pathname.startsWith("/api/")) throw new Error("not ours");
    const headers = { Accept: bodyType };
    if (body.length > 0) headers["Content-Type"] = bodyType;
    const response = await fetch(url, {
      method: body.length > 0 ? "POST" : "GET",
      body: body.length > 0 ? body : undefined,
      headers,
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > mostBytes) throw new Error("too large");
    return { status: response.status, bytes };
  }
}
