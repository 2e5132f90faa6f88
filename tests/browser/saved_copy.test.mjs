/**
 * A family keeps a copy of what is not sent in a file of their own, and takes it back: after everything was cleared from
 * the device, and on another device when the first one had sent it after all. The council has each change once. And the
 * file is read without the app.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { axe } from './support/axe.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { mouse, plain } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';
import { inCharge } from './worker/worker_suite.mjs';

const what = 'Ladybird umbrella';
const place = mkdtempSync(join(tmpdir(), 'alongside-copy-'));
let browser;

before(async () => { browser = await launch(); });
after(async () => {
  await browser?.close();
  rmSync(place, { recursive: true, force: true });
});

const handOf = (view) => (view === 'canvas' ? mouse : plain);

async function device(server, view) {
  const app = await App.open(browser, server.origin, '/', { settings: { view }, serviceWorkers: 'allow', acceptDownloads: true });
  await signIn(app, handOf(view), 'Sam Ashford');
  await inCharge(app.page);
  return app;
}

async function withCouncil(work) {
  const server = await startServer({ own: true });
  const open = [];
  try {
    await work(async (view = 'plain') => {
      const app = await device(server, view);
      open.push(app);
      return app;
    });
  } catch (error) {
    for (const app of open) error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText().catch(() => '')}`;
    throw error;
  } finally {
    for (const app of open) await app.close().catch(() => {});
    await server.stop();
  }
}

async function spendOffline(app, hand = plain) {
  await app.context.setOffline(true);
  await app.go('/money/spend');
  await app.see('textbox', say('direct_payments.spend.amount'));
  await hand.write(app, say('direct_payments.spend.what'), what);
  await hand.write(app, say('direct_payments.spend.amount'), '7.35');
  await hand.press(app, 'button', say('direct_payments.spend.save'));
  await app.see('heading', say('direct_payments.spend.saved'));
}

/** The file that the browser saved, from the way that a person comes: by their account. */
async function saveCopy(app, hand = plain) {
  await app.go('/account');
  await app.see('link', say('shell.account.not_sent'));
  await hand.press(app, 'link', say('shell.account.not_sent'));
  await app.see('heading', say('unsent.save'));
  await reads(app, what);
  const [download] = await Promise.all([app.page.waitForEvent('download'), hand.press(app, 'button', say('unsent.save_go'))]);
  await reads(app, say('unsent.saved'));
  const path = join(place, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function takeBack(app, path) {
  await app.go('/this-device/not-sent');
  await app.see('heading', say('unsent.take'));
  await app.page.locator('#mirror').getByLabel(say('unsent.take_file')).setInputFiles(path);
}

const timesInMoney = async (app) => {
  await app.go('/money');
  await reads(app, what);
  return app.page.locator('#mirror').getByRole('link', { name: what }).count();
};

// Everything of this site goes from the browser: what a person does who clears it, or what a browser does. Its page ends at once:
// one that goes quietly is no longer held to "no network", hears that there is one, and sends what it holds.
async function wipe(app) {
  const { origin } = new URL(app.page.url());
  await app.page.goto('chrome://crash').catch(() => {});
  const client = await app.context.newCDPSession(await app.context.newPage());
  await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await app.context.clearCookies();
}

test('saved without a network, cleared from the device, taken back: the council has it exactly once', () => withCouncil(async (open) => {
  const app = await open();
  await spendOffline(app);
  const path = await saveCopy(app);
  assert.match(path, /alongside-\d{4}-\d\d-\d\d\.html$/);
  assert.deepEqual((await axe(app.page)).violations, []);
  await wipe(app);
  await app.close();

  const fresh = await open();
  await fresh.go('/money');
  await reads(fresh, say('shell.sync.with_council'));
  assert.equal(await fresh.page.locator('#mirror').getByText(what).count(), 0, 'nobody else had it');
  await takeBack(fresh, path);
  await reads(fresh, /1 change is back on this device/);
  await reads(fresh, say('shell.sync.with_council'));
  assert.equal(await timesInMoney(fresh), 1);

  await takeBack(fresh, path);
  await reads(fresh, say('unsent.taken_none'));
  assert.equal(await timesInMoney(fresh), 1);
  assert.deepEqual(await fresh.violations(), []);
}));

test('the first device had sent it after all: on the second it is not taken twice, and it is said that the council had it', () => withCouncil(async (open) => {
  const first = await open();
  await spendOffline(first);
  const path = await saveCopy(first);
  await first.context.setOffline(false);
  await first.go('/money');
  await reads(first, say('shell.sync.with_council'));

  const second = await open();
  await takeBack(second, path);
  await reads(second, /The council had 1 already/);
  assert.equal(await timesInMoney(second), 1);
}));

test('taken back on a second device without a network, and sent from both: still once', () => withCouncil(async (open) => {
  const first = await open();
  await spendOffline(first);
  const path = await saveCopy(first);
  const second = await open();
  await second.context.setOffline(true);
  await takeBack(second, path);
  await reads(second, /1 change is back on this device/);
  await reads(second, say('unsent.taken_unasked'));
  for (const app of [first, second]) {
    await app.context.setOffline(false);
    await app.go('/money');
    await reads(app, say('shell.sync.with_council'));
  }
  assert.equal(await timesInMoney(second), 1);
}));

test('somebody reads the file without the app, and it runs nothing', () => withCouncil(async (open) => {
  const app = await open();
  await spendOffline(app);
  const path = await saveCopy(app);
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  await page.goto(`file://${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const words of [what, '£7.35', say('unsent.money.spent'), say('unsent.open_file')]) {
    assert.ok((await page.locator('main').innerText()).includes(words), words);
  }
  assert.equal(await page.locator('script, img, link, iframe').count(), 0);
  assert.equal(await page.locator('pre').getAttribute('aria-hidden'), 'true');
  await context.close();
}));

test('a file that was changed, and one of 50 MB, are refused in words, and nothing is taken', () => withCouncil(async (open) => {
  const app = await open();
  await spendOffline(app);
  const path = await saveCopy(app);
  const bytes = readFileSync(path);
  const at = bytes.lastIndexOf('ALONGSIDE-COPY-1:') + 40;
  bytes[at] = bytes[at] === 65 ? 66 : 65;
  const spoilt = join(place, 'spoilt.html');
  writeFileSync(spoilt, bytes);
  await takeBack(app, spoilt);
  await reads(app, say('unsent.fault.damaged'));
  const large = join(place, 'large.html');
  writeFileSync(large, Buffer.alloc(50 * 1024 * 1024, ' '));
  await takeBack(app, large);
  await reads(app, say('unsent.fault.too_large'));
}));

test('on the canvas the same is there: seen, saved, and offered before signing out', () => withCouncil(async (open) => {
  const app = await open('canvas');
  await spendOffline(app, mouse);
  await app.go('/account');
  await app.see('button', say('shell.account.sign_out'));
  await mouse.press(app, 'button', say('shell.account.sign_out'));
  await app.see('button', say('shell.account.keep_unsent'));
  assert.equal(await app.page.locator('#mirror').getByRole('link', { name: say('shell.account.not_sent') }).count(), 2);
  assert.ok((await saveCopy(app, mouse)).endsWith('.html'));
}));
