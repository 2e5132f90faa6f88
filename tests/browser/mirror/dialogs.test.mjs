/** Dialogs take focus, keep it, and give it back; the canvas behind them still hears the mouse. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PatchBuilder, Role, treePatch } from '../../support/patch_encoder.mjs';
import { mirrorSuite } from './fixture/mirror_suite.mjs';

const suite = mirrorSuite();
const base = () => treePatch([
  { id: 1, role: Role.Main, kids: [{ id: 2, role: Role.Button, name: 'Filters' }, { id: 3, role: Role.Link, name: 'Other', href: '/' }] }]);
const open = (patch = new PatchBuilder()) => patch
  .create(10, Role.Dialog, { rect: [20, 100, 300, 300] }).create(11, Role.Heading, { name: 'Choose', level: 2, rect: [0, 0, 300, 40] })
  .create(12, Role.Button, { name: 'Show places', rect: [0, 60, 200, 48] }).create(13, Role.Button, { name: 'Close', rect: [0, 120, 200, 48] })
  .children(10, [11, 12, 13]).children(0, [1, 10]);
const close = () => new PatchBuilder().children(0, [1]).remove(10);

const withDialog = (work) => suite.withMirror(async (mirror) => {
  await mirror.apply(base());
  await mirror.on(2, 'focus');
  assert.equal(await mirror.apply(open()), null);
  await work(mirror, mirror.page);
});

test('focus goes into the dialog, which is named by its heading', () => withDialog(async (mirror, page) => {
  assert.equal(await mirror.on(12, 'isActive'), true);
  assert.equal(await page.getByRole('dialog', { name: 'Choose' }).count(), 1);
}));

test('Tab walks only inside the dialog and to the way out', () => withDialog(async (mirror, page) => {
  const seen = new Set();
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => (document.activeElement === document.body ? 'browser' : document.activeElement.textContent.trim())));
  }
  assert.deepEqual([...seen].filter((words) => words !== 'browser').sort(), ['Close', 'Leave this site', 'Show places']);
}));

// Focusing what is inert does nothing.
const reachable = (page, names) => page.evaluate((wanted) => [...document.querySelectorAll('a, button')]
  .filter((element) => wanted.includes(element.textContent))
  .filter((element) => { element.focus(); return document.activeElement === element; }).length, names);

test('what is behind cannot be reached, and can again after', () => withDialog(async (mirror, page) => {
  const behind = ['Filters', 'Other', 'Skip to main content', 'Plain page'];
  assert.equal(await reachable(page, behind), 0);
  await mirror.apply(close());
  assert.equal(await reachable(page, behind), 4);
  assert.equal(await page.locator('[inert]').count(), 0);
}));

test('focus returns to what opened it', () => withDialog(async (mirror) => {
  await mirror.apply(close());
  assert.equal(await mirror.on(2, 'isActive'), true);
}));

test('a FOCUS in the same patch is stronger than both', () => suite.withMirror(async (mirror) => {
  await mirror.apply(base());
  await mirror.on(2, 'focus');
  await mirror.apply(open().focus(13));
  assert.equal(await mirror.on(13, 'isActive'), true);
  await mirror.apply(close().focus(3));
  assert.equal(await mirror.on(3, 'isActive'), true);
}));

test('Escape asks to close it, wherever focus is', () => withDialog(async (mirror, page) => {
  await mirror.takeActions();
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Escape');
  assert.deepEqual((await mirror.takeActions()).filter(([, kind]) => kind === 6), [['10', 6, ''], ['10', 6, '']]);
  assert.equal(await page.getByRole('dialog').count(), 1, 'only the application closes it');
}));

test('the mouse reaches the canvas through the dialog', () => withDialog(async (mirror, page) => {
  assert.equal(await page.evaluate(() => document.elementFromPoint(60, 184).tagName), 'CANVAS');
}));

test('a dialog over a dialog: the upper one counts, then the lower one again', () => withDialog(async (mirror) => {
  await mirror.apply(new PatchBuilder().create(20, Role.Dialog, { name: 'Sure?' }).create(21, Role.Button, { name: 'Yes' })
    .children(20, [21]).children(0, [1, 10, 20]));
  assert.equal(await mirror.on(21, 'isActive'), true);
  await mirror.apply(new PatchBuilder().children(0, [1, 10]).remove(20));
  assert.equal(await mirror.on(12, 'isActive'), true);
  await mirror.apply(close());
  assert.equal(await mirror.on(2, 'isActive'), true);
}));
