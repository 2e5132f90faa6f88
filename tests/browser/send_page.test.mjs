/**
 * A page that shows everybody the same can be sent to somebody: copied where there is a clipboard, by the share sheet of a
 * device that is touched. The sheet itself is the device's; what it is given is noted in its place.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signIn } from './support/family.mjs';
import { accessibility, keyboard, mouse, plain } from './support/hands.mjs';
import { serviceAddress } from './support/screens.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const send = say('shell.send');
const address = serviceAddress.split('?')[0];

for (const hand of [mouse, keyboard, plain]) {
  test(`the address of a place is copied without what was asked for, by ${hand.name}`, async () => {
    await suite.withApp(`${address}?near=Northmere`, { settings: { view: hand === plain ? 'plain' : 'canvas' }, permissions: ['clipboard-read', 'clipboard-write'] }, async (app) => {
      await app.see('button', send);
      await hand.press(app, 'button', send);
      await app.main().getByText(say('shell.send.copied')).waitFor({ state: 'attached' });
      assert.equal(await app.page.evaluate(() => navigator.clipboard.readText()), suite.origin + address);
      await app.assertClean();
    });
  });
}

test('where nothing may be copied the address is there to be read', async () => {
  await suite.withApp(address, {}, async (app) => {
    await app.page.evaluate(() => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }); });
    await app.see('button', send);
    await accessibility.press(app, 'button', send);
    await app.main().getByText(say('shell.send.by_hand', { address: suite.origin + address })).waitFor({ state: 'attached' });
  });
});

for (const closes of [false, true]) {
  test(`on a phone the share sheet is given the title and the address, and ${closes ? 'closing it says nothing' : 'says itself that it was sent'}`, async () => {
    await suite.withApp('/rights', { hasTouch: true, isMobile: true }, async (app) => {
      await app.page.evaluate((isClosed) => {
        window.sheet = [];
        navigator.canShare = () => true;
        navigator.share = async (given) => {
          window.sheet.push({ ...given, byHand: navigator.userActivation.isActive });
          if (isClosed) throw new DOMException('closed', 'AbortError');
        };
      }, closes);
      await app.see('button', send);
      await mouse.press(app, 'button', send);
      await app.page.waitForFunction(() => window.sheet.length === 1);
      assert.deepEqual(await app.page.evaluate(() => window.sheet), [{ title: say('guidance.title'), url: `${suite.origin}/rights`, byHand: true }]);
      await app.settled();
      assert.equal(await app.main().getByText(say('shell.send.copied')).count(), 0);
    });
  });
}

test('no page of one\'s own can be sent', async () => {
  await suite.withApp('/', {}, async (app) => {
    await signIn(app, accessibility, 'Sam Ashford');
    for (const path of ['/', '/money', '/requests', '/account', '/about-us', '/settings', '/list']) {
      await app.goOn(path);
      assert.equal(await app.find('button', send).count(), 0, path);
    }
  });
});
