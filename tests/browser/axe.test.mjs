/**
 * axe-core finds nothing on any screen, in both views, light, dark and with strong contrast.
 * Real colours are measured in plain view; in canvas view the words are drawn, not styled.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from './support/axe.mjs';
import { screens } from './support/screens.mjs';
import { browserSuite } from './support/suite.mjs';

const suite = browserSuite();

async function assertNothingFound(screen, settings) {
  await suite.withApp(screen.path, { settings }, async (app) => {
    await app.see('heading', screen.heading);
    const found = await axe(app.page);
    assert.deepEqual(found.violations, [], `axe on ${screen.name}`);
    assert.ok(found.passes > 20, `axe looked at ${found.passes} rules only`);
    if (settings.view === 'plain') assert.ok(found.contrast > 3, 'colours must really be measured in plain view');
  });
}

for (const screen of screens()) {
  for (const [view, theme] of [['canvas', 'light'], ['plain', 'light'], ['plain', 'dark'], ['plain', 'contrast'], ['canvas', 'dark']]) {
    test(`axe finds nothing: ${screen.name}, ${view}, ${theme}`, () => assertNothingFound(screen, { view, theme }));
  }
}

test('axe finds nothing in the error summary of a search that cannot be', async () => {
  await suite.withApp('/find?age=200', { settings: { view: 'plain' } }, async (app) => {
    await app.find('main', '').or(app.main()).first().waitFor();
    await app.page.locator('#mirror main button').first().click();
    await app.settled();
    assert.equal(await app.page.locator('[role=alert]').count() > 0, true, 'the summary must be there');
    assert.deepEqual((await axe(app.page)).violations, []);
  });
});
