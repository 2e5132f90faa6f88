/**
 * One cell of the product that axe looks at (product.mjs): setting the open page to it, what it tells, and what axe
 * finds there. Called by axe.test.mjs and axe_own.test.mjs.
 */
import assert from 'node:assert/strict';
import { webglLive } from './app.mjs';
import { axe } from './axe.mjs';
import { accessibilityTree } from './tree.mjs';
import { withoutChosenView } from './view_choice.mjs';

/** In the open page, as a person changes it in Settings. */
export async function setAll(app, settings) {
  await app.page.evaluate((all) => {
    for (const [key, value] of Object.entries(all)) window.alongside.application.changeSetting(key, value);
  }, settings);
  await app.settled();
}

/** Roles, names, values and states of the whole page. */
export const treeOf = async (app) => (await accessibilityTree(app, 'body')).map(withoutChosenView);

// How a map's marks stand together follows its size, which words may change. Together they tell the same places.
function withMarksAsOne(lines) {
  let figure = -1, places = 0;
  const kept = lines.filter((line) => {
    const depth = line.search(/\S/);
    if (depth <= figure) figure = -1;
    if (/^ *- figure/.test(line)) figure = depth;
    const [, count, one] = (figure >= 0 && /^ *- button "(\d+)(\. )?/.exec(line)) || [];
    if (count) places += one ? 1 : Number(count);
    return !count;
  });
  return places === 0 ? kept : [...kept, `- ${places}-places`];
}

/** Roles and levels, without words: the same in every language. */
export const rolesOf = (lines) => withMarksAsOne(lines).map((line) => /^( *- \S+)/.exec(line)[1] + (/ level=\d/.exec(line)?.[0] ?? ''))
  .filter((line) => !/- (text|paragraph)$/.test(line));

/** What `cell.words` says has the roles of the English page, whose tree is `english`; leaves the page in these words. */
export async function assertSameRoles(app, english, cell, name) {
  if (cell.words === 'en') return;
  await setAll(app, cell.words === 'cy' ? { lang: 'cy' } : { words: 'easy' });
  const other = await treeOf(app);
  assert.deepEqual(rolesOf(other), rolesOf(english), `${name}: other roles than in English`);
  assert.notDeepEqual(cell.words === 'cy' ? other : null, english, 'the words must have changed');
}

// Which language and theme are chosen in Settings differs from cell to cell.
export const withoutChoice = (line) => (/^ *- radio /.test(line) ? line.replace(' checked=true', '') : line);

/**
 * What each screen says at a width, role by role and name by name: the same on the canvas and on the plain page, which the
 * first cell of that width looks up, and in every further cell.
 */
export class SaidOnce {
  constructor() { this.said = new Map(); }

  async assertSame(app, tree, cell, name) {
    const place = `${name} at ${cell.width} px`;
    const lines = tree.map(withoutChoice);
    if (this.said.has(place)) return assert.deepEqual(lines, this.said.get(place), `${place}: not what the cells before said`);
    await setAll(app, { view: cell.view === 'plain' ? 'canvas' : 'plain' });
    assert.deepEqual((await treeOf(app)).map(withoutChoice), lines, `${place}: canvas and plain page do not say the same`);
    await setAll(app, { view: cell.view });
    this.said.set(place, lines);
  }
}

/** Axe finds nothing. Real colours are measured in plain view; on the canvas, which must be live, words are drawn. */
export async function assertNothingFound(app, cell) {
  assert.equal(await app.view(), cell.view);
  if (cell.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
  const found = await axe(app.page);
  assert.deepEqual(found.violations, []);
  assert.ok(found.passes > 20, `axe looked at ${found.passes} rules only`);
  if (cell.view !== 'plain') return;
  assert.ok(found.contrast > 3, 'colours must really be measured in plain view');
  assert.equal(found.unsure, 0, 'every pair of colours must be known');
}
