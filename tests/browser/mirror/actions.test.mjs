/** What a person does to the mirror's elements becomes exactly one action for the application. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PatchBuilder, Role, State, treePatch } from '../../support/patch_encoder.mjs';
import { mirrorSuite } from './fixture/mirror_suite.mjs';

const suite = mirrorSuite();
const [activate, setValue, toggle, focusIn, focusOut, dismiss] = ['1', '2', '3', '4', '5', '6'].map(Number);

const tree = () => treePatch([{ id: 1, role: Role.Main, kids: [
  { id: 2, role: Role.Link, name: 'Home', href: '/find', rect: [0, 0, 200, 48] },
  { id: 3, role: Role.Button, name: 'Save', rect: [0, 60, 200, 48] },
  { id: 4, role: Role.Checkbox, name: 'Quiet room', rect: [0, 120, 200, 48] },
  { id: 5, role: Role.RadioGroup, name: 'How far?', rect: [0, 180, 200, 100], kids: [
    { id: 6, role: Role.Radio, name: 'Near', states: State.checked }, { id: 7, role: Role.Radio, name: 'Far' }] },
  { id: 8, role: Role.Select, name: 'Day', value: '', rect: [0, 300, 200, 80], box: [0, 30, 200, 48],
    options: [{ value: '', label: 'Any' }, { value: '6', label: 'Saturday' }] },
  { id: 9, role: Role.TextField, name: 'Name', value: '', rect: [0, 400, 200, 80], box: [0, 30, 200, 48] },
  { id: 10, role: Role.Link, name: 'Ring us', href: 'tel:01632960123', rect: [0, 500, 200, 48] },
] }]);

// All but focus, which has its own test.
const deeds = async (mirror) => (await mirror.takeActions()).filter(([, kind]) => kind !== focusIn && kind !== focusOut);
const withTree = (work) => suite.withMirror(async (mirror) => {
  await mirror.apply(tree());
  await work(mirror, mirror.page);
  assert.deepEqual(mirror.faults, []);
});

for (const [what, id, key, expected] of [
  ['Enter on a link', 2, 'Enter', ['2', activate, '']],
  ['Enter on a button', 3, 'Enter', ['3', activate, '']],
  ['Space on a button', 3, ' ', ['3', activate, '']],
  ['Space on a check box', 4, ' ', ['4', toggle, '']],
  ['an arrow key in radio buttons', 6, 'ArrowDown', ['7', toggle, '']],
  ['an arrow key in a select', 8, 'ArrowDown', ['8', setValue, '6']],
  ['a letter in a text box', 9, 'x', ['9', setValue, 'x']],
  ['Escape', 3, 'Escape', ['0', dismiss, '']],
]) {
  test(`${what} is one action`, () => withTree(async (mirror, page) => {
    await mirror.on(id, 'focus');
    await page.keyboard.press(key);
    assert.deepEqual(await deeds(mirror), [expected]);
  }));
}

for (const [what, id, expected] of [['link', 2, activate], ['button', 3, activate], ['check box', 4, toggle], ['radio button', 7, toggle]]) {
  test(`an accessibility click on a ${what} is one action`, () => withTree(async (mirror) => {
    await mirror.on(id, 'click');
    assert.deepEqual(await deeds(mirror), [[String(id), expected, '']]);
  }));
  test(`a mouse click on a ${what} in plain view is one action`, () => withTree(async (mirror, page) => {
    await mirror.view('plain');
    await page.getByText({ 2: 'Home', 3: 'Save', 4: 'Quiet room', 7: 'Far' }[id], { exact: true }).click();
    assert.deepEqual(await deeds(mirror), [[String(id), expected, '']]);
  }));
}

test('a link opened in another tab, and one to a telephone, are left to the browser', () => withTree(async (mirror, page) => {
  const prevented = await page.evaluate(() => {
    const seen = [];
    document.addEventListener('click', (event) => { seen.push(event.defaultPrevented); event.preventDefault(); });
    const press = (id, keys) => window.test.element(id).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }));
    press(2, { ctrlKey: true });
    press(2, { metaKey: true });
    press(2, { shiftKey: true });
    press(10, {});
    press(2, {});
    return seen;
  });
  assert.deepEqual(prevented, [false, false, false, false, true]);
  assert.deepEqual(await deeds(mirror), [['2', activate, '']]);
}));

test('Enter in a text box presses the main button of its form, once', () => suite.withMirror(async (mirror) => {
  const { page } = mirror;
  await mirror.apply(treePatch([{ id: 1, role: Role.Search, name: 'Find', kids: [
    { id: 2, role: Role.TextField, name: 'Words' }, { id: 3, role: Role.TextField, name: 'Near' },
    { id: 4, role: Role.Button, name: 'Filters', look: 'quiet' }, { id: 5, role: Role.Button, name: 'Search', look: 'primary' }] }]));
  await mirror.on(2, 'focus');
  await page.keyboard.press('Enter');
  assert.deepEqual(await deeds(mirror), [['5', activate, '']]);
  await mirror.apply(new PatchBuilder().set(5, { states: State.disabled }));
  await page.keyboard.press('Enter');
  assert.deepEqual(await deeds(mirror), [['4', activate, '']]);
  assert.equal(new URL(page.url()).search, '', 'the browser itself submitted nothing');
}));

test('focus is told both ways, with whether to show the ring', () => withTree(async (mirror, page) => {
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab'); // past what leads to the page, changes its view and leaves
  await mirror.takeActions();
  await page.keyboard.press('Tab');
  assert.deepEqual(await mirror.takeActions(), [['2', focusIn, '1']]);
  await page.keyboard.press('Tab');
  assert.deepEqual(await mirror.takeActions(), [['2', focusOut, ''], ['3', focusIn, '1']]);
  await mirror.apply(new PatchBuilder().focus(9));
  assert.equal(await mirror.on(9, 'isActive'), true);
}));

test('the value the application holds is written without moving the caret', () => withTree(async (mirror, page) => {
  await mirror.on(9, 'focus');
  await page.keyboard.type('abcd');
  await page.keyboard.press('ArrowLeft');
  const before = await mirror.mutations();
  await mirror.apply(new PatchBuilder().set(9, { value: 'abcd' }));
  assert.equal(await mirror.mutations(), before, 'an echo writes nothing');
  await mirror.apply(new PatchBuilder().set(9, { value: 'ABCD' }));
  assert.deepEqual([await mirror.on(9, 'value'), await mirror.on(9, 'caret')], ['ABCD', 3]);
}));

test('nothing is written into a text box while a character is being composed', () => withTree(async (mirror, page) => {
  await mirror.on(9, 'focus');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await mirror.apply(new PatchBuilder().set(9, { value: 'other' }));
  assert.equal(await mirror.on(9, 'value'), 'に');
  await session.send('Input.insertText', { text: '日本' });
  assert.equal(await mirror.on(9, 'value'), '日本');
  assert.deepEqual((await deeds(mirror)).at(-1), ['9', setValue, '日本']);
}));

test('what the application did not take over is undone when it has come to rest', () => withTree(async (mirror, page) => {
  await mirror.on(4, 'click');
  await mirror.on(7, 'click');
  await page.getByRole('combobox', { name: 'Day' }).selectOption('6');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ann');
  await page.evaluate(() => window.test.mirror.settle());
  assert.deepEqual([await mirror.on(4, 'checked'), await mirror.on(6, 'checked'), await mirror.on(7, 'checked')], [false, true, false]);
  assert.deepEqual([await mirror.on(8, 'value'), await mirror.on(9, 'value')], ['', '']);
}));

test('in canvas view only real boxes take the mouse, and they stand at their place', () => withTree(async (mirror, page) => {
  const at = (x, y) => page.evaluate(([left, top]) => document.elementFromPoint(left, top).tagName, [x, y]);
  assert.deepEqual([await at(100, 24), await at(100, 84), await at(20, 144)], ['CANVAS', 'CANVAS', 'CANVAS']);
  assert.deepEqual([await at(100, 350), await at(100, 450)], ['SELECT', 'INPUT']);
  assert.deepEqual(await page.getByRole('textbox', { name: 'Name' }).boundingBox(), { x: 0, y: 430, width: 200, height: 48 });
  await mirror.apply(new PatchBuilder().set(9, { states: State.covered }));
  assert.equal(await at(100, 450), 'CANVAS', 'a covered box gives way');
}));

test('a file that is chosen is one action with a token and its name, and may be chosen again', () => suite.withMirror(async (mirror) => {
  const { page } = mirror;
  await mirror.apply(treePatch([{ id: 1, role: Role.Main, kids: [
    { id: 2, role: Role.FileField, name: 'Receipt', description: 'A photo', value: 'Choose', rect: [0, 0, 300, 100], box: [0, 40, 200, 48] }] }]));
  const field = page.getByLabel('Receipt');
  assert.deepEqual(await field.boundingBox(), { x: 0, y: 40, width: 200, height: 48 });
  assert.equal(await page.evaluate(() => document.elementFromPoint(100, 60).type), 'file', 'the mouse meets the real control');
  assert.equal(await field.evaluate((element) => getComputedStyle(element).opacity), '0', 'and sees the painted one');
  const file = { name: 'IMG 1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') };
  await field.setInputFiles(file);
  await field.setInputFiles(file);
  const told = await deeds(mirror);
  assert.deepEqual(told.map(([id, kind]) => [id, kind]), [['2', setValue], ['2', setValue]]);
  const [first, second] = told.map(([, , payload]) => payload.split('\n'));
  assert.deepEqual([first[1], second[1]], ['IMG 1.jpg', 'IMG 1.jpg']);
  assert.notEqual(first[0], second[0]);
  assert.equal(await field.inputValue(), '');
}));
