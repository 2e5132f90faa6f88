/**
 * Every screen's accessibility tree, line by line, in canvas and in plain view: the same lines.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webglLive } from './support/app.mjs';
import { assertGolden } from './support/golden.mjs';
import { screens } from './support/screens.mjs';
import { browserSuite } from './support/suite.mjs';
import { accessibilityTree } from './support/tree.mjs';
import { withoutChosenView } from './support/view_choice.mjs';

const suite = browserSuite();
const trees = new Map();

async function treeOf(screen, view) {
  return suite.withSharedApp(screen.path, { settings: { view } }, async (app) => {
    await app.see('heading', screen.heading);
    assert.equal(await app.view(), view);
    assert.equal(await webglLive(app), view === 'canvas');
    const lines = (await accessibilityTree(app, 'body')).map(withoutChosenView);
    return [`title: ${await app.title()}`, ...lines];
  });
}

for (const screen of screens()) {
  test(`${screen.name} in canvas view is what its golden file says`, async () => {
    const lines = await treeOf(screen, 'canvas');
    trees.set(screen.name, lines);
    assertGolden(screen.name, lines);
  });
  test(`${screen.name} in plain view says the same as in canvas view`, async () => {
    assert.deepEqual(await treeOf(screen, 'plain'), trees.get(screen.name));
  });
}
