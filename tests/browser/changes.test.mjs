/**
 * A survey's answers are released, the council says what it did, and a young person sees it: by mouse, keyboard and
 * plain view, from the list of surveys, in easy words, and once more with the network off.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { webglLive } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads } from './support/family.mjs';
import { keyboard, mouse, plain, waysOf } from './support/hands.mjs';
import { withOwnCouncil } from './support/own_council.mjs';
import { startServer } from './support/server.mjs';
import { sendLetters, survey } from './support/survey_letters.mjs';
import { say } from './support/words.mjs';
import { inCharge } from './worker/worker_suite.mjs';

const hands = waysOf([mouse, plain]);
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

const answerOften = (origin) => sendLetters(origin, [...Array(9).fill(5), ...Array(6).fill(4), 1, 1]);

const both = (en, cy) => ({ en, cy });
const story = {
  findings: [{
    said: both('You would try climbing.', 'Byddech yn rhoi cynnig ar ddringo.'),
    said_easily: both('Climbing is fun.', 'Mae dringo yn hwyl.'),
    outcome: 'done',
    did: both('There is a climbing hour on Fridays.', 'Mae awr ddringo ar ddydd Gwener.'),
    did_easily: both('Now you can climb.', 'Nawr cei ddringo.'),
    owner: both('Loud and Clear', 'Loud and Clear'),
    by: '2027-02-12',
    services: [{ id: '93ae4c67-10e4-5d95-bcc5-f3eb3d5e49bb', name: 'Farm Tea' }],
  }],
};

async function councilAnswers(server) {
  await answerOften(server.origin);
  assert.match(await server.verb('survey', 'release', survey), /^Release 1: 17 people/);
  const path = join(server.data, 'story.json');
  writeFileSync(path, JSON.stringify(story));
  assert.match(await server.verb('survey', 'answer', survey, path), /^1 findings are published/);
}

async function readsWhatChanged(app, hand) {
  await app.see('heading', say('changes.title'));
  await reads(app, 'You would try climbing.');
  await reads(app, 'There is a climbing hour on Fridays.');
  await app.see('heading', say('changes.did'));
  await hand.press(app, 'button', say('changes.easy'));
  await reads(app, 'Now you can climb.');
  await hand.press(app, 'button', say('changes.tables'));
  await app.see('cell', '9');
}

for (const hand of hands) {
  test(`what the council did is seen from the surveys, in easy words, and with no network: ${hand.name}`, () => withOwnCouncil(browser, '2026-11-22', hand, async (server, app) => {
    await councilAnswers(server);
    await app.go('/say');
    if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
    await hand.press(app, 'link', say('surveys.changes'));
    await readsWhatChanged(app, hand);
    const words = await app.page.locator('#mirror').innerText();
    assert.ok(!/\b2 people\b|\b1 person\b/.test(words), 'what two people said is not told');
    await inCharge(app.page);
    await app.go('/say');
    await app.see('link', say('surveys.changes'));
    await app.context.setOffline(true);
    await hand.press(app, 'link', say('surveys.changes'));
    await reads(app, 'There is a climbing hour on Fridays.');
  }));
}

test('without scripts the page has the same, with its counts in tables', async () => {
  const server = await startServer({ own: true });
  try {
    await councilAnswers(server);
    for (const [language, words] of [['en', 'There is a climbing hour on Fridays.'], ['cy', 'Mae awr ddringo ar ddydd Gwener.']]) {
      const html = await (await fetch(`${server.origin}/changes?lang=${language}`)).text();
      assert.ok(html.includes(words), html.slice(0, 3000));
      assert.match(html, /<caption[^>]*>/);
    }
  } finally {
    await server.stop(); // one that is not stopped keeps the whole run waiting
  }
});
