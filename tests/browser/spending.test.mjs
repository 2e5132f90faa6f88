/**
 * Before money is spent: a family asks whether it may buy something, also without a network, and has the council's answer
 * in writing at the question, at the agreement and in its return; its plan comes again every week and counts in what is
 * left, in "Will it last?" and in the return; and it is told of what it chose, once. In the plain view always, by mouse
 * and keyboard in "test long". Whoever may only look is offered none of it.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { keyboard, mouse, plain, waysOf } from './support/hands.mjs';
import { withCouncil } from './support/money_steps.mjs';
import { withOwnCouncil } from './support/own_council.mjs';
import { startServer } from './support/server.mjs';
import { isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';
import { inCharge } from './worker/worker_suite.mjs';

const officer = ['--officer', 'C. Evans'];
const inLong = { skip: isLong ? false : 'in "test long"' };  // what they are made of is tested without a browser
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

const withFamily = (today, hand, work) => withOwnCouncil(browser, today, hand, work);

async function lookUp(app, hand, what, cost) {
  await app.see('button', say('may_i.look'));
  await hand.write(app, say('may_i.what'), what);
  if (cost) await hand.write(app, say('may_i.cost'), cost);
  await hand.press(app, 'button', say('may_i.look'));
}

async function answers(app, what, key) {
  await app.see('heading', what);
  await app.main().getByText(say(key), { exact: true }).first().waitFor({ state: 'attached' });
}

async function ask(app, hand) {
  await lookUp(app, hand, 'A trike', '450');
  await answers(app, 'A trike', 'may_i.ask_first');
  await reads(app, "A trike that costs more than £400");
  await app.context.setOffline(true);
  await hand.write(app, say('may_i.why'), 'To ride to the club');
  await hand.press(app, 'button', say('may_i.ask_go'));
  await reads(app, say('may_i.asked'));
  await reads(app, say('direct_payments.progress.device'));
  await app.context.setOffline(false);
  await withCouncil(app);
  await reads(app, say('may_i.answer_by', { day: '2 December 2026' }));
}

for (const hand of waysOf([plain, mouse, keyboard])) {
  const skip = !isLong && hand !== plain ? 'in "test long"' : false;
  test(`a question goes from the rules to a written answer that stays with the money: ${hand.name}`, { skip }, () => withFamily('2026-11-22', hand, async (server, app) => {
    await signIn(app, hand, 'Sam Ashford');
    await app.go('/money/may-i');
    await lookUp(app, hand, 'Swimming lessons');
    await answers(app, 'Swimming lessons', 'may_i.yes');
    await inCharge(app.page);
    await ask(app, hand);
    const list = await server.verb('agreement', 'questions', '--json', ...officer);
    const [question] = JSON.parse(list);
    assert.equal(question.what, 'A trike');
    assert.equal(question.why, 'To ride to the club');
    await server.verb('agreement', 'answer', question.id, 'yes_if', 'Yes, if it is second hand.', ...officer);
    await app.go('/inbox');
    await hand.press(app, 'link', /We answered what you asked/);
    await reads(app, 'Yes, if it is second hand.');
    await reads(app, say('direct_payments.reply.by', { who: 'C. Evans', day: '22 November 2026' }));
    await app.go('/money/agreement');
    await app.see('heading', say('direct_payments.reply.title'));
    await reads(app, 'Yes, if it is second hand.');
    await reads(app, 'Riley swims every week and makes friends there');
    await app.go('/money/returns');
    await hand.press(app, 'link', say('returns.next.look'));
    await hand.press(app, 'button', say('returns.next'));
    await reads(app, 'Yes, if it is second hand.');
    const file = join(server.data, 'out.journal');
    await server.verb('ledger', 'export', file, ...officer);
    assert.match(readFileSync(file, 'utf8'), /; {3}2026-11-22, C\. Evans: yes_if\. Yes, if it is second hand\.\n/);
    assert.match(await server.verb('audit', 'list', ...officer), /agreement answer/);
    assert.ok(!server.log().includes('To ride to the club'), 'nothing that a family wrote is in the log');
  }));

  test(`a plan for every week counts in what is left, in the forecast and in the return: ${hand.name}`, { skip }, () => withFamily('2026-11-22', hand, async (server, app) => {
    await signIn(app, hand, 'Sam Ashford');
    await app.go('/money/plan');
    await app.see('button', say('planning.add_go'));
    await hand.write(app, say('planning.name'), 'Swim club');
    await hand.write(app, say('planning.cost'), '8');
    await hand.pick(app, say('planning.often.week'));
    await hand.write(app, say('planning.first_day'), '28 11 2026');
    await hand.pick(app, say('planning.time.term'));
    await hand.pick(app, 'Riley swims every week and makes friends there');
    await hand.press(app, 'button', say('planning.add_go'));
    await reads(app, say('planning.saved'));
    await reads(app, '£8.00 every week, from 28 November 2026, in term time alone');
    await withCouncil(app);
    await app.go('/money');
    await reads(app, 'Swim club');
    await app.go('/money/forecast');
    await reads(app, say('forecast.counted.plan'));
    await hand.tick(app, say('forecast.alerts.return_due'));
    await hand.press(app, 'button', say('forecast.alerts.save'));
    await reads(app, say('forecast.alerts.saved'));
    await withCouncil(app);
    await app.go('/money/returns');
    await hand.press(app, 'link', say('returns.next.look'));
    await hand.press(app, 'button', say('returns.next'));
    await reads(app, 'Swim club');
  }));
}

test('what somebody chose to be told of is in the inbox once', inLong, () => withFamily('2026-12-01', plain, async (server, app) => {
  await signIn(app, plain, 'Sam Ashford');
  await app.go('/money/forecast');
  await plain.tick(app, say('forecast.alerts.return_due'));
  await plain.press(app, 'button', say('forecast.alerts.save'));
  await reads(app, say('forecast.alerts.saved'));
  await withCouncil(app);
  assert.match(await server.verb('agreement', 'alerts', ...officer), /1 messages written/);
  assert.match(await server.verb('agreement', 'alerts', ...officer), /0 messages written/);
  await app.go('/inbox');
  await plain.press(app, 'link', /A return can be sent now/);
  await app.see('heading', say('returns.title'));
}));

test('who may only look reads the plan, the answers and the return, and is offered none of it to do', () => withFamily('2026-12-01', plain, async (server, app) => {
  await signIn(app, plain, 'Pat Morgan', 'helper');
  await app.go('/money/plan');
  await app.see('heading', say('planning.title'));
  await reads(app, say('direct_payments.look_only_plan', { name: 'Sam Ashford' }));
  assert.equal(await app.find('button', say('planning.add_go')).count(), 0);
  await app.go('/money/may-i');
  await lookUp(app, plain, 'A trike');
  await answers(app, 'A trike', 'may_i.yes');
  assert.equal(await app.find('button', say('may_i.ask_go')).count(), 0);
  await app.go('/money/returns');
  assert.equal(await app.find('link', say('returns.next.go')).count(), 0);
  await plain.press(app, 'link', say('returns.next.look'));
  await reads(app, say('returns.look_only'));
  assert.equal(await app.find('button', say('returns.next')).count(), 0);
}));

test('from 16 a young person is paid themselves: their letter, their money, their plan and what happens at 18 are theirs', inLong, () => withFamily('2028-04-03', plain, async (server, app) => {
  const [household, child, riley] = ['7d0c1f8e-3b52-4a6f-9d1e-5c2a8b7f4e60', '5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21', 'e83d5b92-6a0f-4c1d-97b4-2d5c8e1f7a36'];
  const made = await server.verb('agreement', 'create', household, child, riley, '120.00', '2028-04-03', 'You asked to be paid yourself.', ...officer);
  assert.match(made, /starts on 2028-04-03/);
  await signIn(app, plain, 'Riley Ashford', 'young_person');
  await app.go('/inbox');
  await plain.press(app, 'link', /We have written to you/);
  await reads(app, 'You asked to be paid yourself.');
  await reads(app, say('agreed.for_you'));
  await reads(app, say('agreed.grown_up.own', { day: '9 March 2030' }));
  await app.go('/money');
  await reads(app, say('direct_payments.for_you'));
  await app.go('/money/plan');
  await plain.write(app, say('planning.name'), 'Bus to college');
  await plain.write(app, say('planning.cost'), '3');
  await plain.press(app, 'button', say('planning.add_go'));
  await reads(app, say('planning.saved'));
  await app.go('/money/may-i');
  await lookUp(app, plain, 'A tablet');
  await plain.press(app, 'button', say('may_i.ask_go'));
  await reads(app, say('may_i.asked'));
  await withCouncil(app);
  await app.go('/money/returns');
  await app.see('heading', say('returns.next.later'));
  const parent = await App.open(browser, server.origin, '/', { settings: { view: 'plain' }, day: new Date('2028-04-03T10:00:00Z') });
  try {
    await signIn(parent, plain, 'Sam Ashford');
    await parent.go('/money');
    await parent.see('heading', say('direct_payments.title'));
    assert.doesNotMatch(await parent.page.locator('#mirror').innerText(), /120\.00|Bus to college/, 'what the young person did not share is theirs');
  } finally {
    await parent.close();
  }
}));

test('without scripts a form of its own answers from the rules for everybody, in both languages', async () => {
  const server = await startServer();
  try {
    const page = async (query) => (await fetch(`${server.origin}/money/may-i?${query}`)).text();
    assert.match(await page('what=A+tablet'), /Ask us first[\s\S]*Equipment, such as a trike or a tablet/);
    assert.match(await page('what=llechen&lang=cy'), /Holwch ni yn gyntaf[\s\S]*Offer, fel treic neu lechen/);
    assert.doesNotMatch(await page('what=%3Cb%3Edrone%3C%2Fb%3E'), /<b>drone/);
  } finally {
    await server.stop();
  }
});
