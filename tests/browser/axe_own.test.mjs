/**
 * axe-core finds nothing on what somebody sees who has signed in: the same product as in axe.test.mjs, one cell of
 * each screen in `test`, all of them in `test long`. A cell counts only when canvas and plain page say the same, role
 * by role and name by name, and the other words have the roles of the English ones.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { App } from './support/app.mjs';
import { assertNothingFound, assertSameRoles, SaidOnce, setAll, treeOf } from './support/cell.mjs';
import { reads, signIn } from './support/family.mjs';
import { accessibility } from './support/hands.mjs';
import { startCouncilWithMap, writeOwnThings } from './support/own_things.mjs';
import { allCells, fewCells } from './support/product.mjs';
import { ownScreens, writtenScreens } from './support/screens.mjs';
import { browserSuite, isLong } from './support/suite.mjs';

const suite = browserSuite();
// First as a family begins, then with things written, which takes its time: in `test long`.
const all = [...ownScreens(), ...(isLong ? writtenScreens() : [])];
let server, app, written, counted = 0;

// On a server of its own, once for all tests.
async function signedIn() {
  if (app) return;
  server = await startCouncilWithMap();
  app = await App.open(suite.browser, server.origin, '/', { settings: { view: 'canvas' } });
  await signIn(app, accessibility, 'Sam Ashford');
}

async function addressOf({ name, path }) {
  if (!written && name.startsWith('written_')) {
    await setAll(app, { lang: 'en', words: 'usual', view: 'canvas' });
    written = await writeOwnThings(app, server);
  }
  return written?.get(path) ?? path;
}

after(async () => {
  await app?.close();
  await server?.stop();
  console.log(`axe: 0 violations in ${counted} of the ${all.length * allCells().length} cells of what Sam sees, each with its snapshot`);
});

const said = new SaidOnce();
const cellsOf = (number) => (isLong ? allCells() : fewCells(number).slice(0, 1));

async function assertCell(screen, cell) {
  const { name } = screen;
  await signedIn();
  const path = await addressOf(screen);
  await setAll(app, { lang: 'en', words: 'usual', view: cell.view, theme: cell.theme });
  await app.resize(cell.width, 800);
  await app.goOn(path);
  await reads(app, /\w/, '#mirror main h1');
  const english = await treeOf(app);
  await said.assertSame(app, english, cell, name);
  await assertSameRoles(app, english, cell, name);
  await assertNothingFound(app, cell);
  counted++;
}

all.forEach((screen, number) => {
  for (const cell of cellsOf(number)) test(`axe finds nothing: ${screen.name}, ${Object.values(cell).join(', ')}`, () => assertCell(screen, cell));
});
