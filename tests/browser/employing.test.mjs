/**
 * A family adds a PA, writes down hours with the network really off, corrects one, hands the phone over, reads what the
 * pay costs, gets the file for the payroll service, and asks what a year costs: by mouse, keyboard and plain view.
 * Whatever the hand, the file is the same.
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
const pa = 'Mo Carter';
const files = new Map();
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

async function addWorker(app, hand) {
  await app.go('/money');
  await app.see('link', say('direct_payments.workers'));
  await hand.press(app, 'link', say('direct_payments.workers'));
  await app.see('link', say('employing.new'));
  await hand.press(app, 'link', say('employing.new'));
  await app.see('button', say('employing.save'));
  await hand.write(app, say('employing.name'), pa);
  await hand.write(app, say('employing.rate'), '12.70');
  await reads(app, say('employing.below_minimum', { money: '£12.71' }));
  await hand.write(app, say('employing.rate'), '13');
  await hand.write(app, say('employing.starts'), '02 11 2026');
  await hand.press(app, 'button', say('employing.save'));
  await app.see('heading', say('employing.saved'));
  await reads(app, say('shell.sync.with_council'));
  await hand.press(app, 'link', say('employing.saved_next'));
  await app.see('heading', pa);
}

async function record(app, hand, day, time) {
  await app.see('button', say('employing.record.save'));
  await hand.write(app, say('employing.day'), day);
  await hand.write(app, say('employing.time'), time);
  await hand.press(app, 'button', say('employing.record.save'));
  await reads(app, say('employing.recorded'));
}

async function recordOffline(app, hand) {
  await app.context.setOffline(true);
  await record(app, hand, '19 11 2026', '10:00');
  await record(app, hand, '20 11 2026', '20');
  await hand.press(app, 'button', say('employing.correct', { day: 'Friday 20 November' }));
  await app.see('button', say('employing.correct.save'));
  await hand.write(app, say('employing.time'), '22:00');
  await hand.write(app, say('employing.reason'), 'A sleep-in');
  await hand.press(app, 'button', say('employing.correct.save'));
  await reads(app, say('employing.corrected', { reason: 'A sleep-in' }));
  await reads(app, say('employing.progress.device'));
}

async function confirm(app, hand) {
  await hand.press(app, 'link', say('employing.confirm.show', { name: pa }));
  await app.see('heading', say('employing.confirm.name', { name: pa }));
  await reads(app, say('employing.confirm.total', { time: '32 hours' }));
  assert.ok(!(await app.page.locator('#mirror main').innerText()).includes('£'), 'the worker reads nothing of the money');
  await hand.press(app, 'button', say('employing.confirm.right'));
  await app.see('heading', say('employing.confirm.thanks'));
  await hand.press(app, 'link', say('employing.confirm.back'));
  await app.see('heading', pa);
  await reads(app, say('employing.confirmed.yes'));
}

// 32 hours at £13 are £416.00; (416 − 385) × 15 % is £4.65.
async function readCost(app) {
  for (const money of ['£416.00', '£4.65', '£420.65']) await reads(app, money);
  await reads(app, say('employing.sources.unconfirmed'));
}

async function payrollFile(app) {
  await app.context.setOffline(false);
  await reads(app, say('shell.sync.with_council'));
  await app.see('link', say('employing.file.get'));
  const address = await app.find('link', say('employing.file.get')).first().getAttribute('href');
  assert.match(address, /^\/api\/employing\/payroll\/[0-9a-f-]{36}\/2026-11-02$/);
  return app.page.evaluate(async (href) => {
    const reply = await fetch(href);
    return [reply.headers.get('content-disposition'), await reply.text()].join('\n');
  }, address);
}

async function yearCost(app, hand) {
  await app.go('/pa/cost');
  await reads(app, say('employing.cost.type'));
  await hand.write(app, say('employing.cost.hours'), '12');
  await hand.write(app, say('employing.rate'), '13');
  // 13 × (624 + 35.85), and Northmere's own £72 for insurance and £186 for the payroll service.
  await reads(app, say('employing.cost.says', { money: '£8,836.05', hour: '£14.16' }));
  await hand.press(app, 'link', say('employing.cost.plan'));
  await app.see('heading', say('planning.afford.title'));
  await reads(app, say('employing.cost.plan_name'));
}

for (const hand of hands) {
  test(`a PA is added, their hours kept without a network, confirmed, costed and handed to payroll: ${hand.name}`, async () => {
    const server = await startServer({ own: true });
    const app = await App.open(browser, server.origin, '/', { settings: { view: hand.view }, ...hand.context, serviceWorkers: 'allow' });
    try {
      if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
      await signIn(app, hand, 'Sam Ashford');
      await addWorker(app, hand);
      await recordOffline(app, hand);
      await confirm(app, hand);
      await readCost(app);
      files.set(hand.name, await payrollFile(app));
      await yearCost(app, hand);
      assert.deepEqual(await app.violations(), []);
      assert.ok(!server.log().includes(pa), 'nobody is named in the log');
    } catch (error) {
      error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
      throw error;
    } finally {
      await app.close();
      await server.stop();
    }
  });
}

test('by all ways the payroll service gets the same file', () => {
  assert.equal(files.size, hands.length, 'each way must have come to its end');
  const [first, ...others] = files.values();
  const lines = first.replace('\uFEFF', '').split(/\r?\n/);
  assert.equal(lines[0], 'attachment; filename="payroll.csv"');
  assert.equal(lines[2], 'Mo Carter,2026-11-02,2026-11-29,2026-11-19,worked,10:00,600,13.00,0,0.00,yes,,,');
  assert.equal(lines[3], 'Mo Carter,2026-11-02,2026-11-29,2026-11-20,worked,22:00,1320,13.00,0,0.00,yes,,,A sleep-in');
  assert.equal(lines.length, 5);
  for (const other of others) assert.equal(other, first);
});

test('without scripts the page tells the minimum wage and where it comes from', async () => {
  const server = await startServer();
  for (const [lang, words] of [['en', '21 and over: £12.71 (from 2026-04-01)'], ['cy', '21 a throsodd: £12.71 (o 2026-04-01)']]) {
    const html = await (await fetch(`${server.origin}/pa/cost?lang=${lang}`, { headers: { 'Accept-Language': lang } })).text();
    assert.ok(html.includes(words), html.slice(0, 3000));
  }
  await server.stop();
});
