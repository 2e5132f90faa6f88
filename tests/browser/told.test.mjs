/**
 * "Tell me when": somebody without an account asks on a service's page, the council edits the service, and the home page
 * says so at the next visit, until they have seen it or stop it. Whoever is signed in is written to as well, and what they
 * asked is there on another device of theirs.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { editedOffer, farm } from './support/edited_offer.mjs';
import { keyboard, plain, waysOf } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { signIn } from './support/family.mjs';
import { say } from './support/words.mjs';

const name = 'Farm Tea';
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const hand of waysOf([keyboard, plain])) {
  test(`who asked to be told is told on the home page, and stops it with one press, by ${hand.name}`, async () => {
    const server = await startServer({ own: true });
    const folder = editedOffer();
    const app = await App.open(browser, server.origin, `/service/${farm}`, { settings: { view: hand.view }, ...hand.context });
    try {
      await hand.press(app, 'button', say('service.tell.changes'));
      await app.main().getByText(say('service.tell.kept')).waitFor({ state: 'attached' });
      await app.go('/');
      assert.equal(await app.find('link', say('service.told.look')).count(), 0, 'nothing is new yet');
      await server.verb('offer', 'import', folder);
      await app.go('/');
      await app.see('link', say('service.told.look'));
      await hand.press(app, 'link', say('service.told.look'));
      await app.see('link', name);
      await hand.press(app, 'button', say('service.told.stop', { name }));
      await app.main().getByText(say('service.told.none')).waitFor({ state: 'attached' });
      await app.go('/');
      assert.equal(await app.find('link', say('service.told.look')).count(), 0, 'it was stopped');
      assert.deepEqual(await app.violations(), []);
    } finally {
      await app.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });
}

test('who is signed in is written to when it changes, and another device of theirs knows what they asked', async () => {
  const server = await startServer({ own: true });
  const folder = editedOffer();
  const asking = await App.open(browser, server.origin, '/', { settings: { view: keyboard.view } });
  const other = await App.open(browser, server.origin, '/', { settings: { view: plain.view } });
  try {
    await signIn(asking, keyboard, 'Sam Ashford');
    await asking.go(`/service/${farm}`);
    await keyboard.press(asking, 'button', say('service.tell.changes'));
    await asking.main().getByText(say('service.tell.kept.own')).waitFor({ state: 'attached' });
    await signIn(other, plain, 'Sam Ashford');
    await other.go('/told');
    await other.see('link', name);
    await server.verb('offer', 'import', folder);
    await other.go('/inbox');
    await other.main().getByText('There is news of something you asked about').waitFor({ state: 'attached' });
    assert.equal(await other.main().getByText(name).count(), 0, 'a message names no service');
    await other.go('/told');
    await plain.press(other, 'button', say('service.told.stop', { name }));
    await other.main().getByText(say('service.told.none')).waitFor({ state: 'attached' });
    assert.deepEqual(await other.violations(), []);
  } finally {
    await asking.close();
    await other.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
