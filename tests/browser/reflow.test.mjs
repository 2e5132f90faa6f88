/**
 * Narrow, wide, large text, either language: nothing scrolls sideways, nothing sticks out, what can be
 * pressed is large enough, and every word that is painted is in the page, in its place.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { misplaced, tooSmall } from './support/fits.mjs';
import { paintedWords } from './support/painted.mjs';
import { screens } from './support/screens.mjs';
import { browserSuite } from './support/suite.mjs';

const suite = browserSuite();

async function assertSaid(app, where) {
  const { runs, unsaid } = await app.page.evaluate(paintedWords);
  assert.deepEqual(unsaid, [], `${where}: painted, but not in the page`);
  assert.ok(runs > 10, `${where}: only ${runs} runs of words were painted`);
}

async function check(screen, width, settings) {
  await suite.withOpenApp(screen.path, { viewport: { width, height: 640 }, settings }, async (app) => {
    await app.see('heading', screen.heading);
    assert.deepEqual(await app.page.evaluate(misplaced), [], `${screen.name} at ${width} px`);
    assert.deepEqual(await app.page.evaluate(tooSmall), [], `${screen.name} at ${width} px: targets`);
    if (settings.view === 'canvas') await assertSaid(app, `${screen.name} at ${width} px`);
  });
}

const widths = [320, 390, 768, 1280];

for (const lang of ['en', 'cy']) {
  for (const screen of screens(lang)) {
    test(`${screen.name} fits at 320, 390, 768 and 1280 px (${lang})`, async () => {
      await suite.withOpenApp(screen.path, { viewport: { width: widths[0], height: 640 }, settings: { lang, view: 'canvas' } }, async (app) => {
        await app.see('heading', screen.heading);
        for (const width of widths) {
          await app.resize(width, 640);
          assert.deepEqual(await app.page.evaluate(misplaced), [], `${screen.name} at ${width} px`);
          assert.deepEqual(await app.page.evaluate(tooSmall), [], `${screen.name} at ${width} px: targets`);
          await assertSaid(app, `${screen.name} at ${width} px`);
        }
      });
    });
    test(`${screen.name} fits at 320 px with text at 200% (${lang})`, async () => {
      for (const view of ['canvas', 'plain']) await check(screen, 320, { lang, text: '200', view });
    });
  }
}

test('at 400% of a 1280 px window the page still fits and is sharp', async () => {
  await suite.withApp('/find', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, settings: { view: 'canvas' } }, async (app) => {
    assert.deepEqual(await app.page.evaluate(misplaced), []);
    assert.equal(await app.page.evaluate(() => document.querySelector('#canvas').width), 1280);
  });
});
