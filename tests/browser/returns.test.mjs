/**
 * A family goes from its agreement to a sent return: a club in the plan, spends, one put right, a receipt, the steps of
 * the return, the council's question answered in place, and a period that stays closed: by mouse, keyboard and plain
 * view. Whatever the hand, the council has the same and the family's own file is the same.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { keyboard, mouse, plain, waysOf } from './support/hands.mjs';
import { addReceipt, answerQuestion, nextStep, openReturn, putInPlan, withCouncil } from './support/money_steps.mjs';
import { startServer } from './support/server.mjs';
import { isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';

// Each hand takes a minute of a busy machine: the plain view always, the other two in "test long".
const hands = waysOf([plain, mouse, keyboard]);
const isSkipped = (hand) => !isLong && hand !== plain;
const day = new Date('2026-12-01T10:00:00Z');
const question = 'What was the bus for?';
const answer = 'To the club and back';
const ends = new Map();
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

async function write(app, hand, what, amount, when) {
  await app.go('/money/spend');
  await app.see('textbox', say('direct_payments.spend.amount'));
  await hand.write(app, say('direct_payments.spend.what'), what);
  await hand.write(app, say('direct_payments.spend.amount'), amount);
  await hand.write(app, say('direct_payments.spend.day'), when);
  await hand.press(app, 'button', say('direct_payments.spend.save'));
}

async function spend(app, hand, what, amount, when) {
  await write(app, hand, what, amount, when);
  await app.see('heading', say('direct_payments.spend.saved'));
}

async function putRight(app, hand) {
  await app.go('/money');
  await app.see('link', 'Bus twice');
  await hand.press(app, 'link', 'Bus twice');
  await app.see('button', say('direct_payments.entry.take_back_go'));
  await hand.write(app, say('direct_payments.entry.reason'), 'I wrote it twice');
  await hand.press(app, 'button', say('direct_payments.entry.take_back_go'));
  await reads(app, say('direct_payments.entry.done'));
}

async function sendReturn(app, hand) {
  await nextStep(app, hand);
  await app.see('heading', say('returns.numbers'));
  await reads(app, '£299.50');
  await nextStep(app, hand);
  await addReceipt(app, hand, 'Bus', '£12.50');
  await app.page.goBack();
  await app.see('heading', say('returns.papers'));
  await hand.write(app, say('returns.statement.closing'), '299.50');
  await nextStep(app, hand);
  await reads(app, say('returns.gap.none'));
  await nextStep(app, hand);
  await app.see('button', say('returns.send'));
  await hand.tick(app, say('returns.declared'));
  await hand.press(app, 'button', say('returns.send'));
  await reads(app, say('returns.then.sent'));
  await withCouncil(app);
}

async function ownFile(app, hand) {
  await app.context.setOffline(true);
  const link = say('returns.keep.file');
  const [download] = await Promise.all([app.page.waitForEvent('download'), hand.press(app, 'link', link)]);
  assert.equal(download.suggestedFilename(), 'alongside.csv');
  const text = readFileSync(await download.path(), 'utf8');
  await app.context.setOffline(false);
  return text;
}

async function staysClosed(app, hand) {
  await write(app, hand, 'Forgotten', '5', '20 11 2026');
  await reads(app, say('direct_payments.error.day_sent'));
}

async function journey(server, app, hand) {
  await signIn(app, hand, 'Sam Ashford');
  await putInPlan(app, hand);
  await spend(app, hand, 'Bus', '12.50', '20 11 2026');
  await spend(app, hand, 'Bus twice', '12.50', '20 11 2026');
  await putRight(app, hand);
  await openReturn(app, hand);
  await sendReturn(app, hand);
  const list = await server.verb('returns', 'list');
  assert.match(list, /edition 1 {2}sent {2}sent 2026-12-01 {2}closing £299\.50\n1 to look at, 0 not sent\.\n$/);
  const id = list.split(' ')[0];
  await server.verb('returns', 'query', id, question, '--officer', 'R. Marsh');
  await answerQuestion(app, hand, question, answer);
  const file = await ownFile(app, hand);
  await staysClosed(app, hand);
  await server.verb('returns', 'accept', id, '--officer', 'R. Marsh');
  await app.go(`/money/returns/${id}`);
  await app.page.reload();  // what an officer did comes with the next look
  await reads(app, say('returns.then.accepted'));
  return { file, shown: await server.verb('returns', 'show', id) };
}

for (const hand of hands) {
  const skip = isSkipped(hand) ? 'in "test long"' : false;
  test(`from the agreement to a return, a question and its answer: ${hand.name}`, { skip }, async () => {
    const server = await startServer({ own: true, today: '2026-12-01' });
    const app = await App.open(browser, server.origin, '/', { settings: { view: hand.view }, ...hand.context, serviceWorkers: 'allow', day });
    try {
      ends.set(hand.name, await journey(server, app, hand));
      assert.deepEqual(await app.violations(), []);
      assert.ok(!server.log().includes(answer), 'nothing that a family wrote is in the log');
    } catch (error) {
      error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
      throw error;
    } finally {
      await app.close();
      await server.stop();
    }
  });
}

test('by all ways the council has the same return, and the family the same file of its own', () => {
  assert.equal(ends.size, hands.filter((hand) => !isSkipped(hand)).length, 'each way must have come to its end');
  const [first, ...others] = ends.values();
  assert.match(first.file, /^\uFEFFrow,name,day,category,pounds,planned_pounds\r\n/);
  assert.match(first.file, /sum,closing,,,299\.50,\r\n/);
  assert.match(first.file, /payment,Bus,2026-11-20,activities,-12\.50,\r\n/);
  assert.match(first.shown, /R\. Marsh {2}accepted\n$/);
  // What reached the council in one moment has no order of its own.
  const sorted = ({ file, shown }) => ({ file: file.split('\r\n').sort(), shown });
  for (const other of others) assert.deepEqual(sorted(other), sorted(first));
});
