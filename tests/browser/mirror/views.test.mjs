/** Both views of one tree: clean for axe, the same to assistive technology, nothing lost between. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { PatchBuilder, Role, State, treePatch } from '../../support/patch_encoder.mjs';
import { mirrorSuite } from './fixture/mirror_suite.mjs';

const suite = mirrorSuite();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let id = 1n;
let y = 0;
const at = (role, fields = {}, kids = []) => ({ id: id++, role: Role[role], rect: kids.length > 0 ? [0, 0, 320, 60] : [0, (y += 64), 320, 60],
  box: [0, 4, 300, 48], ...fields, kids });
const screen = () => {
  id = 1n;
  y = 0;
  return [
    at('Banner', {}, [at('Link', { name: 'Northmere Council', href: '/', look: 'standalone' })]),
    at('Navigation', { name: 'Main' }, [at('List', { look: 'plain' }, [
      at('ListItem', {}, [at('Link', { name: 'Home', href: '/', look: 'navigation', states: State.current })]),
      at('ListItem', {}, [at('Link', { name: 'Money', href: '/money', look: 'navigation hue-plum' })])])]),
    at('Main', {}, [
      at('Heading', { name: 'Find something', level: 1 }),
      at('Paragraph', { name: 'Only soft words', look: 'soft' }), at('Paragraph', { name: 'Checked', look: 'badge good' }),
      at('Paragraph', { name: 'Ring first', look: 'notice warn' }),
      at('ErrorSummary', {}, [at('Heading', { name: 'Two things to put right', level: 2 }),
        at('List', { look: 'plain' }, [at('ListItem', {}, [at('Link', { name: 'Enter an age', href: '#age' })])])]),
      at('Search', { name: 'Find' }, [
        at('TextField', { name: 'What do you need?', description: 'Like: quiet', input: { type: 1 } }),
        at('TextField', { name: 'Age', error: 'Enter an age' }),
        at('Select', { name: 'Day', value: 'b', options: [{ value: '', label: 'Any' }, { value: 'b', label: 'Saturday' }] }),
        at('Checkbox', { name: 'Quiet room' }),
        at('RadioGroup', { name: 'How far?', description: 'From home' }, [at('Radio', { name: 'Near', states: State.checked }), at('Radio', { name: 'Far' })]),
        at('Button', { name: 'Search', look: 'primary' }), at('Button', { name: 'Saturday', look: 'chip', states: State.pressed }),
        at('Button', { name: 'More', look: 'disclosure', states: State.collapsed })]),
      at('List', { name: 'Places', look: 'cards' }, [at('ListItem', {}, [at('Group', { look: 'card band hue-plum' }, [
        at('Heading', { name: 'Saturday Stars', level: 2 }), at('Link', { name: 'See it', href: '/service/1', look: 'card-title hue-plum' }),
        at('Button', { name: 'Save', look: 'secondary hue-plum' })])])]),
      at('Table', { name: 'Costs' }, [at('TableRow', {}, [at('ColumnHeader', { name: 'What' }), at('ColumnHeader', { name: 'Cost', look: 'end' })]),
        at('TableRow', {}, [at('RowHeader', { name: 'Swim' }), at('Cell', { name: '£8.00', look: 'end' })])]),
      at('Progress', { name: 'Money left', progress: 0.4 }), at('Status', { name: 'Saved on this phone', live: 1 }),
      at('Image', { name: 'A map of Northmere' }),
      at('DescriptionList', {}, [at('Term', { name: 'Where' }), at('Definition', { name: 'NM4' })]),
    ]),
    at('ContentInfo', {}, [at('Paragraph', { name: 'Talk to a person: 01632 960 123' })]),
  ];
};

// Not as a <script>, which the page's policy forbids, but as the debugger's own code.
async function axe(page) {
  await page.evaluate(axeSource);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  return violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const view of ['canvas', 'plain']) {
  for (const theme of ['light', 'dark', 'contrast']) {
    test(`axe finds nothing (${view}, ${theme})`, () => suite.withMirror(async (mirror) => {
      await mirror.page.evaluate((name) => { document.documentElement.dataset.theme = name; }, theme);
      await mirror.view(view);
      assert.equal(await mirror.apply(treePatch(screen()).height(900)), null);
      assert.deepEqual(await axe(mirror.page), []);
    }));
  }
  test(`axe finds nothing with an open dialog (${view})`, () => suite.withMirror(async (mirror) => {
    await mirror.view(view);
    const dialog = { id: 900n, role: Role.Dialog, rect: [10, 10, 300, 300], kids: [
      { id: 901n, role: Role.Heading, level: 2, name: 'Choose' }, { id: 902n, role: Role.Button, name: 'Close' }] };
    await mirror.apply(treePatch([...screen(), dialog]));
    assert.deepEqual(await axe(mirror.page), []);
  }));
}

test('both views are the same to assistive technology', () => suite.withMirror(async (mirror) => {
  await mirror.apply(treePatch(screen()));
  const canvas = await mirror.page.locator('#mirror').ariaSnapshot();
  await mirror.view('plain');
  assert.equal(await mirror.page.locator('#mirror').ariaSnapshot(), canvas);
  assert.ok(canvas.split('\n').length > 40);
}));

test('going to the plain page and back keeps elements, typed words and focus', () => suite.withMirror(async (mirror) => {
  const { page } = mirror;
  await mirror.apply(treePatch(screen()).height(900));
  const before = await mirror.outline();
  const box = page.getByRole('searchbox');
  await box.focus();
  await page.keyboard.type('quiet');
  await box.evaluate((element) => { element.marked = true; });
  await mirror.view('plain');
  await page.keyboard.type(' day');
  assert.deepEqual(await page.evaluate(() => [document.activeElement.marked, document.activeElement.value]), [true, 'quiet day']);
  await box.fill('');
  await mirror.apply(new PatchBuilder().set(1n, { rect: [5, 6, 7, 8] }));
  assert.equal(await page.locator('#mirror [style]:not([style=""])').count(), 0, 'no geometry in plain view');
  await mirror.apply(new PatchBuilder().set(1n, { rect: [0, 64, 320, 60] }));
  await mirror.view('canvas');
  assert.equal(await mirror.outline(), before);
}));

test('the plain page needs no sideways scrolling at 320 pixels, also with text twice as large', () => suite.withMirror(async (mirror) => {
  const { page } = mirror;
  await page.setViewportSize({ width: 320, height: 640 });
  await mirror.view('plain');
  await mirror.apply(treePatch(screen()));
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(await overflow(), 0);
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  assert.equal(await overflow(), 0);
}));

test('a sentence said twice is heard twice', () => suite.withMirror(async (mirror) => {
  const heard = () => mirror.page.locator('#live div').allTextContents();
  await mirror.apply(new PatchBuilder().announce('14 places'));
  const first = await heard();
  await mirror.apply(new PatchBuilder().announce('14 places'));
  assert.deepEqual(first.filter(Boolean), ['14 places']);
  assert.deepEqual(await heard(), first.reverse());
}));

test('the page is as tall as the application says, and it scrolls the page itself', () => suite.withMirror(async (mirror) => {
  await mirror.apply(treePatch(screen()).height(3000).scroll(500));
  // Below the end there is room for the way out, which covers nothing then.
  const [height, scrolled, room, wayOut] = await mirror.page.evaluate(() => [
    document.documentElement.scrollHeight, scrollY, parseFloat(getComputedStyle(document.getElementById('mirror')).paddingBottom),
    document.getElementById('leave').offsetHeight,
  ]);
  assert.deepEqual([height - room, scrolled], [3000, 500]);
  assert.ok(room >= wayOut && room <= wayOut + 16, `${room} px for ${wayOut}`);
}));
