/**
 * A parent comments on a service and is answered, by mouse, keyboard and plain view: from the service's page, written
 * with the network really off, once with the council, published in other words, answered, and read beside it by
 * everybody, also with the network off and with no script. Whatever the hand, the council ends with the same.
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
const farm = '/service/93ae4c67-';
const beside = 'Is this right? Comments and corrections';
const words = 'Riley got stuck in the mud';
const published = 'Wheelchairs get stuck on the path when it rains.';
const answer = 'That is true, and we are sorry.';
const action = 'The farm lays a firm path before Easter.';
const ends = new Map();
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

async function toTheForm(app, hand) {
  await hand.write(app, say('shell.home.search_label'), 'farm tea');
  await hand.press(app, 'button', say('shell.home.search_go'));
  await app.see('link', 'Farm Tea');
  await hand.press(app, 'link', 'Farm Tea');
  await app.see('heading', 'Farm Tea');
  assert.ok(app.route().startsWith(farm));
  await hand.press(app, 'link', beside);
  await app.see('heading', say('comments.title.service'));
  await reads(app, 'Farm Tea');
  await hand.press(app, 'link', say('comments.new'));
  await app.see('heading', say('comments.new.title'));
  await app.see('button', say('comments.send'));
}

async function comment(app, hand) {
  await app.context.setOffline(true);
  await hand.write(app, say('comments.words'), words);
  await hand.press(app, 'button', say('comments.send'));
  await app.see('heading', say('comments.sent'));
  await hand.press(app, 'link', say('comments.sent.see'));
  await reads(app, say('comments.progress.device'));
}

async function theOnlyComment(server) {
  for (let i = 0; i < 50; i++) {
    const listed = (await server.verb('offer', 'comments', 'list')).trim().split('\n');
    if (listed.at(-1) === '1 open.') return listed[0].split(' ')[0];
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
  throw new Error('the comment never came');
}

async function readTheAnswer(app, hand) {
  await app.go('/inbox');
  await reads(app, 'We have looked at what you told us');
  await app.go('/comments');
  await reads(app, action);
  await app.context.setOffline(true);
  await hand.press(app, 'link', 'Farm Tea');
  await app.see('heading', say('comments.one'));
  for (const text of [words, published, answer, action]) await reads(app, text);
  await app.context.setOffline(false);
}

for (const hand of hands) {
  test(`a comment is written with no network, published in other words, and answered: ${hand.name}`, async () => {
    const server = await startServer({ own: true });
    const app = await App.open(browser, server.origin, '/', { settings: { view: hand.view }, ...hand.context, serviceWorkers: 'allow' });
    try {
      if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
      await signIn(app, hand, 'Sam Ashford');
      await app.go('/');
      await toTheForm(app, hand);
      await comment(app, hand);
      assert.equal(await server.verb('offer', 'comments', 'list'), '0 open.\n', 'with no network nothing can have come');
      await app.context.setOffline(false);
      const id = await theOnlyComment(server);
      await assert.rejects(server.verb('offer', 'comments', 'publish', id, words), /perhaps a name: Riley/);
      await server.verb('offer', 'comments', 'publish', id, published);
      assert.equal(await server.verb('offer', 'comments', 'answer', id, answer, '--action', action), 'Answered. Whoever sent it has a notice.\n');
      await readTheAnswer(app, hand);
      ends.set(hand.name, (await server.verb('offer', 'comments', 'show', id)).replaceAll(id, '<id>'));
      assert.deepEqual(await app.violations(), []);
      assert.ok(!server.log().includes(words), 'nothing that a family wrote is in the log');
      const html = await (await fetch(`${server.origin}/comments`)).text();
      for (const text of [published, answer, action]) assert.ok(html.includes(text), text);
      assert.ok(!html.includes('Riley'));
    } catch (error) {
      error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
      throw error;
    } finally {
      await app.close();
      await server.stop();
    }
  });
}

test('by all ways the council holds the same comment', () => {
  assert.equal(ends.size, hands.length, 'each way must have come to its end');
  const [first, ...others] = ends.values();
  assert.match(first, /quality {2}Farm Tea\n[^]*They wrote: Riley got stuck in the mud\n[^]*Action: The farm lays/);
  for (const end of others) assert.equal(end, first);
});

test('whoever is signed out says what is wrong, without a name, and the council has it once', async () => {
  const server = await startServer({ own: true });
  const app = await App.open(browser, server.origin, '/find?q=farm+tea', { settings: { view: 'plain' }, serviceWorkers: 'allow' });
  try {
    await app.see('link', 'Farm Tea');
    await plain.press(app, 'link', 'Farm Tea');
    await app.see('link', beside);
    await plain.press(app, 'link', beside);
    await app.see('link', say('comments.wrong'));
    await plain.press(app, 'link', say('comments.wrong'));
    await app.see('heading', say('comments.wrong.title'));
    await plain.choose(app, say('comments.fact'), say('comments.fact.cost'));
    await plain.write(app, say('comments.should_say'), 'It costs nothing now');
    await plain.press(app, 'button', say('comments.send'));
    await app.see('heading', say('comments.sent'));
    for (let i = 0; i < 50 && (await server.verb('offer', 'corrections', 'list')) === '0 open.\n'; i++) {
      await new Promise((resolve) => { setTimeout(resolve, 200); });
    }
    assert.match(await server.verb('offer', 'corrections', 'list'), /cost {2}Farm Tea\n {2}service 93ae4c67-.*\n {2}should say: It costs nothing now\n1 open\.\n$/);
  } finally {
    await app.close();
    await server.stop();
  }
});
