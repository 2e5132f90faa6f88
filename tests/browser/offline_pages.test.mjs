/**
 * Every service's page without a network, also those nobody has opened: the pages come after the list, by themselves;
 * after ten edits only what changed comes.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { editedOffer, farm, newWords } from './support/edited_offer.mjs';
import { keyboard, plain } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';
import { inCharge } from './worker/worker_suite.mjs';

const details = '/api/local_offer/details';
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

const kept = (app, path = details) => app.page.evaluate(async (it) => (await caches.match(it, { ignoreVary: true }))?.headers.get('ETag') ?? null, path);

async function until(what, holds) {
  for (let i = 0; i < 100; i++) {
    if (await holds()) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`it never came that ${what}`);
}

// How the details were answered since, as the server's log has it.
const answersOf = (server, since) => server.log().slice(since).split('\n').filter((line) => line.includes(details))
  .map((line) => Number(/"status":\s*(\d+)/.exec(line)?.[1]));

for (const hand of [keyboard, plain]) {
  test(`offline, a service that nobody has opened is told whole, by ${hand.name}; after ten edits only the change comes`, async () => {
    const server = await startServer({ own: true });
    const folder = editedOffer();
    const app = await App.open(browser, server.origin, '/find?q=tea', { settings: { view: hand.view }, serviceWorkers: 'allow' });
    try {
      await app.see('link', 'Farm Tea');
      await inCharge(app.page);
      await until('the pages are kept', () => kept(app));
      assert.equal(await kept(app, `/api/local_offer/services/${farm}`), null, 'nobody has opened it');
      await app.context.setOffline(true);
      await app.go('/find?q=tea');
      await hand.press(app, 'link', 'Farm Tea');
      await app.see('heading', say('service.what.title'));
      await app.main().getByText(say('service.kept')).waitFor({ state: 'attached' });
      await app.see('heading', say('service.contact.title'));
      await app.context.setOffline(false);

      const first = await kept(app);
      await server.verb('offer', 'import', folder);
      const since = server.log().length;
      await app.go('/find?q=tea');
      await until('the change is kept', async () => await kept(app) !== first);
      assert.ok(answersOf(server, since).every((status) => status === 226 || status === 304), `${answersOf(server, since)}`);
      assert.ok(answersOf(server, since).includes(226));
      await app.context.setOffline(true);
      await app.go('/find?q=tea');
      await hand.press(app, 'link', 'Farm Tea');
      await app.main().getByText(newWords).waitFor({ state: 'attached' });
      assert.deepEqual(await app.violations(), []);
    } finally {
      await app.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });
}
