/**
 * Turns (web/turns.js): one tab at a time, also when a tab dies or the browser has no Web Locks.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProbe, storeSuite } from './store/store_suite.mjs';

const suite = storeSuite();
const take = (probe) => probe.evaluate(() => window.turns.command(0, 'sync'));
const end = (probe) => probe.evaluate(() => window.turns.command(1, 'sync'));
const granted = (probe, count) => probe.waitForFunction((wanted) => window.granted.length === wanted, count);
const count = (probe) => probe.evaluate(() => window.granted.length);

test('the second tab has its turn when the first has ended its own', () => suite.open({}, async (probe, context) => {
  const other = await openProbe(context, suite.origin);
  await take(probe);
  await granted(probe, 1);
  await take(other);
  await other.waitForTimeout(200);
  assert.equal(await count(other), 0);
  await end(probe);
  await granted(other, 1);
}));

test('a tab that is closed with the turn gives it up', () => suite.open({}, async (probe, context) => {
  const other = await openProbe(context, suite.origin);
  await take(other);
  await granted(other, 1);
  await take(probe);
  await other.close();
  await granted(probe, 1);
}));

test('a page that is left lets the turn go, and takes it again when it comes back', () => suite.open({}, async (probe, context) => {
  const other = await openProbe(context, suite.origin);
  await take(probe);
  await granted(probe, 1);
  await probe.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await take(other);
  await granted(other, 1);
  await probe.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await end(other);
  await take(other);
  await other.waitForTimeout(200);
  assert.equal(await count(other), 1, 'the first tab has it back');
  assert.equal(await count(probe), 1, 'and was not told a second time');
  await end(probe);
  await granted(other, 2);
}));

test('without Web Locks turns are granted in order within the tab', () => suite.open({
  init: () => Object.defineProperty(navigator, 'locks', { value: undefined }),
}, async (probe) => {
  assert.equal(await probe.evaluate(() => { window.turns.command(0, 'sync'); return window.granted.length; }), 0, 'never before the call returns');
  await granted(probe, 1);
  await take(probe);
  assert.equal(await count(probe), 1);
  await end(probe);
  await granted(probe, 2);
}));
