/**
 * Answering with one switch or two, chosen in the settings: a frame goes from thing to thing, and Space or Enter is
 * all that is ever pressed.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads } from './support/family.mjs';
import { root } from './support/paths.mjs';
import { startServer } from './support/server.mjs';
import { isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';

const survey = 'b83e0f94-27cd-4a15-8f60-9d41c7e2a350';
const listed = '5d2b7c11-6a0e-4f7b-9c53-1e8fa0d4b662';
const fixture = (name) => join(root, 'tests/fixtures/surveys', name);
let browser, server;

before(async () => {
  browser = await launch();
  server = await startServer({ own: true });
  await server.verb('survey', 'import', fixture('announced.json'));
  await server.verb('survey', 'publish', fixture('my_day.json'));
  const towns = { type: 'dropdown', name: 'town', title: 'Which town?', isRequired: true, choices: ['Northmere', 'Southmere', 'Eastmere'] };
  const list = join(server.data, 'list.json');
  writeFileSync(list, JSON.stringify({ alongside: { survey: listed, answers: 'as they like', about: 'anything' }, title: 'Towns', elements: [towns] }));
  await server.verb('survey', 'publish', list);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

function answersKept() {
  const database = new DatabaseSync(join(server.data, 'alongside.sqlite'), { readOnly: true });
  const { n } = database.prepare('SELECT count(*) AS n FROM feedback_answers').get();
  database.close();
  return n;
}

/** What the frame is round: the name of the thing whose place it has. */
const framed = (app) => app.page.evaluate(() => {
  const mark = document.querySelector('#switch-mark.standing')?.getBoundingClientRect();
  const inside = ({ left, top, right, bottom }) => mark && left >= mark.left - 1 && top >= mark.top - 1 && right <= mark.right + 1 && bottom <= mark.bottom + 1;
  const all = [...document.querySelectorAll('#mirror :is(a, button, input, select, textarea)')].filter((one) => one.getBoundingClientRect().width > 0 && inside(one.getBoundingClientRect()));
  return all.map((one) => one.labels?.[0]?.textContent.trim() ?? one.textContent.trim());
});

/** Steps until the frame is round the thing of that name, as somebody with two switches does it. */
async function stepTo(app, name) {
  for (let steps = 0; steps < 120; steps++) {
    if ((await framed(app)).includes(name)) return;
    await app.press(' ');
  }
  assert.fail(`the frame never comes to "${name}"`);
}

async function take(app, name) {
  await stepTo(app, name);
  await app.press('Enter');
}

test('two switches answer a survey to the end', async () => {
  const had = answersKept();
  const app = await App.open(browser, server.origin, `/say/${survey}`, { settings: { view: 'canvas', switch: 'two' } });
  await app.see('radio', say('feedback.face.5'));
  await take(app, say('feedback.face.5'));
  assert.ok(await app.find('radio', say('feedback.face.5')).isChecked(), 'the press takes the choice');
  const more = ['The swimming pool', 'Yes', say('feedback.how.self')];
  for (const words of more) {
    await take(app, say('feedback.next'));
    await take(app, words);
  }
  await take(app, say('feedback.next'));
  await take(app, say('feedback.send'));
  await reads(app, say('feedback.sent'));
  assert.equal(answersKept(), had + 1);
  await app.assertClean();
  await app.close();
});

test('with one switch the frame moves by itself, a held press counts once, and nobody is left in an empty field', async () => {
  const app = await App.open(browser, server.origin, `/say/${survey}`, { settings: { view: 'canvas', switch: 'one' } });
  await app.see('radio', say('feedback.face.1'));
  assert.deepEqual(await framed(app), [], 'nothing moves before the first press');
  await app.page.keyboard.down(' ');
  await app.page.keyboard.down(' ');
  await app.page.keyboard.up(' ');
  const first = await framed(app);
  assert.equal(first.length, 1);
  await app.page.waitForFunction((words) => {
    const mark = document.querySelector('#switch-mark').getBoundingClientRect();
    const radio = [...document.querySelectorAll('#mirror input[type=radio]')].find((one) => one.labels[0].textContent.trim() === words);
    const box = radio.getBoundingClientRect();
    return box.left >= mark.left && box.right <= mark.right && box.top >= mark.top && box.bottom <= mark.bottom;
  }, say('feedback.face.1'), { timeout: 40_000, polling: 100 });
  await app.press(' ');
  assert.ok(await app.find('radio', say('feedback.face.1')).isChecked(), 'the press takes what the frame is on');
  await app.press('Escape');
  assert.deepEqual(await framed(app), [], 'Escape takes the frame away');
  await app.close();
});

test('with two switches a field of text is left again without writing', async () => {
  const app = await App.open(browser, server.origin, '/find', { settings: { view: 'plain', switch: 'two' } });
  const field = app.find('searchbox').or(app.find('textbox')).first();
  await field.waitFor({ state: 'attached' });
  const name = await field.evaluate((element) => element.labels[0].textContent.trim());
  await take(app, name);
  assert.ok(await field.evaluate((element) => element === document.activeElement), 'taken, it can be written in');
  await app.press(' ');
  assert.equal(await field.inputValue(), '', 'an empty field is left by a press');
  assert.ok(!(await framed(app)).includes(name));
  await app.close();
});

const chosenTown = (app) => app.find('combobox', 'Which town?').evaluate((list) => list.selectedOptions[0].textContent.trim());

/** Lets the choices go by until this one stands there. */
async function turnTo(app, town) {
  for (let turns = 0; turns < 10 && await chosenTown(app) !== town; turns++) await app.press(' ');
  assert.equal(await chosenTown(app), town);
}

for (const view of ['canvas', 'plain']) {
  test(`two switches choose from a list, and what nobody took is not chosen: ${view}`, async () => {
    const had = answersKept();
    const app = await App.open(browser, server.origin, `/say/${listed}`, { settings: { view, switch: 'two' } });
    await app.see('combobox', 'Which town?');
    const before = await chosenTown(app);
    await take(app, 'Which town?');
    await turnTo(app, 'Southmere');
    await app.press('Escape');
    assert.equal(await chosenTown(app), before, 'the list shows what it had');
    await take(app, 'Which town?');
    await turnTo(app, 'Eastmere');
    await app.press('Enter');
    assert.equal(await chosenTown(app), 'Eastmere');
    await take(app, say('feedback.next'));
    await take(app, say('feedback.how.self'));
    await take(app, say('feedback.next'));
    await reads(app, 'Eastmere');
    await take(app, say('feedback.send'));
    await reads(app, say('feedback.sent'));
    assert.equal(answersKept(), had + 1);
    await app.assertClean();
    await app.close();
  });
}

test('with one switch the choices of a list go by themselves, and rest when nobody takes one', { skip: !isLong }, async () => {
  const app = await App.open(browser, server.origin, `/say/${listed}`, { settings: { view: 'plain', switch: 'one' } });
  await app.see('combobox', 'Which town?');
  const before = await chosenTown(app);
  await app.press(' ');
  for (let steps = 0; steps < 60 && !(await framed(app)).includes('Which town?'); steps++) await app.page.waitForTimeout(500);
  await app.press(' ');
  await app.page.waitForFunction((town) => [...document.querySelectorAll('#mirror select')].some((list) => list.selectedOptions[0].textContent.trim() !== town), before, { timeout: 20_000 });
  await app.page.waitForFunction(() => !document.querySelector('#switch-mark').classList.contains('standing'), undefined, { timeout: 60_000 });
  assert.equal(await chosenTown(app), before);
  await app.close();
});
