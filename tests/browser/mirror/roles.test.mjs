/** Every role becomes the right native element, found by its role and name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PatchBuilder, Role, State, treePatch } from '../../support/patch_encoder.mjs';
import { mirrorSuite } from './fixture/mirror_suite.mjs';

const suite = mirrorSuite();
let next = 1n;
const node = (role, fields = {}, kids = []) => ({ id: next++, role: Role[role], rect: [0, 0, 200, 48], ...fields, kids });

// role, fields, children → the element's tag and how the accessibility tree calls it
const cases = [
  ['Banner', {}, 'header', 'banner'],
  ['Navigation', { name: 'Main' }, 'nav', 'navigation', 'Main'],
  ['Main', {}, 'main', 'main'],
  ['ContentInfo', {}, 'footer', 'contentinfo'],
  ['Search', { name: 'Find' }, 'form', 'search', 'Find'],
  ['Region', { name: 'Near you' }, 'section', 'region', 'Near you'],
  ['Group', { name: 'Days' }, 'div', 'group', 'Days'],
  ['Heading', { name: 'Saturday Stars', level: 3 }, 'h3', 'heading', 'Saturday Stars'],
  ['Paragraph', { name: 'Quiet swim' }, 'p', 'paragraph'],
  ['Link', { name: 'Home', href: '/' }, 'a', 'link', 'Home'],
  ['Button', { name: 'Save' }, 'button', 'button', 'Save'],
  ['List', { name: 'Places' }, 'ul', 'list', 'Places'],
  ['ListItem', { name: 'One' }, 'li', 'listitem'],
  ['RadioGroup', { name: 'How far?' }, 'fieldset', 'radiogroup', 'How far?'],
  ['Form', { name: 'Your budget' }, 'form', 'form', 'Your budget'],
  ['ErrorSummary', {}, 'div', 'alert'],
  ['Table', { name: 'Costs' }, 'table', 'table', 'Costs'],
  ['Dialog', { name: 'Filters' }, 'dialog', 'dialog', 'Filters'],
  ['Status', { name: 'Saved' }, 'p', 'status'],
  ['Image', { name: 'A map' }, 'span', 'img', 'A map'],
  ['Term', { name: 'Where' }, 'dt', 'term'],
  ['Definition', { name: 'NM4' }, 'dd', 'definition'],
];

for (const [role, fields, tag, ariaRole, name] of cases) {
  test(`${role} is a <${tag}> with the role ${ariaRole}`, () => suite.withMirror(async (mirror) => {
    assert.equal(await mirror.apply(treePatch([node(role, fields)])), null);
    const found = mirror.page.locator('#mirror').getByRole(ariaRole, name ? { name, exact: true } : {});
    assert.equal(await found.count(), 1);
    assert.equal(await found.evaluate((element) => element.tagName.toLowerCase()), tag);
    if (fields.name && !name) assert.equal(await found.textContent(), fields.name);
  }));
}

const controls = [
  ['TextField', { name: 'Your postcode' }, 'textbox', 'INPUT'],
  ['TextField', { name: 'What do you need?', input: { type: 1 } }, 'searchbox', 'INPUT'],
  ['TextField', { name: 'Tell us more', states: State.multiline }, 'textbox', 'TEXTAREA'],
  ['Checkbox', { name: 'Quiet room' }, 'checkbox', 'INPUT'],
  ['Radio', { name: '5 miles' }, 'radio', 'INPUT'],
  ['Select', { name: 'Day', options: [{ value: '', label: 'Any' }, { value: '6', label: 'Saturday' }] }, 'combobox', 'SELECT'],
  ['Progress', { name: 'Money left', progress: 0.4 }, 'progressbar', 'PROGRESS'],
];

for (const [role, fields, ariaRole, tag] of controls) {
  test(`${role} (${ariaRole}, ${tag}) is named by its label and described by hint and error`, () => suite.withMirror(async (mirror) => {
    const notes = role === 'Progress' ? {} : { description: 'A hint.', error: 'An error.' };
    assert.equal(await mirror.apply(treePatch([node(role, { ...fields, ...notes })])), null);
    const found = mirror.page.getByRole(ariaRole, { name: fields.name, exact: true });
    assert.equal(await found.evaluate((element) => element.tagName), tag);
    if (role === 'Progress') return;
    const described = await found.evaluate((element) => element.getAttribute('aria-describedby').split(' ')
      .map((id) => document.getElementById(id).textContent));
    assert.deepEqual(described, ['A hint.', 'An error.']);
    assert.equal(await found.getAttribute('aria-invalid'), 'true');
  }));
}

for (const [role, of] of [['Button', {}], ['Link', { href: '/help' }]]) {
  test(`a ${role.toLowerCase()} that is called more than the words on it shows those alone`, () => suite.withMirror(async (mirror) => {
    const one = node(role, { ...of, name: 'Take away: 1', value: 'Take away: 1, How many visits' });
    await mirror.apply(treePatch([one]));
    const named = (name) => mirror.page.getByRole(role.toLowerCase(), { name, exact: true });
    assert.equal(await named('Take away: 1, How many visits').textContent(), 'Take away: 1');
    await mirror.apply(new PatchBuilder().set(one.id, { value: 'Take away: 1, How was it?' }));
    assert.equal(await named('Take away: 1, How was it?').count(), 1);
    await mirror.apply(new PatchBuilder().set(one.id, { value: '' }));
    assert.equal(await named('Take away: 1').count(), 1);
  }));
}

test('rows, headers and cells make a real table', () => suite.withMirror(async (mirror) => {
  const row = (...kids) => node('TableRow', {}, kids);
  await mirror.apply(treePatch([node('Table', { name: 'Costs' }, [
    row(node('ColumnHeader', { name: 'What' }), node('ColumnHeader', { name: 'Cost' })),
    row(node('RowHeader', { name: 'Swim' }), node('Cell', { name: '£8.00' })),
  ])]));
  assert.equal(await mirror.page.getByRole('columnheader', { name: 'Cost' }).count(), 1);
  assert.equal(await mirror.page.getByRole('rowheader', { name: 'Swim' }).count(), 1);
  assert.equal(await mirror.page.getByRole('cell', { name: '£8.00' }).count(), 1);
}));

test('a cell that tells its column\'s title does so to the eye; its name stays what stands in it', () => suite.withMirror(async (mirror) => {
  const cell = node('Cell', { name: '£8.00', description: 'Cost' });
  await mirror.apply(treePatch([node('Table', { name: 'Costs', look: 'stacked' }, [node('TableRow', {}, [cell])])]));
  assert.equal(await mirror.page.getByRole('cell', { name: '£8.00', exact: true }).count(), 1);
  assert.deepEqual(await mirror.page.locator('td > .ink').allTextContents(), ['Cost', '£8.00']);
  await mirror.apply(new PatchBuilder().set(cell.id, { description: '' }));
  assert.deepEqual(await mirror.page.locator('td > .ink').allTextContents(), ['£8.00']);
}));

test('a chart\'s drawing is for the eye: its name stays, and what is no drawing draws nothing', () => suite.withMirror(async (mirror) => {
  const chart = node('Image', { name: 'Money until May', value: '300 180\nline accent 3 M0 0L5 5\nline edge 1 M0 9a7 7 0 1 0 14 0Z\nfill green 0 javascript:' });
  await mirror.apply(treePatch([chart]));
  assert.equal(await mirror.page.getByRole('img', { name: 'Money until May' }).count(), 1);
  assert.deepEqual(await mirror.page.locator('svg path').evaluateAll((all) => all.map((each) => each.getAttribute('class'))), ['drawn-line drawn-accent', 'drawn-line drawn-edge']);
  await mirror.apply(new PatchBuilder().set(chart.id, { value: '<svg onload=alert(1)>' }));
  assert.equal(await mirror.page.locator('svg').count(), 0);
}));

test('radio buttons of one group share a name, and only one is chosen', () => suite.withMirror(async (mirror) => {
  const [first, second] = [node('Radio', { name: 'Near', states: State.checked }), node('Radio', { name: 'Far' })];
  await mirror.apply(treePatch([node('RadioGroup', { name: 'How far?' }, [node('Group', {}, [first, second])])]));
  await mirror.on(second.id, 'click');
  assert.deepEqual([await mirror.on(first.id, 'checked'), await mirror.on(second.id, 'checked')], [false, true]);
}));

test('states are told by native and ARIA attributes', () => suite.withMirror(async (mirror) => {
  const { page } = mirror;
  await mirror.apply(treePatch([
    node('Link', { name: 'Home', href: '/', states: State.current }),
    node('Button', { name: 'More', states: State.collapsed }),
    node('Button', { name: 'Quiet', states: State.pressed }),
    node('Button', { name: 'Send', states: State.disabled }),
    node('TextField', { name: 'Name', states: State.required, autocomplete: 'name', input: { type: 2, mode: 3, maxLength: 40 } }),
  ]));
  assert.equal(await page.getByRole('link', { name: 'Home' }).getAttribute('aria-current'), 'page');
  assert.equal(await page.getByRole('button', { name: 'More', expanded: false }).count(), 1);
  assert.equal(await page.getByRole('button', { name: 'Quiet', pressed: true }).count(), 1);
  assert.equal(await page.getByRole('button', { name: 'Send', disabled: true }).count(), 1);
  const attributes = await page.getByRole('textbox', { name: 'Name' }).evaluate((element) => ({ ...element.attributes, list:
    ['type', 'inputmode', 'maxlength', 'autocomplete', 'required'].map((name) => element.getAttribute(name)) }.list));
  assert.deepEqual(attributes, ['email', 'email', '40', 'name', '']);
}));

test('a heading that changes its level keeps its place and focus', () => suite.withMirror(async (mirror) => {
  const [before, title, after] = [node('Button', { name: 'A' }), node('Heading', { name: 'T', level: 2 }), node('Button', { name: 'B' })];
  await mirror.apply(treePatch([before, title, after]).focus(title.id));
  await mirror.apply(new PatchBuilder().set(title.id, { level: 1 }));
  assert.deepEqual(await mirror.page.locator('#mirror > *').evaluateAll((all) => all.map((e) => e.tagName)), ['BUTTON', 'H1', 'BUTTON']);
  assert.equal(await mirror.on(title.id, 'isActive'), true);
}));
