/**
 * Never back to an older release: the one that is here goes on, also while the server offers the older one, and the person
 * reads why. What is unsent stays. The next version is release 2 here, the first is release 1.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe } from './support/axe.mjs';
import { screens } from './support/screens.mjs';
import { keepUnsent, readUnsent } from './worker/unsent.mjs';
import { inCharge, workerSuite } from './worker/worker_suite.mjs';

const suite = workerSuite(2);
const screen = (name) => screens().find((each) => each.name === name);
const notice = (person) => person.page.locator('#update');
const older = /older than yours.*You go on with the version that you have.*tell the council/s;

test('roll-back refused: an older release is neither installed nor opened; the newer goes on with what is unsent', () => suite.visit('next', async (person) => {
  await keepUnsent(person.page, 'unsent £12.50');
  suite.serve('first');
  assert.equal(await person.look(), 'failed', 'the older worker is not installed');
  await person.open('/money', screen('money').heading);
  assert.equal(await person.release(), 'next', 'the kept page stands in for the older one');
  await notice(person).waitFor();
  assert.match(await notice(person).innerText(), older);
  assert.match(await person.page.locator('#live').textContent(), /older than yours/);
  assert.deepEqual((await axe(person.page)).violations, []);
  await person.page.getByRole('button', { name: 'All right' }).click();
  assert.equal(await notice(person).count(), 0);
  assert.equal(await person.page.evaluate(() => document.activeElement.localName), 'main');
  await person.open('/say', screen('say').heading);
  assert.equal(await person.release(), 'next', 'and goes on standing in');
  await person.network('off');
  await person.open('/find', screen('find').heading);
  assert.equal(await readUnsent(person.page), 'unsent £12.50');
}));

test('roll-back refused: the words are there in Welsh too', () => suite.visit('next', async (person) => {
  suite.serve('first');
  await person.page.evaluate(() => localStorage.setItem('alongside.settings', JSON.stringify({ view: 'plain', lang: 'cy' })));
  await person.open('/money');
  await notice(person).waitFor();
  assert.match(await notice(person).innerText(), /sy’n hŷn na’ch un chi.*dywedwch wrth y cyngor/s);
}));

test('once the server is right again the kept release lets its pages through with the next version', () => suite.visit('next', async (person) => {
  suite.serve('first');
  await person.open('/money', screen('money').heading);
  await notice(person).waitFor();
  suite.serve('next');
  await person.open('/say', screen('say').heading);
  assert.equal(await person.release(), 'next');
}));

test('a device that was on the newer release once, and keeps no files of it, reads why the older is not opened', () => suite.visit('next', async (person) => {
  await person.page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) if (name.startsWith('alongside.release.')) await caches.delete(name);
  });
  suite.serve('first');
  await person.page.goto(`${suite.origin}/`);
  await person.page.locator('#progress.problem').waitFor();
  assert.match(await person.page.locator('#progress').textContent(), /older than yours.*Open it again later/s);
}));

test('new page and old worker: who has seen the newer release and not chosen it still starts the kept one without a network', () => suite.visit('first', async (person) => {
  await keepUnsent(person.page, 'unsent');
  suite.serve('next');
  await person.open('/money', screen('money').heading);
  assert.equal(await person.release(), 'next', 'the network comes first');
  await person.open('/say', screen('say').heading);
  await person.network('off');
  await person.open('/find', screen('find').heading);
  assert.equal(await person.release(), 'first', 'what the worker keeps whole');
  assert.equal(await notice(person).count(), 0);
  assert.equal(await readUnsent(person.page), 'unsent');
}));

test('a newer release that nobody known has signed: the one that is here goes on, and says why', () => suite.visit('first', async (person) => {
  const forged = JSON.parse(readFileSync(join(suite.wwwOf('next'), 'plugins/catalog.json'), 'utf8'));
  forged.signatures[0].signature = `A${forged.signatures[0].signature.slice(1)}`.replace(/^A/, forged.signatures[0].signature.startsWith('A') ? 'B' : 'A');
  await keepUnsent(person.page, 'unsent');
  suite.serve('next');
  suite.instead = (path) => (path === '/plugins/catalog.json' ? { body: JSON.stringify(forged) } : undefined);
  assert.equal(await person.look(), 'failed');
  await person.open('/money', screen('money').heading);
  assert.equal(await person.release(), 'first');
  await notice(person).waitFor();
  assert.match(await notice(person).innerText(), /not as it was when it was sent out.*You go on/s);
  assert.equal(await readUnsent(person.page), 'unsent');
}));

test('two tabs and a roll-back: both go on, and neither takes the older one', () => suite.visit('next', async (person) => {
  const other = await person.context.newPage();
  await other.goto(`${suite.origin}/`);
  await other.waitForFunction(() => window.alongside?.started);
  await inCharge(other);
  suite.serve('first');
  await person.open('/money', screen('money').heading);
  await other.reload();
  await other.waitForFunction(() => window.alongside?.started);
  for (const page of [person.page, other]) assert.equal(await page.evaluate(() => document.documentElement.dataset.release), 'next');
}));
