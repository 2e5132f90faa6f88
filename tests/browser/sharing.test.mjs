/**
 * A parent lets the other parent see something for a while, on the canvas and in the plain view: the council closes it
 * on the day that the choice named, and the page says that day when it is opened again.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { App, webglLive } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { people } from './support/council_state.mjs';
import { reads, signIn } from './support/family.mjs';
import { mouse, plain, waysOf } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';

const school = 6;
const jo = 'Jo Ashford';
const howLong = say('shell.sharing.how_long', { name: jo });
let browser;

before(async () => { browser = await launch(); });
after(() => browser?.close());

/** Days since 1970 from and until which Jo sees it, and whether Jo may change it. */
function shareOf(server) {
  const database = new DatabaseSync(join(server.data, 'alongside.sqlite'), { readOnly: true });
  try {
    return database.prepare('SELECT level, until_day - from_day AS days FROM share WHERE hex(owner) = ? AND hex(viewer) = ? AND facet = ?')
      .all(people.sam.toUpperCase(), people.jo.toUpperCase(), school).map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}

async function openJo(app, hand) {
  const line = new RegExp(`^${jo} sees \\d+ things? about`);
  await app.go('/account');
  await app.see('button', line);
  await hand.press(app, 'button', line);
  await app.see('combobox', howLong);
}

// How the choice of that many weeks reads, with whichever day it ends.
async function choiceOf(app, weeks) {
  const begins = `For ${weeks} weeks, until `;
  const labels = await app.find('combobox', howLong).locator('option').allTextContents();
  const label = labels.find((text) => text.startsWith(begins));
  assert.ok(label, `${labels.join(' | ')} must offer ${begins}`);
  return label;
}

for (const hand of waysOf([mouse, plain])) {
  test(`what Jo may see for four weeks ends by itself, and says when: ${hand.name}`, async () => {
    const server = await startServer({ own: true });
    const sam = await App.open(browser, server.origin, '/', { settings: { view: hand.view }, ...hand.context });
    try {
      if (hand.view === 'canvas') assert.ok(await webglLive(sam), 'WebGL2 must be live in canvas view');
      await signIn(sam, hand, 'Sam Ashford');
      await openJo(sam, hand);
      await hand.choose(sam, say('shell.facet.school'), say('shell.sharing.change'));
      await reads(sam, say('shell.sync.with_council'));
      const label = await choiceOf(sam, 4);
      await hand.choose(sam, howLong, label);
      await reads(sam, say('shell.sync.with_council'));
      // The foot of the page may still say what was true before it was chosen.
      for (let tries = 0; tries < 100 && shareOf(server)[0].days !== 28; tries++) await sam.page.waitForTimeout(100);
      assert.deepEqual(shareOf(server), [{ level: 2, days: 28 }]);
      await openJo(sam, hand);
      assert.equal(await sam.find('combobox', howLong).evaluate((list) => list.selectedOptions[0].textContent), label);
      await sam.assertClean();
    } finally {
      await sam.close();
      await server.stop();
    }
  });
}
