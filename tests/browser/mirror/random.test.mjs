/** Whatever the history of patches, the page is the same as one built at once from the last tree. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PatchBuilder, Role, State, treePatch } from '../../support/patch_encoder.mjs';
import { mirrorSuite } from './fixture/mirror_suite.mjs';

const suite = mirrorSuite();
const holders = [Role.Group, Role.List, Role.ListItem, Role.Form, Role.RadioGroup, Role.Table, Role.TableRow, Role.Cell];
const leaves = [Role.Heading, Role.Paragraph, Role.Link, Role.Button, Role.TextField, Role.Checkbox, Role.Select, Role.Progress, Role.Image, Role.Status];

// A small generator with a seed, so that a failure can be repeated.
function randomFrom(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

class RandomTree {
  constructor(random) {
    this.random = random;
    this.nextId = 1;
    this.nodes = new Map(); // id → {id, role, fields, kids}
    this.roots = [];
  }

  pick(list) { return list[this.random(list.length)]; }

  fields(role) {
    const fields = { name: this.pick(['', 'One', '<b>Two</b>', 'Tri & three', 'Ŵyth']), rect: [this.random(300), this.random(300), 90, 40] };
    if (this.random(2)) fields.look = this.pick(['', 'card', 'card soft', 'primary', 'bad Class"name']);
    if (this.random(3) === 0) fields.lang = this.pick(['', 'cy']);
    if (role === Role.Heading) fields.level = 1 + this.random(6);
    if (role === Role.Link) fields.href = this.pick(['/a', '/b?q=1', 'javascript:alert(1)', '']);
    if (role === Role.TextField || role === Role.Select) Object.assign(fields, this.fieldFields(role));
    if (role === Role.Progress) fields.progress = this.pick([-1, 0, 0.5, 1]);
    fields.states = this.pick([0, 0, State.disabled, State.checked, State.covered, State.expanded, State.busy | State.required]);
    return fields;
  }

  fieldFields(role) {
    const notes = { description: this.pick(['', 'A hint']), error: this.pick(['', 'An error']), value: this.pick(['', 'a', 'b']) };
    if (role === Role.Select) notes.options = this.pick([[{ value: 'a', label: 'A' }], [{ value: '', label: 'Any' }, { value: 'b', label: 'B' }, { value: 'a', label: 'A' }]]);
    return notes;
  }

  addTo(list) {
    const role = this.random(3) === 0 ? this.pick(holders) : this.pick(leaves);
    const node = { id: this.nextId++, role, fields: this.fields(role), kids: [] };
    this.nodes.set(node.id, node);
    list.splice(this.random(list.length + 1), 0, node.id);
    return node;
  }

  lists() { return [this.roots, ...[...this.nodes.values()].filter(({ role }) => holders.includes(role)).map(({ kids }) => kids)]; }

  isBelow(id, list) {
    const node = this.nodes.get(id);
    return node.kids === list || node.kids.some((kid) => this.isBelow(kid, list));
  }

  drop(id) {
    for (const kid of this.nodes.get(id).kids) this.drop(kid);
    this.nodes.delete(id);
  }

  change() {
    const list = this.pick(this.lists());
    switch (this.random(4)) {
      case 0: this.addTo(list); break;
      case 1: if (list.length > 0) this.drop(list.splice(this.random(list.length), 1)[0]); break;
      case 2: this.move(list); break;
      default: this.alter();
    }
  }

  move(from) {
    if (from.length === 0) return;
    const at = this.random(from.length);
    const to = this.pick(this.lists());
    if (this.isBelow(from[at], to)) return;
    const [id] = from.splice(at, 1);
    to.splice(this.random(to.length + 1), 0, id);
  }

  alter() {
    if (this.nodes.size === 0) return;
    const node = this.pick([...this.nodes.values()]);
    node.fields = { ...node.fields, ...this.fields(node.role) };
  }

  snapshot() { return structuredClone({ nodes: this.nodes, roots: this.roots }); }

  asTrees() {
    const tree = (id) => { const { role, fields, kids } = this.nodes.get(id); return { id, role, ...fields, kids: kids.map(tree) }; };
    return this.roots.map(tree);
  }
}

// What app/ui's encoder would send.
function difference(before, after) {
  const patch = new PatchBuilder();
  for (const { id, role, fields } of after.nodes.values()) if (!before.nodes.has(id)) patch.create(id, role, fields);
  for (const { id, fields } of after.nodes.values()) {
    const old = before.nodes.get(id)?.fields;
    if (old && JSON.stringify(old) !== JSON.stringify(fields)) patch.set(id, fields);
  }
  const changed = (a, b) => JSON.stringify(a ?? []) !== JSON.stringify(b);
  if (changed(before.roots, after.roots)) patch.children(0, after.roots);
  for (const { id, kids } of after.nodes.values()) if (changed(before.nodes.get(id)?.kids, kids)) patch.children(id, kids);
  for (const id of before.nodes.keys()) if (!after.nodes.has(id)) patch.remove(id);
  return patch;
}

for (const seed of [1, 2, 3, 4, 5, 6]) {
  test(`100 random patches end in the page a fresh build gives (seed ${seed})`, () => suite.withMirror(async (mirror) => {
    const tree = new RandomTree(randomFrom(seed));
    for (let step = 0; step < 100; step++) {
      const before = tree.snapshot();
      for (let i = 0; i < 8; i++) tree.change();
      assert.equal(await mirror.apply(difference(before, tree)), null, `step ${step}`);
      if (step % 10 !== 9) continue;
      assert.equal(await mirror.outline(), await mirror.outlineOfFresh(treePatch(tree.asTrees())), `step ${step}`);
      assert.equal(await mirror.page.evaluate(() => window.test.mirror.nodes.size), tree.nodes.size);
    }
    assert.deepEqual(mirror.faults, []);
  }));
}
