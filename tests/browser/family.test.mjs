/**
 * One family's whole journey by mouse, keyboard and plain view, each with a server of its own: spending
 * and answering with the network really off, everything with the council once, and the other parent's
 * browser showing it when it is next looked at. Whatever the hand, the council ends with the same.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { councilState, idsIn, kinds, people } from './support/council_state.mjs';
import { familyJourney, reads, signIn, spent } from './support/family.mjs';
import { accessibility, keyboard, mouse, plain, touch, waysOf } from './support/hands.mjs';
import { service } from './support/journey.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';

const hands = waysOf([mouse, plain]);
const states = new Map();
const idle = 3000; // ms
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

const isSync = (url) => new URL(url).pathname.startsWith('/api/sync/');
const openFor = (server, hand) => App.open(browser, server.origin, '/', { settings: { view: hand.view }, ...hand.context, serviceWorkers: 'allow' });

/** Jo, signed in long before, with the money on the screen. */
async function joLooksAtTheMoney(server) {
  const jo = await openFor(server, plain);
  await signIn(jo, plain, 'Jo Ashford');
  await plain.press(jo, 'link', say('direct_payments.see_money'));
  await jo.see('heading', say('direct_payments.left.title'));
  return jo;
}

// How Jo comes to look again, another way for each hand. A headless window always has the focus, so that
// one event is made; the network that returns and the page that is loaded again are real.
const byFocus = ['focus', (jo) => jo.page.evaluate(() => dispatchEvent(new Event('focus')))];
const byNetwork = ['reconnect', async (jo) => {
  await jo.context.setOffline(true);
  await jo.context.setOffline(false);
}];
const looks = new Map([[mouse, byNetwork], [keyboard, byFocus], [plain, ['refresh', (jo) => jo.go(jo.route())]], [accessibility, byFocus], [touch, byNetwork]]);

// What the journey made: its ids were chosen at random, and so have numbers.
const made = (documents, kind) => documents.filter((row) => row.kind === kind && row.id.startsWith('<'));

const steps = {
  async asked(app) { await reads(app, /^It costs £8\.00 in all\. You would still have £304\.00/); },
  async planned(app) {
    await reads(app, '£312 left until Sunday 29 November');
    await app.see('link', say('direct_payments.plan.spend', { name: service }));
  },
  async spent(app) {
    await reads(app, /£304\.65 left/);
    await reads(app, /^Saved on this device\. 1 change will be sent/);
  },
  async answered(app, council) {
    await reads(app, /^Saved on this device\. 2 changes will be sent/);
    const { documents, answers } = council();
    assert.equal(made(documents, kinds.transaction).length + answers.length, 0, 'with no network nothing can have come');
  },
  async received(app) { await reads(app, say('shell.sync.with_council')); },
};

async function joSees(jo, looksAgain) {
  const before = jo.requests.length;
  await jo.page.waitForTimeout(idle);
  assert.deepEqual(jo.requests.slice(before), [], 'a page that nobody looks at asks for nothing');
  assert.equal(await jo.page.locator('#mirror').getByText(spent.shown).count(), 0, 'nothing has told Jo yet');
  await looksAgain(jo);
  await reads(jo, spent.shown);
  await reads(jo, /£304\.65 left/);
  assert.ok(jo.requests.slice(before).some(isSync), 'looking again is what fetched it');
  const rested = jo.requests.length;
  await jo.page.waitForTimeout(idle);
  assert.deepEqual(jo.requests.slice(rested), [], 'and then it rests again');
}

function assertOnce(state) {
  const [plans, spends, notices] = [kinds.planItem, kinds.transaction, kinds.notice].map((kind) => made(state.documents, kind));
  assert.equal(plans.length, 1, 'one thing planned');
  assert.equal(spends.length, 1, 'one spend');
  assert.ok(spends[0].content.includes(Buffer.from(service).toString('hex')));
  assert.equal(notices.length, 1, 'Sam is asked how it was');
  assert.equal(state.answers.length, 1, 'one answer');
  assert.equal(state.tokensSpent, 1);
  assert.ok(state.operations.every(({ times }) => times === 1), JSON.stringify(state.operations));
  assert.ok(!state.answers[0].answers.includes(people.sam));
}

for (const hand of hands) {
  const [how, look] = looks.get(hand);
  test(`made with no network, a spend and an answer come once, and Jo sees the spend on ${how}: ${hand.name}`, async () => {
    const server = await startServer({ own: true });
    const opened = [];
    try {
      const fixed = idsIn(server);
      const jo = await joLooksAtTheMoney(server);
      opened.push(jo);
      const sam = await openFor(server, hand);
      opened.push(sam);
      assert.equal(await sam.view(), hand.view);
      if (hand.view === 'canvas') assert.ok(await webglLive(sam), 'WebGL2 must be live in canvas view');
      await familyJourney(sam, hand, (step) => steps[step](sam, () => councilState(server, fixed)));
      await joSees(jo, look);
      const state = councilState(server, fixed);
      assertOnce(state);
      states.set(hand.name, state);
      assert.deepEqual(await sam.violations(), []);
    } catch (error) {
      for (const app of opened) error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
      throw error;
    } finally {
      for (const app of opened) await app.close();
      await server.stop();
    }
  });
}

test('by all ways the council holds the same documents, feeds, operations and answers', () => {
  assert.equal(states.size, hands.length, 'each way must have come to its end');
  const [[first, expected], ...others] = states;
  for (const [name, state] of others) assert.deepEqual(state, expected, `${name} differs from ${first}`);
});
