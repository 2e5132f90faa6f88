/**
 * axe-core finds nothing: screens × {canvas, plain} × {light, dark, high contrast} × {English, Welsh, easy read} ×
 * {320, 768, 1280} px, all of it in `test long`, every pair of values in `test`. A cell counts only when its tree
 * of roles and names is what it should be, and in canvas view only with live WebGL2. Real colours are measured
 * in plain view; in canvas view the words are drawn, not styled.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { webglLive } from './support/app.mjs';
import { axe } from './support/axe.mjs';
import { goldenLines } from './support/golden.mjs';
import { plain } from './support/hands.mjs';
import { allCells, factors, fewCells, missingPairs } from './support/product.mjs';
import { screens } from './support/screens.mjs';
import { browserSuite, isLong } from './support/suite.mjs';
import { accessibilityTree } from './support/tree.mjs';
import { withoutChosenView } from './support/view_choice.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const everyScreen = screens();
let counted = 0;
const started = Date.now();

const cellsOf = (number) => (isLong ? allCells() : fewCells(number));

// In the open page, as a person changes it in Settings.
async function set(app, settings) {
  await app.page.evaluate((all) => {
    for (const [key, value] of Object.entries(all)) window.alongside.application.changeSetting(key, value);
  }, settings);
  await app.settled();
}

const treeOf = async (app) => (await accessibilityTree(app, 'body')).map(withoutChosenView);

// Which language and theme are chosen in Settings differs from cell to cell.
const withoutChoice = (line) => (/^ *- radio /.test(line) ? line.replace(' checked=true', '') : line);

// How a map's marks stand together follows its size, which words may change: they are told as one.
function withoutMarks(lines) {
  let figure = -1;
  return lines.filter((line) => {
    const depth = line.search(/\S/);
    if (depth <= figure) figure = -1;
    if (/^ *- figure/.test(line)) figure = depth;
    return figure < 0 || !/^ *- button/.test(line);
  });
}

// Roles and levels, without words: the same in every language.
const rolesOf = (lines) => withoutMarks(lines).map((line) => /^( *- \S+)/.exec(line)[1] + (/ level=\d/.exec(line)?.[0] ?? '')).filter((line) => !/- (text|paragraph)$/.test(line));

// English says what its golden file says (which is of a phone); the other words have the same roles.
async function assertSnapshot(app, screen, cell) {
  await set(app, { lang: 'en', words: 'usual' });
  await app.see('heading', screen.heading);
  const english = await treeOf(app);
  if (cell.width === 320) assert.deepEqual([`title: ${await app.title()}`, ...english].map(withoutChoice), goldenLines(screen.name).map(withoutChoice));
  if (cell.words === 'en') return;
  await set(app, cell.words === 'cy' ? { lang: 'cy' } : { words: 'easy' });
  const other = await treeOf(app);
  assert.deepEqual(rolesOf(other), rolesOf(english), `${screen.name}: other roles than in English`);
  assert.notDeepEqual(cell.words === 'cy' ? other : null, english, 'the words must have changed');
}

async function assertNothingFound(app, screen, cell) {
  await set(app, { lang: 'en', words: 'usual', view: cell.view, theme: cell.theme });
  await app.resize(cell.width, 800);
  await assertSnapshot(app, screen, cell);
  assert.equal(await app.view(), cell.view);
  if (cell.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
  const found = await axe(app.page);
  assert.deepEqual(found.violations, []);
  assert.ok(found.passes > 20, `axe looked at ${found.passes} rules only`);
  counted++;
  if (cell.view !== 'plain') return;
  assert.ok(found.contrast > 3, 'colours must really be measured in plain view');
  assert.equal(found.unsure, 0, 'every pair of colours must be known');
}

everyScreen.forEach((screen, number) => {
  for (const cell of cellsOf(number)) {
    test(`axe finds nothing: ${screen.name}, ${Object.values(cell).join(', ')}`, async () => {
      await suite.withOpenApp(screen.path, { settings: { view: 'canvas' } }, (app) => assertNothingFound(app, screen, cell));
    });
  }
});

test('what is looked at has every two values together', () => {
  const cells = everyScreen.flatMap((screen, number) => cellsOf(number).map((cell) => ({ ...cell, screen: screen.name })));
  assert.deepEqual(missingPairs(cells, everyScreen.map(({ name }) => name)), []);
});

test('axe finds nothing in the error summary of a search that cannot be', async () => {
  await suite.withApp('/find?age=200', { settings: { view: 'plain' } }, async (app) => {
    await plain.press(app, 'button', say('local_offer.find.go'));
    await app.main().getByRole('alert').waitFor();
    assert.deepEqual((await axe(app.page)).violations, []);
  });
});

after(() => {
  const whole = everyScreen.length * Object.values(factors).reduce((product, values) => product * values.length, 1);
  console.log(`axe: 0 violations in ${counted} of the ${whole} cells of the product, each with its snapshot (${Math.round((Date.now() - started) / 1000)} s)`);
});
