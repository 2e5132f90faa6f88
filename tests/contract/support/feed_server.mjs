/**
 * A council's feed on loopback that behaves as it is told: honest pages of Open Referral UK 3.0 or 1.0, and whatever a
 * test puts in their place. Counts what it is asked. Used by offer_feeds.test.mjs.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';

export const idOf = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const service = (number, more = {}) => ({ id: idOf(number), name: `Service ${number}`, status: 'active',
  description: `What service ${number} does.`, ...more });

const listed = ({ id, name, status, last_modified }) => ({ id, name, status, ...(last_modified && { last_modified }) });

export class FeedServer {
  constructor(services, pageSize = 4) {
    Object.assign(this, { services, pageSize, asked: [], version: 3, tags: true });
  }

  /** Answers a request itself, or leaves it to the honest half by returning false. */
  misbehave = () => false;

  /** `tls`: a key and a certificate; without it, plain HTTP. */
  async start(address = '127.0.0.1', tls = undefined) {
    const answer = (request, response) => this.answer(request, response);
    this.server = tls ? createSecureServer(tls, answer) : createServer(answer);
    await new Promise((resolve) => this.server.listen(0, address, resolve));
    this.url = `${tls ? 'https' : 'http'}://${address}:${this.server.address().port}`;
    return this;
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  page(number) {
    const pages = Math.max(1, Math.ceil(this.services.length / this.pageSize));
    const contents = this.services.slice((number - 1) * this.pageSize, number * this.pageSize).map(listed);
    if (this.version === 1) {
      return { totalElements: this.services.length, totalPages: pages, number, size: contents.length, first: number === 1,
        last: number >= pages, empty: contents.length === 0, content: contents };
    }
    return { total_items: this.services.length, total_pages: pages, page_number: number, size: contents.length,
      first_page: number === 1, last_page: number >= pages, empty: contents.length === 0, contents };
  }

  answer(request, response) {
    const url = new URL(request.url, this.url);
    this.asked.push(url.pathname + url.search);
    const page = Number(url.searchParams.get('page'));
    const one = /^\/services\/(.+)$/.exec(url.pathname)?.[1];
    if (this.misbehave({ request, response, page: one ? 0 : page, id: one })) return undefined;
    if (url.pathname === '/services') return this.send(request, response, this.page(page));
    const found = this.services.find((it) => it.id === one);
    return found ? this.send(request, response, found) : response.writeHead(404).end();
  }

  send(request, response, json) {
    const body = JSON.stringify(json);
    const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    if (this.tags && request.headers['if-none-match'] === tag) return response.writeHead(304, { ETag: tag }).end();
    return response.writeHead(200, { 'Content-Type': 'application/json', ...(this.tags && { ETag: tag }) }).end(body);
  }

  pagesAsked() { return this.asked.filter((path) => path.startsWith('/services?')).length; }
  takeAsked() { return this.asked.splice(0); }
}
