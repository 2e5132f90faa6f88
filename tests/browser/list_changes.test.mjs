/**
 * The council's staff change one service: a device that has the list fetches only what changed, through its own service
 * worker, and shows the new words, then also without a network. A copy that is spoilt is fetched whole.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { root } from './support/paths.mjs';
import { startServer } from './support/server.mjs';
import { inCharge } from './worker/worker_suite.mjs';

const list = '/api/local_offer/services';
const farm = '93ae4c67-10e4-5d95-bcc5-f3eb3d5e49bb';
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

// The demo council's feed with another name for one service.
function renamed(name) {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-renamed-'));
  cpSync(join(root, 'assets/demo/northmere/offer'), folder, { recursive: true });
  const file = join(folder, `services/${farm}.json`);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Farm Tea', name));
  return folder;
}

// How the list was answered since, as the server's log has it.
const answersOf = (server, since) => server.log().slice(since).split('\n').filter((line) => line.includes(list) && !line.includes('{id}'))
  .map((line) => Number(/"status":\s*(\d+)/.exec(line)?.[1]));

async function until(what, holds) {
  for (let i = 0; i < 100; i++) {
    if (await holds()) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`it never came that ${what}`);
}

const keptTag = (app) => app.page.evaluate(async (path) => (await caches.match(path))?.headers.get('ETag'), list);

test('only what changed is fetched, shown, and kept for when there is no network', async () => {
  const server = await startServer({ own: true });
  const folders = [renamed('Meadow Tea'), renamed('Orchard Tea')];
  const app = await App.open(browser, server.origin, '/find?q=tea', { settings: { view: 'plain' }, serviceWorkers: 'allow' });
  try {
    await app.see('link', 'Farm Tea');
    await inCharge(app.page);
    await until('the list is kept', () => keptTag(app));
    const first = await keptTag(app);
    await server.verb('offer', 'import', folders[0]);
    let since = server.log().length;
    await app.go('/find?q=tea');
    await app.see('link', 'Meadow Tea');
    await until('the change is in the log', () => answersOf(server, since).length > 0);
    assert.deepEqual(answersOf(server, since), [226]);
    assert.notEqual(await keptTag(app), first);
    await app.context.setOffline(true);
    await app.go('/find?q=tea');
    await app.see('link', 'Meadow Tea');
    await app.context.setOffline(false);

    // The same tag over other bytes: what is put together is not what the council has.
    await app.page.evaluate(async (path) => {
      const cache = await caches.open('alongside.public');
      const copy = await cache.match(path, { ignoreVary: true });
      const bytes = new Uint8Array(await copy.arrayBuffer());
      bytes[200] ^= 1;
      await cache.put(path, new Response(bytes, { headers: copy.headers }));
    }, list);
    await server.verb('offer', 'import', folders[1]);
    since = server.log().length;
    await app.go('/find?q=tea');
    await app.see('link', 'Orchard Tea');
    await until('the whole list is in the log', () => answersOf(server, since).length > 1);
    assert.deepEqual(answersOf(server, since), [226, 200]);
    assert.deepEqual(await app.violations(), []);
  } finally {
    await app.close();
    await server.stop();
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
});
