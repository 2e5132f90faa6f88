/**
 * axe-core finds nothing: screens × {canvas, plain} × {light, dark, high contrast} × {English, Welsh, easy read} ×
 * {320, 768, 1280} px, all of it in `test long`, every pair of values in `test`. A cell counts only when its tree
 * of roles and names is what it should be, and in canvas view only with live WebGL2. What somebody sees who has
 * signed in is in axe_own.test.mjs.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe } from './support/axe.mjs';
import { assertNothingFound, assertSameRoles, SaidOnce, setAll, treeOf, withoutChoice } from './support/cell.mjs';
import { goldenLines } from './support/golden.mjs';
import { plain } from './support/hands.mjs';
import { allCells, factors, fewCells, missingPairs } from './support/product.mjs';
import { screens } from './support/screens.mjs';
import { browserSuite, isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const everyScreen = screens();
const said = new SaidOnce();
let counted = 0;
const started = Date.now();

const cellsOf = (number) => (isLong ? allCells() : fewCells(number));

// English says what its golden file says (which is of a phone), and at each width what the other view says; the other words have the same roles.
async function assertSnapshot(app, screen, cell) {
  await setAll(app, { lang: 'en', words: 'usual' });
  await app.see('heading', screen.heading);
  const english = await treeOf(app);
  if (cell.width === 320) assert.deepEqual([`title: ${await app.title()}`, ...english].map(withoutChoice), goldenLines(screen.name).map(withoutChoice));
  await said.assertSame(app, english, cell, screen.name);
  await assertSameRoles(app, english, cell, screen.name);
}

async function assertCell(app, screen, cell) {
  await setAll(app, { lang: 'en', words: 'usual', view: cell.view, theme: cell.theme });
  await app.resize(cell.width, 800);
  await assertSnapshot(app, screen, cell);
  await assertNothingFound(app, cell);
  counted++;
}

everyScreen.forEach((screen, number) => {
  for (const cell of cellsOf(number)) {
    test(`axe finds nothing: ${screen.name}, ${Object.values(cell).join(', ')}`, async () => {
      await suite.withOpenApp(screen.path, { settings: { view: 'canvas' } }, (app) => assertCell(app, screen, cell));
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
