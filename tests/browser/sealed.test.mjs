/**
 * A parent writes things down, saved, begun and sent: none of the words can be read from what lies in the browser, and all of them are
 * there again. At signing out what the council tells again goes, what is unsent stays sealed, and is sent when they come back.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { axe } from './support/axe.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { plain } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';
import { everythingKept, placesWith } from './store/raw.mjs';
import { inCharge } from './worker/worker_suite.mjs';

const typed = ['Ladybird umbrella', 'Hedgehog lantern'];
// What the council has told of this family.
const told = ['Sam Ashford', 'Jo Ashford', 'Riley'];
let browser;
let server;

before(async () => { browser = await launch(); });
after(() => browser?.close());

async function withSam(work) {
  server = await startServer({ own: true });
  const app = await App.open(browser, server.origin, '/', { settings: { view: 'plain' }, serviceWorkers: 'allow' });
  try {
    await signIn(app, plain, 'Sam Ashford');
    await inCharge(app.page);
    return await work(app);
  } catch (error) {
    error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText().catch(() => '')}`;
    throw error;
  } finally {
    await app.close();
    await server.stop();
  }
}

async function write(app, what, amount) {
  await app.go('/money/spend');
  await app.see('textbox', say('direct_payments.spend.amount'));
  await plain.write(app, say('direct_payments.spend.what'), what);
  await plain.write(app, say('direct_payments.spend.amount'), amount);
  await app.settled();
}

/** One change that is saved and not sent, and one that is begun, as lies on the device without a network. */
async function saveAndBegin(app) {
  await app.context.setOffline(true);
  await write(app, typed[0], '7.35');
  await plain.press(app, 'button', say('direct_payments.spend.save'));
  await app.see('heading', say('direct_payments.spend.saved'));
  await reads(app, /^Saved on this device\. 1 change will be sent/);
  await write(app, typed[1], '4.10');
}

/** Presses what ends in another page, which has nobody's things on it. */
async function leave(app, button) {
  await app.see('button', button);
  await Promise.all([app.page.waitForEvent('load'), app.find('button', button).first().click()]);
  await app.ready();
  await app.see('link', say('shell.sign_in'));
}

const shelves = (kept) => kept.filter(({ place }) => place.includes('person-')).map(({ place }) => place.split(' ')[1]);

test('none of what was typed or told can be read from what lies in the browser, and all of it is there again', () => withSam(async (app) => {
  await saveAndBegin(app);
  const kept = await everythingKept(app.page);
  assert.ok(['outbox', 'documents', 'drafts', 'meta'].every((shelf) => shelves(kept).includes(shelf)), 'all of it lies there');
  assert.deepEqual(placesWith(kept, [...typed, ...told]), []);
  await app.page.evaluate((words) => localStorage.setItem('control', words), typed[0]);
  assert.deepEqual(placesWith(await everythingKept(app.page), typed), ['local control'], 'this look would have found it');
  await app.go('/money/spend');
  await app.page.waitForFunction((words) => [...document.querySelectorAll('#mirror input')].some(({ value }) => value === words), typed[1]);
  await app.context.setOffline(false);
  await app.go('/money');
  await reads(app, typed[0]);
  await reads(app, say('shell.sync.with_council'));
  assert.deepEqual(await app.violations(), []);
}));

test('signing out with something unsent: only that stays, sealed, and goes to the council when they are back', () => withSam(async (app) => {
  await saveAndBegin(app);
  await app.go('/account');
  await app.see('button', say('shell.account.sign_out'));
  await plain.press(app, 'button', say('shell.account.sign_out'));
  await app.see('button', say('shell.account.keep_unsent'));
  assert.deepEqual((await axe(app.page)).violations, []);
  await leave(app, say('shell.account.keep_unsent'));
  const kept = await everythingKept(app.page);
  assert.ok(!shelves(kept).includes('documents'), 'what the council has told is gone');
  assert.deepEqual([...new Set(shelves(kept))].filter((shelf) => ['outbox', 'drafts'].includes(shelf)).sort(), ['drafts', 'outbox']);
  assert.deepEqual(placesWith(kept, [...typed, ...told]), []);
  await app.context.setOffline(false);
  await app.go('/');
  await plain.press(app, 'link', say('shell.sign_in'));
  const sam = say('shell.sign_in.as', { name: 'Sam Ashford', role: say('shell.role.parent') });
  await app.see('button', sam);
  await plain.press(app, 'button', sam);
  await reads(app, say('shell.sync.with_council'));
  await app.go('/money');
  await reads(app, typed[0]);
}));

test('"Somebody else will use it": nothing of the family is on the device afterwards', () => withSam(async (app) => {
  await app.go('/money');
  await reads(app, say('shell.sync.with_council'));
  assert.ok(shelves(await everythingKept(app.page)).includes('documents'));
  await app.go('/account');
  await leave(app, say('shell.account.someone_now'));
  const kept = await everythingKept(app.page);
  assert.deepEqual(shelves(kept), []);
  assert.deepEqual(placesWith(kept, told), []);
}));
