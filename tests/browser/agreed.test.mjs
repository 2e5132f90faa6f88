/**
 * What an officer decides about a direct payment reaches the family: a notice in the inbox, the letter with its reasons
 * and what to do about it, a hand-over with its money moved, and the move at 18; in the plain view always, by mouse and
 * keyboard in "test long". Whoever may only look is told so.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { keyboard, mouse, plain, waysOf } from './support/hands.mjs';
import { withCouncil } from './support/money_steps.mjs';
import { withOwnCouncil } from './support/own_council.mjs';
import { isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';

const agreement = 'd3a81f6c-0e57-4b29-9a4d-7c1e5f2b8d90';
const officer = ['--officer', 'R. Marsh'];
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

const withFamily = (today, hand, work) => withOwnCouncil(browser, today, hand, work);

for (const hand of waysOf([plain, mouse, keyboard])) {
  const skip = !isLong && hand !== plain ? 'in "test long"' : false;
  test(`a stop is read from the inbox to what is still to do and how to disagree: ${hand.name}`, { skip }, () => withFamily('2026-11-22', hand, async (server, app) => {
    await server.verb('agreement', 'amend', agreement, 'Prices went up.', '--from', '2026-11-30', '--pounds', '330.00', ...officer);
    await server.verb('agreement', 'stop', agreement, '2026-12-27', 'The club takes over.', ...officer);
    await signIn(app, hand, 'Sam Ashford');
    await app.go('/inbox');
    await hand.press(app, 'link', /We have written to you/);
    await app.see('heading', say('agreed.title'));
    await app.see('heading', say('agreed.letter.stopped', { day: '27 December 2026' }));
    await reads(app, 'The club takes over.');
    await reads(app, say('agreed.letter.last_return', { first: '30 November 2026', last: '27 December 2026', by: '24 January 2027' }));
    await reads(app, /Pay what you still owe first/);
    await app.see('heading', say('agreed.disagree'));
    await reads(app, /Local Government and Social Care Ombudsman/);
    await reads(app, 'Prices went up.');
    await app.go('/money');
    await reads(app, say('direct_payments.ends', { day: '27 December 2026' }));
    await reads(app, say('direct_payments.changes', { day: '30 November 2026', money: '£330.00' }));
  }));
}

test('a managed account takes over: what is left is moved with one button, and spends come out of it', () => withFamily('2026-11-30', plain, async (server, app) => {
  await server.verb('agreement', 'amend', agreement, 'You asked for it.', '--from', '2026-11-30', '--account', 'managed',
    '--keeper', 'Own Purse', '--short-notice', 'You asked for it to be soon.', ...officer);
  await signIn(app, plain, 'Sam Ashford');
  await app.go('/money/agreement');
  await reads(app, say('agreed.letter.soon', { days: '0', usual: '28' }));
  await reads(app, 'You asked for it to be soon.');
  await reads(app, say('agreed.move.there', { money: '£312.00', where: say('agreed.move.bank') }));
  await plain.press(app, 'button', say('agreed.move.go', { money: '£312.00' }));
  await reads(app, say('agreed.move.done'));
  await withCouncil(app);
  assert.equal(await app.find('heading', say('agreed.move')).count(), 0);
  await app.go('/money/spend');
  await plain.write(app, say('direct_payments.spend.what'), 'Swimming');
  await plain.write(app, say('direct_payments.spend.amount'), '7.35');
  await plain.press(app, 'button', say('direct_payments.spend.save'));
  await app.see('heading', say('direct_payments.spend.saved'));
  await withCouncil(app);
  const file = join(server.data, 'out.csv');
  await server.verb('ledger', 'export', file, ...officer);
  const lines = readFileSync(file, 'utf8');
  assert.match(lines, /managed account,assets,312\.00,/);
  assert.match(lines, /bank,assets,-312\.00,/);
  assert.match(lines, /managed account,assets,-7\.35,Swimming,/);
  assert.match(await server.verb('ledger', 'check'), /they all fit/);
}));

for (const hand of waysOf([plain, mouse, keyboard])) {
  const skip = !isLong && hand !== plain ? 'in "test long"' : false;
  test(`own money, money back, what was there before and what went back are written down and add up: ${hand.name}`, { skip }, () => withFamily('2026-11-22', hand, async (server, app) => {
    await signIn(app, hand, 'Sam Ashford');
    await app.go('/money');
    await app.see('link', say('direct_payments.in'));
    await hand.press(app, 'link', say('direct_payments.in'));
    for (const [kind, amount, what] of [['own', '25', ''], ['refund', '8.50', 'The club was closed'], ['before', '40.05', ''], ['repaid', '10', 'The letter of 18 November']]) {
      await app.see('button', say('agreed.in.save'));
      await hand.pick(app, say(`agreed.in.${kind}`));
      await hand.write(app, say('agreed.in.amount'), amount);
      if (what) await hand.write(app, say('agreed.in.what'), what);
      await hand.press(app, 'button', say('agreed.in.save'));
      await app.see('heading', say('agreed.in.saved'));
      await hand.press(app, 'button', say('agreed.in.another'));
    }
    await withCouncil(app);
    const file = join(server.data, 'out.csv');
    await server.verb('ledger', 'export', file, ...officer);
    const lines = readFileSync(file, 'utf8');
    assert.match(lines, /2026-11-22,[^\n]*,family contribution,[^\n]*,-25\.00,/);
    assert.match(lines, /2026-11-22,[^\n]*,activities,[^\n]*,-8\.50,The club was closed,/);
    assert.match(lines, /2026-11-02,[^\n]*,opening balance,[^\n]*,-40\.05,/);
    assert.match(lines, /2026-11-22,[^\n]*,repaid,[^\n]*,10\.00,The letter of 18 November,/);
    assert.match(await server.verb('ledger', 'check'), /they all fit/);
    await app.go('/money');
    // £312.00 + £25.00 + £8.50 + £40.05 − £10.00.
    await reads(app, say('direct_payments.left.until', { money: '£375.55', day: 'Sunday 29 November' }));
  }));
}

test('two years before 18 the screens of money say what happens then and what to do', () => withFamily('2028-06-01', plain, async (server, app) => {
  await signIn(app, plain, 'Sam Ashford');
  await app.go('/money');
  await reads(app, say('direct_payments.grown_up', { day: '9 March 2030' }));
  await plain.press(app, 'link', say('direct_payments.agreed'));
  await app.see('heading', say('agreed.grown_up'));
  await reads(app, /Adult social care looks at what is needed/);
  await reads(app, /Ask us now for an assessment for adults/);
}));

test('a helper who may only look is told whose money it is, and is offered nothing that the council would refuse', () => withFamily('2026-11-22', plain, async (server, app) => {
  await signIn(app, plain, 'Pat Morgan', 'helper');
  await app.go('/money');
  await reads(app, say('direct_payments.look_only', { name: 'Sam Ashford' }));
  await app.see('link', say('direct_payments.forecast'));
  assert.equal(await app.find('link', say('direct_payments.spend.add')).count(), 0);
  assert.equal(await app.find('link', say('direct_payments.statement')).count(), 0);
  assert.equal(await app.find('link', say('direct_payments.in')).count(), 0);
  for (const address of ['/money/spend', '/money/in', '/money/statement']) {
    await app.go(address);
    await reads(app, say('direct_payments.look_only', { name: 'Sam Ashford' }));
    assert.equal(await app.find('textbox').count() + await app.page.locator('#mirror input[type=file]').count(), 0, address);
    assert.equal(await app.page.locator('#mirror main button').count(), 0, address);
  }
}));
