/**
 * Visitor: a browser without scripts, as far as signing in needs one: follows addresses by hand, keeps cookies for
 * each place it has been, and sends what a browser would with a form. Used by sign_in.test.mjs.
 */

const typical = { 'Sec-Fetch-Site': 'none', Accept: 'text/html' };

export class Visitor {
  constructor() { this.jars = new Map(); }

  jar(origin) {
    if (!this.jars.has(origin)) this.jars.set(origin, new Map());
    return this.jars.get(origin);
  }

  keep(origin, response) {
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...flags] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const gone = value === '' || flags.some((flag) => flag.trim() === 'Max-Age=0');
      if (gone) this.jar(origin).delete(name);
      else this.jar(origin).set(name, value);
    }
  }

  /** One request; where it leads is the caller's to follow. */
  async ask(url, options = {}) {
    const { origin } = new URL(url);
    const cookie = [...this.jar(origin)].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...typical, ...options.headers, ...(cookie && { Cookie: cookie }) };
    const response = await fetch(url, { redirect: 'manual', ...options, headers });
    this.keep(origin, response);
    return response;
  }

  /** Follows redirects from there until a page. */
  async go(url, stopAt = () => false) {
    for (let step = 0; step < 15; step++) {
      const response = await this.ask(url);
      const next = response.headers.get('location');
      if (!next) return { url, status: response.status, text: await response.text() };
      url = new URL(next, url).href;
      if (stopAt(url)) return { url, status: response.status, text: '' };
    }
    throw new Error(`no end of redirects at ${url}`);
  }

  async form(url, fields, headers = {}) {
    const { origin } = new URL(url);
    const response = await this.ask(url, {
      method: 'POST', body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin, 'Sec-Fetch-Site': 'same-origin', ...headers },
    });
    const next = response.headers.get('location');
    return { status: response.status, next: next && new URL(next, url).href, text: await response.text() };
  }
}
