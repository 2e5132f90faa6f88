/**
 * A map server under the map: its squares are fetched from this server alone and painted beneath the marks, its owner is
 * named, the plain page needs none of it, and a map server that fails leaves the council's own drawing.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { onePicture, TileServer } from '../contract/support/tile_server.mjs';
import { shareOfPixels } from './support/pixels.mjs';
import { startServer } from './support/server.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const search = '/map?q=swimming&near=Northmere';
const viewport = { width: 390, height: 844 };
const credit = { en: '© Northmere maps', cy: '© Mapiau Northmere' };
let tiles;
let server;

before(async () => {
  tiles = await new TileServer().start();
  tiles.behave((response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(onePicture([90, 0, 160])));
  server = await startServer({ own: true, changes: { map_tiles: {
    url: `${tiles.url}/{z}/{x}/{y}.png`, inner_addresses: ['127.0.0.1'], credit } } });
});
after(async () => {
  await server?.stop();
  await tiles?.stop();
});

const onMap = (given, work) => suite.withApp(search, { origin: server.origin, viewport, ...given }, async (app) => {
  const asked = [];
  app.page.on('request', (request) => asked.push(request.url()));
  await app.see('figure', say('map.figure'));
  await work(app, asked);
  await app.assertClean();
});

test('squares are painted under the marks, come from this server alone, and are asked for once', () =>
  onMap({ settings: { view: 'canvas' } }, async (app) => {
    const map = app.find('figure', say('map.figure'));
    await map.scrollIntoViewIfNeeded();
    await app.page.waitForLoadState('networkidle');
    await app.settled();
    // The colour of the squares under a veil of the ground's white.
    const seen = await shareOfPixels(app.page, await map.boundingBox(), { least: [100, 0, 150], most: [170, 110, 255] });
    assert.ok(seen > 0.4, `${Math.round(seen * 100)} of 100 pixels of the map are its squares`);
    assert.equal(await app.page.getByText(credit.en).count(), 1);
    const before = tiles.asked.length;
    await app.page.reload();
    await app.see('figure', say('map.figure'));
    await app.page.waitForLoadState('networkidle');
    assert.equal(tiles.asked.length, before);
  }));

test('the plain page names the owner and needs no square', () =>
  onMap({ settings: { view: 'plain' } }, async (app, asked) => {
    assert.equal(await app.page.getByText(credit.en).count(), 1);
    assert.deepEqual(asked.filter((address) => address.includes('/tiles/')), []);
  }));

test('while the map server fails, the map is the council\'s own drawing and can be used', async () => {
  tiles.behave((response) => response.writeHead(500).end());
  await suite.withApp('/map?q=football', { origin: server.origin, viewport, settings: { view: 'canvas' } }, async (app) => {
    await app.see('figure', say('map.figure'));
    await app.page.locator('#mirror figure .mark').first().click();
    await app.see('heading', /You chose|at this place/);
  });
});
