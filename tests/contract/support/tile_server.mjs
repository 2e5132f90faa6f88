/**
 * A map server on loopback: one small picture for every square, or whatever a test puts in its place. Keeps what it was
 * asked. Used by map_tiles.test.mjs and by the browser's tests of the map.
 */
import { createServer } from 'node:http';
import { deflateSync, crc32 } from 'node:zlib';

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of 256 × 256 pixels in one colour, as [red, green, blue]. */
export function onePicture(colour) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(256, 0);
  header.writeUInt32BE(256, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array.from({ length: 256 }, () => colour).flat())]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: 256 }, () => row)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

export const picture = onePicture([120, 60, 200]);

export class TileServer {
  asked = [];

  async start() {
    this.server = createServer((request, response) => {
      this.asked.push({ url: request.url, headers: request.headers });
      this.misbehave(response);
    });
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  /** Answers each question so from now on; without a word, honestly. Forgets what it was asked. */
  behave(misbehave = (response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(picture)) {
    this.misbehave = misbehave;
    this.asked.length = 0;
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}
