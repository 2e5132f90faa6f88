/**
 * Answering with one switch or two, chosen in the settings: a frame goes from thing to thing, and Space or Enter is
 * all that is ever pressed.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads } from './support/family.mjs';
import { root } from './support/paths.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';

const survey = 'b83e0f94-27cd-4a15-8f60-9d41c7e2a350';
const fixture = (name) => join(root, 'tests/fixtures/surveys', name);
let browser, server;

before(async () => {
  browser = await launch();
  server = await startServer({ own: true });
  await server.verb('survey', 'import', fixture('announced.json'));
  await server.verb('survey', 'publish', fixture('my_day.json'));
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
