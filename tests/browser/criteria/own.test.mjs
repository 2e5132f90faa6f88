/**
 * Criteria that only somebody who is signed in meets: their own details.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reads, signIn } from '../support/family.mjs';
import { accessibility } from '../support/hands.mjs';
import { startServer } from '../support/server.mjs';
import { browserSuite } from '../support/suite.mjs';
import { say } from '../support/words.mjs';

const suite = browserSuite();

test('1.3.5 a person\'s own details: the browser may fill in address and number', async () => {
  const server = await startServer({ own: true });
  try {
    await suite.withApp('/', { settings: { view: 'canvas' }, origin: server.origin }, async (app) => {
      await signIn(app, accessibility, 'Sam Ashford');
      await app.goOn('/about-us');
      await reads(app, say('shell.facet.address'));
      const tokens = await app.page.evaluate(() => [...document.querySelectorAll('#mirror main :is(input, textarea)')].map((element) => element.autocomplete).filter(Boolean));
      assert.deepEqual([...new Set(tokens)].sort(), ['street-address', 'tel']);
    });
  } finally {
    await server.stop();
  }
});
