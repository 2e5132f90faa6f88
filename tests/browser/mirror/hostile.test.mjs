/** A patch that is not right is refused as a whole, and the page stays as it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PatchBuilder, Role, treePatch } from '../../support/patch_encoder.mjs';
import { mirrorSuite } from './fixture/mirror_suite.mjs';

const suite = mirrorSuite();
const start = () => treePatch([{ id: 1, role: Role.Main, kids: [
  { id: 2, role: Role.Group, kids: [{ id: 3, role: Role.Paragraph, name: 'Here' }] }, { id: 4, role: Role.TextField, name: 'Name' }] }]);

const refused = {
  'a list with an unknown child': [new PatchBuilder().children(2, [3, 99]), /unknown node 99/],
  'a change of an unknown node': [new PatchBuilder().set(99, { name: 'x' }), /unknown node 99/],
  'focus on an unknown node': [new PatchBuilder().focus(99), /unknown node 99/],
  'a removal of an unknown node': [new PatchBuilder().remove(99), /unknown node 99/],
  'a node that exists already': [new PatchBuilder().create(3, Role.Link), /exists already/],
  'a node with the number of the container': [new PatchBuilder().create(0, Role.Link), /exists already/],
  'a node twice in one list': [new PatchBuilder().children(2, [3, 3]), /listed twice/],
  'a node in two lists': [new PatchBuilder().children(2, [3]).children(1, [2, 3, 4]), /listed twice/],
  'a list given twice': [new PatchBuilder().children(2, [3]).children(2, []), /listed twice/],
  'a node inside itself': [new PatchBuilder().children(2, [2]), /inside itself/],
  'a loop of parents': [new PatchBuilder().create(7, Role.Group).children(2, [7]).children(7, [1]), /inside itself/],
  'children in a text box': [new PatchBuilder().children(4, [3]), /cannot hold/],
  'an unknown role': [new PatchBuilder().create(9, 200).children(2, [3, 9]), /unknown role/],
  'a new node without a place': [new PatchBuilder().create(9, Role.Link), /no place/],
  'a removal of what is still shown': [new PatchBuilder().remove(3), /still in the page/],
  'an unknown operation': [new PatchBuilder().begin(77), /unknown operation/],
  'an unknown field': [new PatchBuilder().begin(2).id(3).u32(1 << 20), /unknown field/],
  'a height that is no number': [new PatchBuilder().height(NaN), /out of range/],
  'a rectangle without end': [new PatchBuilder().set(3, { rect: [0, 0, Infinity, 1] }), /out of range/],
  'text that is not UTF-8': [new PatchBuilder().begin(2).id(3).u32(1).u32(2).u8(0xc3).u8(0x28), /not UTF-8/],
  'a text longer than the patch': [new PatchBuilder().begin(2).id(3).u32(1).u32(0xffffffff), /too early/],
  'a list longer than the patch': [new PatchBuilder().begin(3).id(2).u32(0xffffffff), /larger than the patch/],
};

for (const [what, [patch, message]] of Object.entries(refused)) {
  test(`refused: ${what}`, () => suite.withMirror(async (mirror) => {
    assert.equal(await mirror.apply(start()), null);
    const before = await mirror.outline();
    // A good operation before the bad one must not be done either.
    const both = new PatchBuilder().set(3, { name: 'Changed' });
    both.bytes.push(...patch.bytes);
    both.count += patch.count;
    assert.match(await mirror.apply(both), /^PatchError: /);
    assert.match(await mirror.apply(patch), message);
    assert.equal(await mirror.outline(), before);
    assert.equal(await mirror.apply(new PatchBuilder().set(3, { name: 'Still works' })), null);
    assert.deepEqual(mirror.faults, []);
  }));
}

test('refused: every patch cut short, and every patch with something after its end', () => suite.withMirror(async (mirror) => {
  const whole = start().finish();
  const errors = await mirror.page.evaluate((bytes) => {
    const refusals = [];
    for (let size = 0; size < bytes.length; size++) refusals.push(window.test.apply(bytes.slice(0, size)));
    refusals.push(window.test.apply([...bytes, 0]));
    return refusals;
  }, whole);
  assert.equal(errors.length, whole.length + 1);
  assert.ok(errors.every((error) => error?.startsWith('PatchError: ')));
  assert.equal(await mirror.outline(), '');
  assert.equal(await mirror.applyBytes(whole), null);
}));

test('5,000 patches with one random byte changed never break the page', () => suite.withMirror(async (mirror) => {
  const whole = start().finish();
  const strange = await mirror.page.evaluate((bytes) => {
    let state = 7;
    const random = (limit) => { state = (Math.imul(state, 48271) >>> 0) % 2147483647; return state % limit; };
    const found = [];
    for (let i = 0; i < 5000; i++) {
      const copy = bytes.slice();
      copy[random(copy.length)] = random(256);
      const error = window.test.outlineOfFreshOrError(copy);
      if (error && !error.startsWith('PatchError: ')) found.push(error);
    }
    return found;
  }, whole);
  assert.deepEqual(strange, []);
}));

test('V3.2.2: words are never read as HTML', () => suite.withMirror(async (mirror) => {
  const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  const everywhere = { name: evil, value: evil, description: evil, error: evil, href: evil, lang: evil, autocomplete: evil,
    look: evil, options: [{ value: evil, label: evil }] };
  const roles = Object.values(Role);
  const trees = roles.map((role, i) => ({ id: i + 1, role, ...everywhere }));
  assert.equal(await mirror.apply(treePatch(trees).announce(evil)), null);
  assert.equal(await mirror.page.locator('[onerror], img[src]:not([src=""]), script:not([src])').count(), 0);
  assert.equal(await mirror.page.evaluate(() => window.hacked), undefined);
  assert.equal(await mirror.page.getByText(evil).count() > roles.length / 2, true);
}));

test('an address that could run something is not a link', () => suite.withMirror(async (mirror) => {
  const hrefs = ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'blob:x', 'file:///etc/passwd'];
  await mirror.apply(treePatch(hrefs.map((href, i) => ({ id: i + 1, role: Role.Link, name: 'Press', href }))));
  assert.equal(await mirror.page.locator('#mirror a').count(), hrefs.length);
  assert.equal(await mirror.page.locator('#mirror a[href]').count(), 0);
}));
