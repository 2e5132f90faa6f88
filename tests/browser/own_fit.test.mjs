/**
 * What somebody sees who has signed in has room on the narrowest phone in letters twice as large, in either view and
 * language, and is in order for who hears it. One combination in `test`, all in `test long`.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { App } from './support/app.mjs';
import { setAll } from './support/cell.mjs';
import { reads, signIn } from './support/family.mjs';
import { misplaced, tooSmall } from './support/fits.mjs';
import { accessibility } from './support/hands.mjs';
import { paintedWords } from './support/painted.mjs';
import { ownScreens } from './support/screens.mjs';
import { startServer } from './support/server.mjs';
import { browserSuite, isLong } from './support/suite.mjs';

const suite = browserSuite();
const everyWay = ['canvas', 'plain'].flatMap((view) => ['en', 'cy'].flatMap((lang) => ['200', '400'].map((text) => ({ view, lang, text }))));
let server, app;

// On a server of its own, once for all tests.
async function signedIn() {
  if (app) return;
  server = await startServer({ own: true });
  app = await App.open(suite.browser, server.origin, '/', { settings: { view: 'canvas' }, viewport: { width: 320, height: 640 } });
  await signIn(app, accessibility, 'Sam Ashford');
}

after(async () => {
  await app?.close();
  await server?.stop();
});

// Runs in the page: headings that leave a level out, and whether there is one first.
function headings() {
  const levels = [...document.querySelectorAll('#mirror :is(h1, h2, h3, h4)')].map(({ localName }) => Number(localName[1]));
  const skipped = levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1);
  return { first: levels.filter((level) => level === 1).length, skipped };
}

for (const settings of isLong ? everyWay : everyWay.slice(0, 1)) {
  test(`each screen of somebody who has signed in fits at 320 px: ${Object.values(settings).join(', ')} %`, async () => {
    await signedIn();
    await setAll(app, settings);
    for (const { name, path } of ownScreens()) {
      await app.goOn(path);
      await reads(app, /\w/, '#mirror main h1');
      assert.deepEqual(await app.page.evaluate(misplaced), [], name);
      assert.deepEqual(await app.page.evaluate(tooSmall), [], `${name}: targets`);
      assert.deepEqual(await app.page.evaluate(headings), { first: 1, skipped: [] }, name);
      if (settings.view === 'canvas') assert.deepEqual((await app.page.evaluate(paintedWords)).unsaid, [], name);
    }
  });
}
