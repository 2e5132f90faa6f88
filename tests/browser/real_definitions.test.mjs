/**
 * Definitions that others wrote are answered to the end by a script that knows only roles and names: on the canvas by
 * mouse, in plain view, and on the canvas in easy words. A few of them each time, a form of ODK's among them, converted; `./alongside test long` answers all,
 * with those of ALONGSIDE_SAMPLES, and says which could not be and why.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { answerToTheEnd } from './support/answer_anything.mjs';
import { App, webglLive } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { converted, ours, packaged, publishAll, samples } from './support/real_definitions.mjs';
import { startServer } from './support/server.mjs';

const isLong = process.env.ALONGSIDE_LENGTH === 'long';
const few = [/example 38$/, /^my_day/, /^after_a_break/];
const views = {
  canvas: { view: 'canvas' },
  plain: { view: 'plain' },
  easy: { view: 'canvas', words: 'easy' },
};

const counts = new Map();
let browser, server, asked, refused;

before(async () => {
  browser = await launch();
  server = await startServer({ own: true });
  const all = [...ours(), ...await converted(), ...packaged(), ...(isLong ? await samples() : [])];
  ({ asked, refused } = await publishAll(server.verb, isLong ? all : all.filter(({ name }) => few.some((one) => one.test(name)))));
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

function answersTo(survey) {
  const database = new DatabaseSync(join(server.data, 'alongside.sqlite'), { readOnly: true });
  const { n } = database.prepare('SELECT count(*) AS n FROM feedback_answers WHERE hex(survey) = ?').get(survey.replaceAll('-', '').toUpperCase());
  database.close();
  return n;
}

async function answerOne({ name, id }, view) {
  const had = answersTo(id);
  const app = await App.open(browser, server.origin, `/say/${id}`, { settings: views[view] });
  try {
    if (view !== 'plain') assert.ok(await webglLive(app), 'WebGL2 must be live on the canvas');
    const done = await answerToTheEnd(app, view);
    assert.equal(answersTo(id), had + 1, 'exactly one answer has come');
    await app.assertClean();
    if (isLong) console.log(`  ${view}, ${name}: ${done.touches} touches in ${done.steps} steps, ${done.skipped} steps with something skipped`);
    return '';
  } catch (error) {
    return `${name}: ${error.message}\n${await app.main().innerText().catch(() => '')}`;
  } finally {
    await app.close();
  }
}

for (const view of Object.keys(views)) {
  test(`real definitions are answered to the end: ${view}`, async () => {
    const troubles = isLong ? [] : await Promise.all(asked.map((survey) => answerOne(survey, view)));
    if (isLong) for (const survey of asked) troubles.push(await answerOne(survey, view));
    counts.set(view, troubles.filter((trouble) => trouble === '').length);
    assert.ok(asked.length >= few.length, 'there is something to answer');
    assert.deepEqual(troubles.filter(Boolean), []);
  });
}

test('what could not be asked is told with its reason', () => {
  for (const [view, answered] of counts) console.log(`${view}: ${answered} of ${asked.length} answered to the end`);
  for (const { name, why } of refused) console.log(`not published: ${name}: ${why}`);
  for (const { why } of refused) assert.ok(why.length > 0);
});
