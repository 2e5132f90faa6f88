/**
 * A month out of the bank's file: from the agreement and a plan to a file that is chosen without a network, two rows put
 * right, the bank's balance to the penny, a receipt, the forecast, the return and the council's question: by mouse,
 * keyboard and plain view. The same file again adds nothing, and nothing of it leaves the device but its payments.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { accessibility, keyboard, mouse, plain, touch, waysOf } from './support/hands.mjs';
import { addReceipt, answerQuestion, nextStep, openReturn, putInPlan, withCouncil } from './support/money_steps.mjs';
import { startServer } from './support/server.mjs';
import { isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';
import { inCharge } from './worker/worker_suite.mjs';

// Each hand takes a minute of a busy machine: the plain view always, the other two in "test long".
const hands = waysOf([plain, mouse, keyboard]);
const isSkipped = (hand) => !isLong && hand !== plain;
const day = new Date('2026-12-01T10:00:00Z');
const month = Buffer.from(`Date,Description,Amount,Balance
02/11/2026,NORTHMERE COUNCIL,312.00,312.00
07/11/2026,SATURDAY STARS,-8.00,304.00
14/11/2026,SATURDAY STARS,-8.00,296.00
soon,PRIVATE SHOP,-1.00,296.00
20/11/2026,NM TAXIS,-12.50,283.50
27/11/2026,REFUND STARS,4.00,287.50
`);
const taxi = say('statements.paid_out', { what: 'NM TAXIS', money: '£12.50' });
const refund = say('statements.paid_in', { what: 'REFUND STARS', money: '£4.00' });
const question = 'Where did the taxi go?';
const answer = 'To the club and back';
const ends = new Map();
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

const control = (app) => app.page.locator('#mirror').getByLabel(say('statements.file'));

// How each hand opens the chooser that is the browser's own.
const opens = new Map([
  [mouse, async (app) => { await app.mouseAt(control(app)); }],
  [keyboard, async (app) => { await app.tabTo(control(app)); await app.page.keyboard.press('Enter'); }],
  [plain, async (app) => { await control(app).click(); }],
  [accessibility, async (app) => { await app.atClick(control(app)); }],
  [touch, async (app) => { await control(app).tap(); }],
]);

async function choose(app, hand, name, buffer) {
  const [chooser] = await Promise.all([app.page.waitForEvent('filechooser'), opens.get(hand)(app)]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
  await app.settled();
}

async function openFile(app, hand) {
  await app.go('/money');
  await app.see('link', say('direct_payments.statement'));
  await hand.press(app, 'link', say('direct_payments.statement'));
  await app.see('heading', say('statements.title'));
}

async function addMonth(app, hand) {
  await openFile(app, hand);
  await choose(app, hand, 'photo.pdf', Buffer.from('%PDF-1.7 a scan'));
  await reads(app, say('statements.fault.pdf'));
  await choose(app, hand, 'years.csv', Buffer.alloc(8 * 1024 * 1024 + 1, 'a'));
  await reads(app, say('statements.fault.too_large'));
  await app.context.setOffline(true);
  await choose(app, hand, 'november.csv', month);
  await app.see('heading', 'november.csv');
  await reads(app, say('statements.unread.line', { line: '5', why: say('statements.line.not_a_day') }));
  const right = say('statements.put_right', { what: taxi });
  await hand.press(app, 'button', right);
  await hand.choose(app, say('statements.what', { what: taxi }), say('direct_payments.category.travel'));
  await hand.choose(app, say('statements.what', { what: refund }),
    say('statements.as.back', { category: say('direct_payments.category.activities') }));
  await reads(app, say('statements.balance.agrees'));
  await hand.press(app, 'button', /^Add 4 payments$/);
  await reads(app, /4 payments are saved on this device/);
  await choose(app, hand, 'november.csv', month);
  await reads(app, say('statements.add.none'));
  await app.context.setOffline(false);
  await withCouncil(app);
}

async function lookAhead(app, hand) {
  await app.go('/money');
  await app.see('link', say('direct_payments.forecast'));
  await hand.press(app, 'link', say('direct_payments.forecast'));
  await app.see('table', say('forecast.weeks'));
  await hand.write(app, say('forecast.what_if.how_much'), '200');
  await reads(app, /With £200.00 more a week the money runs out on/);
}

async function sendReturn(app, hand) {
  await openReturn(app, hand);
  await nextStep(app, hand);
  await reads(app, '£287.50');
  await nextStep(app, hand);
  await addReceipt(app, hand, 'NM TAXIS', '£12.50');
  await app.page.goBack();
  await app.see('heading', say('returns.papers'));
  await hand.write(app, say('returns.statement.closing'), '287.50');
  await nextStep(app, hand);
  await reads(app, say('returns.gap.none'));
  await nextStep(app, hand);
  await app.see('button', say('returns.send'));
  await hand.tick(app, say('returns.declared'));
  await hand.press(app, 'button', say('returns.send'));
  await reads(app, say('returns.then.sent'));
  await withCouncil(app);
}

// What the return closed is told on the file's own screen too.
async function staysClosed(app, hand) {
  await openFile(app, hand);
  await choose(app, hand, 'later.csv', Buffer.from('Date,Description,Amount\n21/11/2026,FORGOTTEN,-5.00\n'));
  await reads(app, say('statements.add.none'));
  await hand.press(app, 'button', /not added again/);
  await reads(app, say('statements.reason.sent'));
}

async function journey(server, app, hand) {
  const bodies = [];
  app.page.on('request', (request) => bodies.push(request.postDataBuffer()?.toString('latin1') ?? ''));
  await signIn(app, hand, 'Sam Ashford');
  await inCharge(app.page);
  await putInPlan(app, hand);
  await app.go('/money/statement');  // its module is here before the network goes
  await app.see('heading', say('statements.title'));
  await addMonth(app, hand);
  await lookAhead(app, hand);
  await sendReturn(app, hand);
  const list = await server.verb('returns', 'list');
  assert.match(list, /closing £287\.50/);
  const id = list.split(' ')[0];
  await server.verb('returns', 'query', id, question, '--officer', 'R. Marsh');
  await answerQuestion(app, hand, question, answer);
  await staysClosed(app, hand);
  assert.ok(bodies.some((body) => body.includes('NM TAXIS')), 'the payments that were chosen go to the council');
  assert.ok(!bodies.some((body) => body.includes('PRIVATE SHOP')), 'and nothing else of the file');
  assert.match(await server.verb('ledger', 'check'), /^5 transactions, 10 lines, 1 returns: they all fit\.\n$/);
  return server.verb('returns', 'show', id);
}

for (const hand of hands) {
  const skip = isSkipped(hand) ? 'in "test long"' : false;
  test(`from the agreement to an answered return, with a month out of the bank's file: ${hand.name}`, { skip }, async () => {
    const server = await startServer({ own: true, today: '2026-12-01' });
    const app = await App.open(browser, server.origin, '/', { settings: { view: hand.view }, ...hand.context, serviceWorkers: 'allow', day });
    try {
      ends.set(hand.name, await journey(server, app, hand));
      assert.deepEqual(await app.violations(), []);
      assert.ok(!server.log().includes('NM TAXIS'), 'nothing of the file is in the log');
    } catch (error) {
      error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
      throw error;
    } finally {
      await app.close();
      await server.stop();
    }
  });
}

test('by all ways the council has the same return', () => {
  assert.equal(ends.size, hands.filter((hand) => !isSkipped(hand)).length, 'each way must have come to its end');
  const [first, ...others] = ends.values();
  for (const other of others) assert.deepEqual(other, first);
});
