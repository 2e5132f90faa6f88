/**
 * Every task in five ways: mouse, finger, keyboard, accessibility action and plain view, each ending in the same
 * state: address, title, settings, what has the focus, and every role, name and value. What somebody does who has
 * signed in, and what the council then holds, is in `test long`.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { openContext } from './support/chromium.mjs';
import { councilState, idsIn } from './support/council_state.mjs';
import { reads, signIn } from './support/family.mjs';
import { fiveWays } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { browserSuite, isLong } from './support/suite.mjs';
import { ownTasks, publicTasks } from './support/tasks.mjs';
import { accessibilityTree } from './support/tree.mjs';
import { withoutChosenView } from './support/view_choice.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
let done = 0;

// Ids that were made on the way are random: they get numbers.
function withNumbersForIds(text) {
  const seen = [];
  return text.replace(/\b[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\b/g, (id) => {
    if (!seen.includes(id)) seen.push(id);
    return `<id ${seen.indexOf(id)}>`;
  });
}

async function stateOf(app) {
  const page = await app.page.evaluate(() => {
    const { lang, dataset, style } = document.documentElement;
    const { theme, spacing } = dataset;
    return { lang, theme, spacing, text: style.fontSize };
  });
  const tree = (await accessibilityTree(app, 'body')).map(withoutChosenView);
  return JSON.parse(withNumbersForIds(JSON.stringify({ route: app.route(), title: await app.title(), ...page, tree })));
}

// One page for each way, since opening a browser's is most of the time. It begins each task as a new one: whatever
// the last left in it is cleared.
const pages = new Map();

async function pageOf(hand) {
  if (!pages.has(hand)) {
    pages.set(hand, new App(suite.origin, await openContext(suite.browser, suite.origin, { settings: { view: hand.view }, ...hand.context })));
    return pages.get(hand);
  }
  const app = pages.get(hand);
  await app.page.goto('about:blank');
  const session = await app.context.newCDPSession(app.page);
  await session.send('Storage.clearDataForOrigin', { origin: suite.origin, storageTypes: 'all' });
  await session.detach();
  app.faults.length = 0;
  return app;
}

async function doOnce(task, hand) {
  const app = await pageOf(hand);
  try {
    await app.go(task.from);
    assert.equal(await app.view(), hand.view);
    if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
    await task.act(app, hand);
    await app.assertClean();
    done++;
    return await stateOf(app);
  } catch (error) {
    pages.delete(hand);
    await app.close();
    throw error;
  }
}

publicTasks.forEach((task) => {
  test(`${task.name}: the same by ${fiveWays.map(({ name }) => name).join(', ')}`, async () => {
    const [first, ...others] = fiveWays;
    const expected = await doOnce(task, first);
    for (const hand of others) assert.deepEqual(await doOnce(task, hand), expected, `${hand.name} differs from ${first.name}`);
  });
});

// Each way has a server of its own, so that what it wrote is all there is.
async function ownThingsBy(hand) {
  const server = await startServer({ own: true });
  try {
    const fixed = idsIn(server);
    return await suite.withApp('/', { origin: server.origin, settings: { view: hand.view }, ...hand.context }, async (app) => {
      await signIn(app, hand, 'Sam Ashford');
      const states = {};
      for (const task of ownTasks) {
        await app.go(task.from);
        await task.act(app, hand);
        await reads(app, say('shell.sync.with_council'), 'body');
        states[task.name] = await stateOf(app);
        done++;
      }
      return { states, council: councilState(server, fixed) };
    });
  } finally {
    await server.stop();
  }
}

// In `test` the family's journey does such things by mouse, keyboard and plain view.
test('what Sam does when signed in, and what the council then holds, in all five ways', { skip: isLong ? false : 'in "test long"', timeout: 900000 }, async () => {
  const [first, ...others] = fiveWays;
  const expected = await ownThingsBy(first);
  for (const hand of others) assert.deepEqual(await ownThingsBy(hand), expected, `${hand.name} differs from ${first.name}`);
});

after(async () => {
  for (const app of pages.values()) await app.close();
  console.log(`equivalence: ${publicTasks.length + ownTasks.length} tasks; ${done} runs of the ${(publicTasks.length + ownTasks.length) * 5} in five ways`);
});
