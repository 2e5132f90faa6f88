/**
 * Whole surveys answered to their end by a script that knows only roles and names: everything that can be asked, a
 * family's year page by page, and a young person's day in easy words. By mouse on the canvas, by keyboard and in plain
 * view the council ends with the same answers.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads } from './support/family.mjs';
import { keyboard, mouse, plain } from './support/hands.mjs';
import * as paths from './support/paths.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';

const fixture = (name) => join(paths.root, 'tests/fixtures/surveys', name);
const next = ['press', 'button', say('feedback.next')];
const skip = ['press', 'button', say('feedback.skip')];

const surveys = [
  {
    name: 'everything that can be asked',
    file: 'every_kind.json',
    id: '74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3',
    hands: [mouse, plain],
    steps: [
      next, ['reads', say('feedback.error.needs_answer')],
      ['write', 'Your name?', 'Sam'], next,
      ['write', 'How old is Sam?', '99'], next, ['reads', say('feedback.error.too_much', { most: '25' })],
      ['write', 'How old is Sam?', '9'], next,
      ['write', 'Email?', 'nobody'], next, ['reads', say('feedback.error.email')],
      ['write', 'Email?', 'sam@example.org'], next,
      skip,
      ['write', 'big', 'one'], ['write', 'small', '2'], next,
      ['pick', say('feedback.other')], ['write', say('feedback.own_words'), 'Judo'], next,
      ['tick', 'None of these'], ['tick', 'swim'], ['tick', 'Art'], next,
      ['choose', 'Town?', 'Northmere'], next,
      ['tick', 'evening'], next,
      ['pick', say('feedback.face.4')], next,
      ['pick', '3 stars'], next,
      ['pick', 'No'], next,
      ['pick', 'Pool'], next,
      ['press', 'button', say('feedback.up', { choice: 'b' })], next,
      ['press', 'button', say('feedback.more_of_it')], ['press', 'button', say('feedback.more_of_it')], next,
      ['pickIn', 'lunch', 'good'], ['pickIn', 'bus', 'bad'], next,
      ['pick', 'daily'], next,
      ['write', 'name', 'Alex'], ['press', 'button', say('feedback.add')], next,
      ['press', 'button', say('feedback.puzzled')],
      ['write', 'Where?', 'Park'], ['write', 'Why Park?', 'Fun'], next,
      ['reads', '19'], next,
    ],
  },
  {
    name: "a family's year, page by page",
    file: 'family_year.json',
    id: '5d2b7c11-6a0e-4f7b-9c53-1e8fa0d4b662',
    hands: [mouse, plain],
    steps: [
      ['reads', 'This takes about ten minutes. You can stop and come back.'],
      ['pick', 'Yes, we have'], ['choose', 'Where do you live?', 'The coast'],
      ['write', 'How many children do you care for?', '2'], next,
      ['write', 'Where did you go?', 'Farm Tea'], ['write', 'How many nights?', '7'],
      ['write', 'What made Farm Tea work for so long?', 'The quiet'], ['reads', '7'],
      ['pickIn', 'The people who helped', 'Good'], ['pickIn', 'The place itself', 'Fair'], next,
      ['press', 'button', say('feedback.up', { choice: 'Holidays' })],
      ['write', 'Anything else?', 'Hm'], next, ['reads', 'Write a few more words.'],
      ['write', 'Anything else?', 'Please more weekends'], next,
    ],
  },
  {
    name: "a young person's day, in easy words",
    file: 'my_day.json',
    id: 'b83e0f94-27cd-4a15-8f60-9d41c7e2a350',
    hands: [mouse, keyboard, plain],
    steps: [
      ['reads', 'How did you find the day as a whole?'], ['press', 'button', say('feedback.easy')],
      ['reads', 'How was your day?'], ['pick', say('feedback.face.5')], next,
      ['pick', 'Pool'], next,
      ['pick', 'No'], next,
      ['write', 'What do you need?', 'A map'], next,
    ],
  },
];

const ends = new Map();
let browser;
let server;

before(async () => {
  browser = await launch();
  server = await startServer({ own: true });
  await server.verb('survey', 'import', fixture('announced.json'));
  for (const { file } of surveys) await server.verb('survey', 'publish', fixture(file));
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function act(app, hand, [what, ...words]) {
  if (what === 'reads') return reads(app, words[0]);
  if (what === 'pickIn') {
    const group = app.find('group', words[0]).or(app.find('radiogroup', words[0])).first();
    const radio = group.getByRole('radio', { name: words[1], exact: true });
    return hand.view === 'plain' ? radio.click().then(() => app.settled()) : app.mouseAt(radio);
  }
  return hand[what](app, ...words);
}

async function sendIt(app, hand) {
  await app.see('radio', say('feedback.how.assisted'));
  await hand.pick(app, say('feedback.how.assisted'));
  await hand.press(app, 'button', say('feedback.next'));
  await app.see('button', say('feedback.send'));
  await hand.press(app, 'button', say('feedback.send'));
  await reads(app, say('feedback.sent'));
}

// A row has no order and no name: it is the one that was not there before.
function answersOf(survey) {
  const database = new DatabaseSync(join(server.data, 'alongside.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT hex(id) AS id, hex(answers) AS answers FROM feedback_answers WHERE hex(survey) = ?')
    .all(survey.replaceAll('-', '').toUpperCase());
  database.close();
  return rows;
}

for (const survey of surveys) {
  for (const hand of survey.hands) {
    test(`${survey.name}: ${hand.name}`, async () => {
      const earlier = new Set(answersOf(survey.id).map(({ id }) => id));
      const app = await App.open(browser, server.origin, `/say/${survey.id}`, { settings: { view: hand.view } });
      let step = [];
      try {
        if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
        await app.see('button', say('feedback.next'));
        for (step of survey.steps) await act(app, hand, step);
        await sendIt(app, hand);
        const [kept, ...more] = answersOf(survey.id).filter(({ id }) => !earlier.has(id));
        assert.ok(kept && more.length === 0, 'exactly one answer has come');
        ends.set(survey, [...(ends.get(survey) ?? []), kept.answers]);
        await app.assertClean();
      } catch (error) {
        error.message += `\nat ${JSON.stringify(step)}, ${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
        throw error;
      } finally {
        await app.close();
      }
    });
  }
}

test('by all ways the council holds the same answers', () => {
  for (const survey of surveys) {
    const [first, ...others] = ends.get(survey) ?? [];
    assert.equal(others.length + 1, survey.hands.length, `${survey.name}: each way must have come to its end`);
    for (const other of others) assert.equal(other, first, survey.name);
  }
});
