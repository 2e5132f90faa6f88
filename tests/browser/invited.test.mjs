/**
 * A young person is invited after a visit by a code on paper. With no account and no network they answer with symbols,
 * come back to it, and send it; the council releases what many said and says what it did; and they see it.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads } from './support/family.mjs';
import { mouse, plain } from './support/hands.mjs';
import * as paths from './support/paths.mjs';
import { startServer } from './support/server.mjs';
import { isLong } from './support/suite.mjs';
import { sendLetters, survey } from './support/survey_letters.mjs';
import { say } from './support/words.mjs';
import { inCharge } from './worker/worker_suite.mjs';

const hands = isLong ? [plain, mouse] : [plain];
const farm = ['--service', '93ae4c67-10e4-5d95-bcc5-f3eb3d5e49bb', '--service-name', 'Farm Tea'];
const both = (en, cy) => ({ en, cy });
const story = {
  findings: [{
    said: both('You like animals.', 'Rydych yn hoffi anifeiliaid.'),
    said_easily: both('Animals are fun.', 'Mae anifeiliaid yn hwyl.'),
    outcome: 'done',
    did: both('There is a farm day each month.', 'Mae diwrnod fferm bob mis.'),
    did_easily: both('You can go to the farm.', 'Cei fynd i’r fferm.'),
    owner: both('Loud and Clear', 'Loud and Clear'),
    by: '2027-02-12',
    services: [],
  }],
};
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

function fileIn(server, name, json) {
  const path = join(server.data, name);
  writeFileSync(path, JSON.stringify(json));
  return path;
}

// Sixteen have answered before; from now on each may answer once, with a code.
async function askOnce(server) {
  await sendLetters(server.origin, [...Array(9).fill(5), ...Array(7).fill(4)]);
  const asked = JSON.parse(readFileSync(join(paths.demo, 'surveys/what_do_you_like.json'), 'utf8'));
  asked.alongside.answers = 'once';
  await server.verb('survey', 'publish', fileIn(server, 'once.json', asked));
}

async function inviteOne(server) {
  const report = await server.verb('survey', 'invite', 'codes', survey, '--count', '1', ...farm, '--qr', server.data, '--at', server.origin);
  const [, code, address] = /^(\S+) {2}(\S+)\n/.exec(report);
  assert.ok(existsSync(join(server.data, `${code}.svg`)), 'its QR code is in the folder');
  return { code, path: new URL(address).pathname };
}

const rowsOf = (server, sql) => {
  const database = new DatabaseSync(join(server.data, 'alongside.sqlite'), { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};

async function begin(app, hand) {
  await inCharge(app.page);
  await reads(app, say('invited.about', { service: 'Farm Tea' }));
  await hand.press(app, 'link', say('invited.begin'));
  await app.see('checkbox', 'Animals');
  await hand.press(app, 'button', say('feedback.symbols'));
  await app.page.waitForFunction(async () => (await (await caches.open('alongside.pictures')).keys()).length >= 10);
  await app.settled();
}

/** With the network off: some of it, a page that is opened again, and the rest. */
async function answerOffline(app, hand, path) {
  await app.context.setOffline(true);
  await hand.tick(app, 'Animals');
  await reads(app, say('feedback.keeping.kept'));
  await app.go(path);
  await hand.press(app, 'link', say('invited.begin'));
  await app.see('checkbox', 'Animals');
  assert.ok(await app.find('checkbox', 'Animals').isChecked(), 'what was said before is there');
  await hand.press(app, 'button', say('feedback.symbols'));
  await hand.press(app, 'button', say('feedback.next'));
  await hand.pick(app, say('feedback.face.4'));
  await hand.press(app, 'button', say('feedback.next'));
  await hand.press(app, 'button', say('feedback.skip'));
  await hand.pick(app, say('feedback.how.self'));
  await hand.press(app, 'button', say('feedback.next'));
  await hand.press(app, 'button', say('feedback.send'));
  await reads(app, say('feedback.send.waiting'));
}

async function arrives(server, count) {
  for (let tries = 0; tries < 100; tries++) {
    const rows = rowsOf(server, 'SELECT count(*) AS number FROM feedback_answers');
    if (rows[0].number === count) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail('the answer has not come');
}

async function councilAnswers(server) {
  assert.match(await server.verb('survey', 'release', survey), /^Release 1: 17 people/);
  assert.match(await server.verb('survey', 'answer', survey, fileIn(server, 'story.json', story)), /^1 findings are published/);
}

async function journey(server, hand) {
  await askOnce(server);
  const { code, path } = await inviteOne(server);
  const app = await App.open(browser, server.origin, path, { settings: { view: hand.view }, serviceWorkers: 'allow' });
  try {
    if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
    await begin(app, hand);
    await answerOffline(app, hand, path);
    await app.context.setOffline(false);
    await arrives(server, 17);
    const databases = await app.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    assert.deepEqual(databases.filter((name) => name.includes('person')), [], 'nothing of an account is on the device');
    await councilAnswers(server);
    await app.go('/changes');
    await reads(app, 'There is a farm day each month.');
    await hand.press(app, 'button', say('changes.easy'));
    await reads(app, 'You can go to the farm.');
    await app.go(path);
    await reads(app, say('invited.sent'));
    assert.deepEqual(await app.violations(), []);
  } catch (error) {
    error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
    throw error;
  } finally {
    await app.close();
  }
  return code;
}

for (const hand of hands) {
  test(`invited after a visit, answered offline with symbols, released, and what was done is seen: ${hand.name}`, async () => {
    const server = await startServer({ own: true });
    try {
      const code = await journey(server, hand);
      assert.equal(rowsOf(server, 'SELECT count(*) AS number FROM token_given')[0].number, 0);
      const again = await App.open(browser, server.origin, `/i/${code.toLowerCase()}`, { settings: { view: hand.view } });
      await reads(again, say('invited.used'));
      await again.close();
    } finally {
      await server.stop();
    }
  });
}
