/**
 * A family asks for a short break and is answered, by mouse, keyboard and plain view: from a service's page, written
 * with the network really off, once with the council, answered by its staff, read, and answered back. Whatever the
 * hand, the council ends with the same.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { keyboard, mouse, plain, waysOf } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';

const hands = waysOf([mouse, plain]);
const farm = '93ae4c67-'; // Farm Tea: someone asks for you
const needs = 'An afternoon to sleep';
const ends = new Map();
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

async function farmTea(app, hand) {
  await hand.write(app, say('shell.home.search_label'), 'farm tea');
  await hand.press(app, 'button', say('shell.home.search_go'));
  await app.see('link', 'Farm Tea');
  await hand.press(app, 'link', 'Farm Tea');
  await app.see('heading', 'Farm Tea');
  assert.ok(app.route().includes(farm));
}

async function ask(app, hand) {
  await hand.press(app, 'link', say('service.way_in.ask'));
  await app.see('heading', say('requests.new.title'));
  await app.see('button', say('requests.send'));
  await app.context.setOffline(true);
  await hand.write(app, say('requests.needs'), needs);
  await hand.press(app, 'button', say('requests.send'));
  await app.see('heading', say('requests.sent'));
  await hand.press(app, 'link', say('requests.see'));
  await reads(app, say('requests.progress.device'));
  await reads(app, say('requests.next.sending'));
}

async function idOfTheOnlyRequest(server) {
  const listed = await server.verb('requests', 'list');
  const lines = listed.trim().split('\n');
  assert.equal(lines.at(-1), '1 open.', listed);
  assert.match(lines[0], /answer by 2026-12-02 {2}asked {2}short_break: Farm Tea$/);
  return lines[0].split(' ')[0];
}

async function readTheAnswer(app, hand) {
  await app.go('/inbox');
  const title = 'There is an answer to what you asked';
  await reads(app, title);
  await app.go('/requests');
  await app.see('link', 'Farm Tea');
  await hand.press(app, 'link', 'Farm Tea');
  await app.see('heading', say('requests.steps'));
  await reads(app, 'Which day suits you?');
  await reads(app, say('requests.status.question'));
}

async function answerBack(app, hand) {
  await hand.write(app, say('requests.more.words'), 'Any day but Monday');
  await hand.press(app, 'button', say('requests.more.send'));
  await reads(app, say('requests.more.added'));
  await reads(app, say('shell.sync.with_council'));
  await reads(app, say('requests.status.looked_at'));
}

for (const hand of hands) {
  test(`a short break is asked for with no network, answered, and answered back: ${hand.name}`, async () => {
    const server = await startServer({ own: true });
    const app = await App.open(browser, server.origin, '/', { settings: { view: hand.view }, ...hand.context, serviceWorkers: 'allow' });
    try {
      if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
      await signIn(app, hand, 'Sam Ashford');
      await app.go('/');
      await farmTea(app, hand);
      await ask(app, hand);
      assert.equal(await server.verb('requests', 'list'), '0 open.\n', 'with no network nothing can have come');
      await app.context.setOffline(false);
      await reads(app, say('requests.next.asked', { day: 'Wednesday 2 December' }));
      const id = await idOfTheOnlyRequest(server);
      assert.equal(await server.verb('requests', 'answer', id, 'question', 'Which day suits you?'), 'Answered: question. The family has a notice.\n');
      await readTheAnswer(app, hand);
      await answerBack(app, hand);
      ends.set(hand.name, (await server.verb('requests', 'show', id)).replaceAll(id, '<id>'));
      assert.deepEqual(await app.violations(), []);
      assert.ok(!server.log().includes(needs), 'nothing that a family wrote is in the log');
    } catch (error) {
      error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
      throw error;
    } finally {
      await app.close();
      await server.stop();
    }
  });
}

test('by all ways the council holds the same request', () => {
  assert.equal(ends.size, hands.length, 'each way must have come to its end');
  const [first, ...others] = ends.values();
  assert.match(first, /What would help: An afternoon to sleep\n[^]*Which day suits you\?\n[^]*Any day but Monday\n$/);
  for (const end of others) assert.equal(end, first);
});

test('without scripts the page of requests says what happens next and whom to ring', async () => {
  const server = await startServer();
  for (const [lang, words] of [['en', 'You get a first answer within this many days: 10.'], ['cy', 'o fewn y nifer hwn o ddiwrnodau: 10.']]) {
    const html = await (await fetch(`${server.origin}/requests/new?lang=${lang}`, { headers: { 'Accept-Language': lang } })).text();
    assert.ok(html.includes(words), html.slice(0, 3000));
  }
  await server.stop();
});
