/**
 * The journey in four ways: whichever way a person acts, the application ends in the same state.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webglLive } from './support/app.mjs';
import { everyHand } from './support/hands.mjs';
import { journey, service } from './support/journey.mjs';
import { browserSuite } from './support/suite.mjs';
import { accessibilityTree } from './support/tree.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const states = new Map();

async function stateOf(app) {
  return { route: app.route(), title: await app.title(), tree: await accessibilityTree(app, '#mirror') };
}

async function walk(app, hand) {
  const reached = {};
  await journey(app, hand, async (step) => { reached[step] = await stateOf(app); });
  return reached;
}

for (const hand of everyHand) {
  test(`a parent finds and reads Saturday Stars: ${hand.name}`, async () => {
    await suite.withApp('/', { settings: { view: hand.view } }, async (app) => {
      assert.equal(await app.view(), hand.view);
      if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
      const reached = await walk(app, hand);
      states.set(hand.name, reached);
      assert.match(reached.found.route, /^\/find\?q=somewhere[+%]/);
      assert.match(reached.narrowed.route, /age=8/);
      assert.match(reached.narrowed.route, /near=Northmere/);
      assert.match(reached.narrowed.route, /miles=5/);
      assert.match(reached.service.route, /^\/service\/0fb215fe-6b3e-5459-82cf-d0ce846ce12c/);
      assert.ok(reached.service.title.startsWith(service), reached.service.title);
      assert.ok(reached.found.title.startsWith(say('local_offer.find.title')), reached.found.title);
      assert.deepEqual(reached.back, reached.narrowed, 'Back brings the same results again');
      await app.assertClean();
    });
  });
}

test('all four ways end in the same state: address, title, and every role, name and value', () => {
  assert.equal(states.size, everyHand.length, 'each way must have come to its end');
  const [[first, expected], ...others] = states;
  for (const [name, reached] of others) assert.deepEqual(reached, expected, `${name} differs from ${first}`);
});
