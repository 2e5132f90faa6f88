/**
 * axe-core finds nothing on any screen, in both views, light and dark, and with strong contrast.
 * Real colours are measured in plain view; in canvas view the words are drawn, not styled.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from './support/axe.mjs';
import { plain } from './support/hands.mjs';
import { screens } from './support/screens.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();

async function assertNothingFound(screen, settings) {
  await suite.withOpenApp(screen.path, { settings }, async (app) => {
    await app.see('heading', screen.heading);
    const found = await axe(app.page);
    assert.deepEqual(found.violations, [], `axe on ${screen.name}`);
    assert.ok(found.passes > 20, `axe looked at ${found.passes} rules only`);
    if (settings.view !== 'plain') return;
    assert.ok(found.contrast > 3, 'colours must really be measured in plain view');
    assert.equal(found.unsure, 0, 'every pair of colours must be known');
  });
}

const looks = [['canvas', 'light'], ['plain', 'light'], ['plain', 'dark']];

for (const screen of screens()) {
  for (const [view, theme] of looks) {
    test(`axe finds nothing: ${screen.name}, ${view}, ${theme}`, () => assertNothingFound(screen, { view, theme }));
  }
}

for (const screen of screens().filter(({ name }) => ['home', 'results', 'service'].includes(name))) {
  test(`axe finds nothing: ${screen.name}, strong contrast`, () => assertNothingFound(screen, { view: 'plain', theme: 'contrast' }));
}

test('axe finds nothing in the error summary of a search that cannot be', async () => {
  await suite.withApp('/find?age=200', { settings: { view: 'plain' } }, async (app) => {
    await plain.press(app, 'button', say('local_offer.find.go'));
    await app.main().getByRole('alert').waitFor();
    assert.deepEqual((await axe(app.page)).violations, []);
  });
});
