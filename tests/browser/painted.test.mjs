/**
 * Proof that what is painted is in the page: a painted word that no element says in that place is a failure. Here
 * are the planted faults; every screen, width and language is looked at in reflow.test.mjs, and ImGui's side (each
 * glyph is a recorded word, each thing to press a node) in tests/unit/ui/painted_test.cpp.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reads, signIn } from './support/family.mjs';
import { accessibility } from './support/hands.mjs';
import { paintedWords } from './support/painted.mjs';
import { ownScreens } from './support/screens.mjs';
import { startServer } from './support/server.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const canvas = { settings: { view: 'canvas' } };

const faults = [
  ['a sentence that the page leaves out', (main) => { main.querySelector('h1').textContent = ''; }],
  ['a word that the page says otherwise', (main) => { main.querySelector('h1').textContent += ' elsewhere'; main.querySelector('p.ink').textContent = 'Another sentence'; }],
  ['an element that is gone', (main) => { main.querySelector('label').remove(); }],
  ['an element that stands in another place', (main) => { main.querySelector('h1').style.top = '-60px'; }],
];

for (const [name, plant] of faults) {
  test(`found: ${name}`, async () => {
    await suite.withSharedApp('/help', canvas, async (app) => {
      await app.goOn('/settings');
      await app.see('heading', say('shell.settings'));
      const before = await app.page.evaluate(paintedWords);
      assert.deepEqual(before.unsaid, []);
      assert.ok(before.runs > 30, `only ${before.runs} runs of words were painted`);
      await app.main().evaluate(plant);
      assert.ok((await app.page.evaluate(paintedWords)).unsaid.length > 0);
    });
  });
}

test('every painted word is in the page for somebody who is signed in, on each of their screens', async () => {
  const server = await startServer({ own: true });
  try {
    await suite.withApp('/', { ...canvas, origin: server.origin }, async (app) => {
      await signIn(app, accessibility, 'Sam Ashford');
      for (const { path } of ownScreens()) {
        await app.goOn(path);
        await reads(app, /\w/, '#mirror main h1');
        // On the narrowest phone tables are stacked, and say their columns' titles in each row.
        for (const width of [320, 360]) {
          await app.resize(width, 800);
          const { runs, unsaid } = await app.page.evaluate(paintedWords);
          assert.deepEqual(unsaid, [], `${path} at ${width} px`);
          assert.ok(runs > 10, `${path}: only ${runs} runs of words`);
        }
      }
    });
  } finally {
    await server.stop();
  }
});
