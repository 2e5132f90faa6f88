/** Children take their new order with the fewest moves, and the focused one is never moved. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestIncreasing } from '../../../web/mirror_children.js';
import { PatchBuilder, Role, State, treePatch } from '../../support/patch_encoder.mjs';
import { mirrorSuite } from './fixture/mirror_suite.mjs';

const suite = mirrorSuite();
const link = (id, more = {}) => ({ id, role: Role.Link, name: `Link ${id}`, href: `/${id}`, ...more });
const card = (id, kids) => ({ id, role: Role.Group, kids });
const names = (mirror) => mirror.page.locator('#mirror a').allTextContents();

test('the longest increasing run is found and skips what is new', () => {
  assert.deepEqual(longestIncreasing([3, 0, 1, 2]), [1, 2, 3]);
  assert.deepEqual(longestIncreasing([-1, 4, -1, 5]), [1, 3]);
  assert.deepEqual(longestIncreasing([2, 1, 0]).length, 1);
  assert.deepEqual(longestIncreasing([]), []);
});

test('moving one of many is one move', () => suite.withMirror(async (mirror) => {
  const ids = Array.from({ length: 50 }, (_, i) => i + 1);
  await mirror.apply(treePatch(ids.map((id) => link(id))));
  const before = await mirror.mutations();
  const order = [50, ...ids.slice(0, -1)];
  await mirror.apply(new PatchBuilder().children(0, order));
  assert.equal(await mirror.mutations() - before, 1);
  assert.deepEqual(await names(mirror), order.map((id) => `Link ${id}`));
}));

test('the focused element stays, even when moving it alone would be cheaper', () => suite.withMirror(async (mirror) => {
  await mirror.apply(treePatch([1, 2, 3, 4, 5].map((id) => card(id, [link(id + 10)]))));
  await mirror.on(15, 'focus');
  await mirror.takeActions();
  await mirror.page.evaluate(() => {
    window.removed = [];
    new MutationObserver((records) => records.forEach((r) => r.removedNodes.forEach((n) => window.removed.push(n.textContent))))
      .observe(document.getElementById('mirror'), { childList: true, subtree: true });
  });
  await mirror.apply(new PatchBuilder().children(0, [5, 1, 2, 3, 4]));
  assert.deepEqual(await names(mirror), ['Link 15', 'Link 11', 'Link 12', 'Link 13', 'Link 14']);
  assert.equal(await mirror.on(15, 'isActive'), true);
  assert.equal((await mirror.page.evaluate(() => window.removed)).includes('Link 15'), false);
  assert.deepEqual(await mirror.takeActions(), [], 'focus never left');
}));

test('an element that moves to another parent keeps its identity and focus', () => suite.withMirror(async (mirror) => {
  await mirror.apply(treePatch([card(1, [link(11), link(12)]), card(2, [link(21)])]));
  await mirror.on(12, 'focus');
  await mirror.on(12, 'mark', 'same');
  await mirror.apply(new PatchBuilder().children(1, [11]).children(2, [12, 21]));
  assert.deepEqual(await names(mirror), ['Link 11', 'Link 12', 'Link 21']);
  assert.deepEqual([await mirror.on(12, 'marked'), await mirror.on(12, 'isActive')], ['same', true]);
}));

test('parent and child can change places in one patch', () => suite.withMirror(async (mirror) => {
  await mirror.apply(treePatch([card(1, [card(2, [link(3)])])]));
  assert.equal(await mirror.apply(new PatchBuilder().children(1, [3]).children(2, [1]).children(0, [2])), null);
  assert.equal(await mirror.page.evaluate(() => window.test.element(1).parentElement === window.test.element(2)), true);
}));

test('when the focused element goes, focus goes to its neighbour and never to the body', () => suite.withMirror(async (mirror) => {
  await mirror.apply(treePatch([card(1, [link(11), link(12), link(13)])]));
  await mirror.on(12, 'focus');
  await mirror.apply(new PatchBuilder().children(1, [11, 13]).remove(12));
  assert.equal(await mirror.on(13, 'isActive'), true, 'the next one');
  await mirror.apply(new PatchBuilder().children(1, [11]).remove(13));
  assert.equal(await mirror.on(11, 'isActive'), true, 'else the one before');
}));

test('when everything goes, main takes focus', () => suite.withMirror(async (mirror) => {
  await mirror.apply(treePatch([{ id: 1, role: Role.Main, kids: [link(11)] }]));
  await mirror.on(11, 'focus');
  await mirror.apply(new PatchBuilder().children(1, []).remove(11));
  assert.equal(await mirror.on(1, 'isActive'), true);
}));

test('a focused button that can no longer be pressed hands focus on', () => suite.withMirror(async (mirror) => {
  await mirror.apply(treePatch([{ id: 1, role: Role.Button, name: 'Send' }, link(2)]));
  await mirror.on(1, 'focus');
  await mirror.apply(new PatchBuilder().set(1, { states: State.disabled }));
  assert.equal(await mirror.on(2, 'isActive'), true);
}));

test('a patch that says nothing new writes nothing', () => suite.withMirror(async (mirror) => {
  const tree = [card(1, [link(11, { rect: [1, 2, 3, 4], look: 'inline' }), { id: 12, role: Role.TextField, name: 'Name',
    value: 'Ann', rect: [0, 0, 100, 80], box: [0, 32, 100, 48], description: 'Yours' }])];
  await mirror.apply(treePatch(tree));
  const before = await mirror.mutations();
  await mirror.apply(new PatchBuilder().set(11, { name: 'Link 11', rect: [1, 2, 3, 4], look: 'inline', href: '/11', states: 0 })
    .set(12, { name: 'Name', value: 'Ann', description: 'Yours', box: [0, 32, 100, 48] }).children(1, [11, 12]));
  assert.equal(await mirror.mutations() - before, 0);
}));
