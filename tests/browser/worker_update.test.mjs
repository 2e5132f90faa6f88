/**
 * From one version to another: only when the person says so or all tabs are closed, forwards and backwards,
 * and never a change lost that was not sent yet.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { axe } from './support/axe.mjs';
import { reads, signIn } from './support/family.mjs';
import { plain } from './support/hands.mjs';
import { screens } from './support/screens.mjs';
import { say } from './support/words.mjs';
import { filesOnlyIn } from './worker/next_release.mjs';
import { keepUnsent, readUnsent } from './worker/unsent.mjs';
import { inCharge, workerSuite } from './worker/worker_suite.mjs';

const suite = workerSuite(1, ['next', 'afterwards']);
const useIt = 'Use the new version';
const screen = (name) => screens().find((each) => each.name === name);
const button = (person) => person.page.getByRole('button', { name: useIt });
const caches = (person) => person.page.evaluate(async () => (await window.caches.keys()).filter((name) => name.startsWith('alongside.release.')));

for (const [from, to] of [['first', 'next'], ['next', 'first']]) {
  const way = from === 'first' ? 'N to N+1' : 'N+1 back to N';

  test(`${way}: the running version goes on until the person says so; an unsent change stays`, () => suite.visit(from, async (person) => {
    await keepUnsent(person.page, 'unsent £12.50');
    suite.serve(to);
    assert.equal(await person.look(), 'waits');
    await button(person).waitFor();
    assert.equal(await person.release(), from, 'nothing happened yet');
    assert.match(await person.page.locator('#live').textContent(), /A new version is ready/);
    await Promise.all([person.page.waitForEvent('load'), button(person).click()]);
    await person.app.ready();
    assert.equal(await person.release(), to);
    assert.equal(await readUnsent(person.page), 'unsent £12.50');
    assert.equal(await button(person).count(), 0);
    await person.network('off');
    await person.open('/money', screen('money').heading);
    assert.equal(await person.release(), to, 'also without a network');
    assert.equal(await readUnsent(person.page), 'unsent £12.50');
  }));

  test(`${way}: without a word the new one is used once all tabs are closed`, () => suite.visit(from, async (person) => {
    await keepUnsent(person.page, 'unsent');
    suite.serve(to);
    assert.equal(await person.look(), 'waits');
    const old = await caches(person);
    assert.equal(old.length, 2);
    const { context } = person;
    await person.page.close();
    const page = await context.newPage();
    await page.goto(`${suite.origin}/offline.html`);
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting === null);
    await page.close();
    suite.up = false;
    const again = await context.newPage();
    await again.goto(`${suite.origin}/`);
    await again.waitForFunction(() => window.alongside?.started);
    assert.equal(await again.evaluate(() => document.documentElement.dataset.release ?? 'first'), to);
    assert.equal(await readUnsent(again), 'unsent');
  }));

  test(`${way}: a half-downloaded version changes nothing, and is finished later`, () => suite.visit(from, async (person) => {
    await keepUnsent(person.page, 'unsent');
    suite.serve(to);
    const [file] = filesOnlyIn(suite.wwwOf(to), suite.wwwOf(from)).filter((path) => path.startsWith('/boot.'));
    const bytes = readFileSync(join(suite.wwwOf(to), file));
    const wrong = Buffer.from(bytes);
    wrong[wrong.length >> 1] ^= 1;
    for (const broken of ['drop', { status: 404 }, { body: bytes.subarray(0, 5000) }, { body: wrong }]) {
      suite.instead = (path) => (path === file ? broken : undefined);
      assert.equal(await person.look(), 'failed');
      assert.equal(await button(person).count(), 0);
    }
    await person.network('off');
    await person.open('/say', screen('say').heading);
    assert.equal(await person.release(), from, 'the whole one still opens without a network');
    assert.equal(await readUnsent(person.page), 'unsent');
    await person.network('on');
    suite.instead = () => undefined;
    assert.equal(await person.look(), 'waits');
  }));
}

test('N to N+2: a version that waited and was never used is passed over, and the versions of before go with the last page of them', () => suite.visit('first', async (person) => {
  await keepUnsent(person.page, 'unsent £12.50');
  suite.serve('next');
  assert.equal(await person.look(), 'waits');
  await button(person).waitFor();
  suite.serve('afterwards');
  assert.equal(await person.look(), 'waits');
  assert.equal(await person.release(), 'first', 'nothing happened yet');
  await Promise.all([person.page.waitForEvent('load'), button(person).click()]);
  await person.app.ready();
  assert.equal(await person.release(), 'afterwards');
  assert.equal(await readUnsent(person.page), 'unsent £12.50');
  assert.equal(await button(person).count(), 0, 'there is nothing newer');
  assert.equal((await caches(person)).length, 3, 'a page may still be of any of them');
  const { context } = person;
  await person.page.close();
  const page = await context.newPage();
  await page.goto(`${suite.origin}/`);
  await page.waitForFunction(async () => (await window.caches.keys()).filter((name) => name.startsWith('alongside.release.')).length === 1);
  suite.up = false;
  await page.goto(`${suite.origin}/money`);
  await page.waitForFunction(() => window.alongside?.started);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.release), 'afterwards', 'also without a network');
  assert.equal(await readUnsent(page), 'unsent £12.50');
}));

test('another open tab keeps its version and its parts, and hears of the new one', () => suite.visit('first', async (person) => {
  const other = await person.context.newPage();
  await other.goto(`${suite.origin}/`);
  await other.waitForFunction(() => window.alongside?.started);
  await inCharge(other);
  suite.serve('next');
  assert.equal(await person.look(), 'waits');
  await button(person).waitFor();
  await Promise.all([person.page.waitForEvent('load'), button(person).click()]);
  await person.app.ready();
  assert.equal(await person.release(), 'next');
  assert.equal(await other.evaluate(() => document.documentElement.dataset.release ?? 'first'), 'first', 'not under their hands');
  await other.getByRole('button', { name: useIt }).waitFor();
  await person.network('off');
  await other.locator('#mirror').getByRole('link', { name: 'Money', exact: true }).first().click();
  await other.locator('#mirror').getByRole('heading', { name: screen('money').heading }).waitFor();
}));

test('"Not now" puts the notice away and leaves the version waiting', () => suite.visit('first', async (person) => {
  suite.serve('next');
  await person.look();
  await button(person).waitFor();
  assert.deepEqual((await axe(person.page)).violations, []);
  await person.page.getByRole('button', { name: 'Not now' }).click();
  assert.equal(await button(person).count(), 0);
  assert.equal(await person.page.evaluate(() => document.activeElement.localName), 'main');
  assert.equal(await person.page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null), true);
}));

test('a page that is of the waiting version already is not asked', () => suite.visit('first', async (person) => {
  suite.serve('next');
  await person.look();
  await button(person).waitFor();
  await person.open('/');
  assert.equal(await person.release(), 'next', 'the network comes first');
  await person.page.waitForTimeout(500);
  assert.equal(await button(person).count(), 0);
}));

test('update while offline: a look for one changes nothing; one that waits is used without a network', () => suite.visit('first', async (person) => {
  await keepUnsent(person.page, 'unsent');
  await person.network('off');
  suite.serve('next');
  assert.notEqual(await person.look(), 'waits');
  await person.open('/money', screen('money').heading);
  assert.equal(await person.release(), 'first');
  await person.network('on');
  assert.equal(await person.look(), 'waits');
  await button(person).waitFor();
  await person.network('off');
  await Promise.all([person.page.waitForEvent('load'), button(person).click()]);
  await person.app.ready();
  assert.equal(await person.release(), 'next');
  assert.equal(await readUnsent(person.page), 'unsent');
}));

test('update in the midst of unsent changes: what was saved and what was begun are there in the new version', () => suite.visit('first', async (update) => {
  const { app } = update;
  await signIn(app, plain, 'Sam Ashford');
  await app.go('/money/spend');
  await app.see('textbox', say('direct_payments.spend.amount'));
  await update.network('off');
  await plain.write(app, say('direct_payments.spend.what'), 'Ladybird umbrella');
  await plain.write(app, say('direct_payments.spend.amount'), '7.35');
  await plain.press(app, 'button', say('direct_payments.spend.save'));
  await app.see('heading', say('direct_payments.spend.saved'));
  await app.go('/money/spend');
  await app.see('textbox', say('direct_payments.spend.amount'));
  await plain.write(app, say('direct_payments.spend.what'), 'Hedgehog lantern');
  await app.settled();
  suite.up = true;
  await app.context.setOffline(false);
  suite.instead = (path) => (path.startsWith('/api/') ? 'drop' : undefined); // the other server knows nothing of this session
  suite.serve('next');
  assert.equal(await update.look(), 'waits');
  await button(update).waitFor();
  await Promise.all([app.page.waitForEvent('load'), button(update).click()]);
  await app.ready();
  assert.equal(await update.release(), 'next');
  await app.page.waitForFunction(() => [...document.querySelectorAll('#mirror input')].some(({ value }) => value === 'Hedgehog lantern'));
  await app.go('/money');
  await reads(app, 'Ladybird umbrella');
  await reads(app, /^Saved on this device\. 1 change will be sent/);
}));
