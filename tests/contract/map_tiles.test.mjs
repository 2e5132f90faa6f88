/**
 * A map server under the council's map, honest and not: the council's server asks it in families' place, passes on
 * pictures alone, and answers families whatever the other does. Run by ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startCouncil } from './support/council.mjs';
import { TileServer, picture } from './support/tile_server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'alongside-tiles-'));
const square = '/api/local_offer/tiles/12/2015/1336'; // Northmere itself
let tiles;
let council;
let log = '';

before(async () => {
  tiles = await new TileServer().start();
  process.env.MAP_KEY = 's3cret';
  council = await startCouncil(root, folder, {
    map_tiles: { url: `${tiles.url}/{z}/{x}/{y}.png?key={key}`, key_env: 'MAP_KEY', inner_addresses: ['127.0.0.1'],
      least_zoom: 6, most_zoom: 16, credit: { en: '© Northmere maps', cy: '© Mapiau Northmere' } },
  });
  council.child.stdout.on('data', (lines) => { log += lines; });
});
after(async () => {
  await council?.stop();
  await tiles?.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => tiles.behave());

const get = (path, headers = {}) => council.fetch(path, { headers });
let next = 0;
/** A square that nobody has asked for yet. */
const another = () => `/api/local_offer/tiles/16/${32241 + (next % 8)}/${21376 + Math.trunc(next++ / 8)}`;

test('a square comes once from the map server, which sees nothing of who wants it', async () => {
  const first = await get(square, { 'User-Agent': 'A family', Cookie: 'a=b', 'Accept-Language': 'cy' });
  assert.equal(first.status, 200);
  assert.equal(first.headers.get('content-type'), 'image/png');
  assert.deepEqual(Buffer.from(await first.arrayBuffer()), picture);
  const again = await get(square, { 'If-None-Match': first.headers.get('etag') });
  assert.equal(again.status, 304);
  assert.equal(tiles.asked.length, 1);
  assert.equal(tiles.asked[0].url, '/12/2015/1336.png?key=s3cret');
  const sent = JSON.stringify(tiles.asked[0].headers);
  for (const trace of ['A family', 'a=b', 'cy', 'forwarded']) assert.ok(!sent.includes(trace), trace);
});

test('squares of elsewhere are asked of nobody', async () => {
  for (const place of ['12/0/0', '12/2015', '5/15/10', '12/2015/1336/1', '12/2015/-1', '12/2e3/1336', '12/2015/1336.png'])
    assert.equal((await get(`/api/local_offer/tiles/${place}`)).status, 404, place);
  assert.equal(tiles.asked.length, 0);
});

const hostile = {
  'a page in place of a picture': (response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end('<script>'),
  'nothing at all': (response) => response.writeHead(200).end(),
  'more than a picture has': (response) => response.writeHead(200).end(Buffer.concat([picture, Buffer.alloc(600 * 1024)])),
  'another address': (response) => response.writeHead(302, { Location: 'http://169.254.169.254/latest' }).end(),
  'a fault': (response) => response.writeHead(500).end(),
  'a line that breaks off': (response) => { response.writeHead(200, { 'Content-Length': 5000 }); response.write(picture); response.destroy(); },
};
for (const [what, misbehave] of Object.entries(hostile)) {
  test(`a map server that answers with ${what} is no answer, and the map goes on without it`, async () => {
    tiles.behave(misbehave);
    const wanted = another();
    const answer = await get(wanted);
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '60');
    tiles.behave();
    assert.equal((await get(wanted)).status, 503); // and is left alone for a minute
    assert.equal(tiles.asked.length, 0);
    assert.equal((await get('/api/local_offer/map')).status, 200);
  });
}

test('while a map server says nothing, everything else is answered at once', async () => {
  tiles.behave(() => {});
  const waiting = [another(), another()].map((path) => get(path));
  for (let i = 0; i < 20; i++) assert.equal((await get('/api/council', { Accept: 'application/json' })).status, 200);
  assert.deepEqual((await Promise.all(waiting)).map(({ status }) => status), [503, 503]);
});

test('the key is in no line of the log', () => assert.ok(log.includes('tiles') && !log.includes('s3cret')));
