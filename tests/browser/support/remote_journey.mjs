/**
 * The journey in another browser, held against Chromium's: same addresses, titles and page. Called
 * by firefox.test.mjs and webkit.test.mjs.
 */
import assert from 'node:assert/strict';
import { App } from './app.mjs';
import { launch } from './chromium.mjs';
import { plain } from './hands.mjs';
import { journey } from './journey.mjs';
import { outline, RemoteApp, remoteMouse } from './remote_app.mjs';

async function stateOf(app, lines) {
  return { route: await app.route(), title: await app.title(), lines };
}

/** What Chromium shows at each step, on today's real date. */
export async function chromiumStates(origin) {
  const browser = await launch();
  try {
    const app = await App.open(browser, origin, '/', { day: null, settings: { view: 'plain' } });
    const states = {};
    await journey(app, plain, async (step) => { states[step] = await stateOf(app, await app.page.evaluate(outline)); });
    return states;
  } finally {
    await browser.close();
  }
}

/** @param {object} browser Firefox or WebKit @param {"canvas"|"plain"} view the one it must come to */
export async function assertSameJourney(browser, origin, view) {
  const expected = await chromiumStates(origin);
  const app = new RemoteApp(browser, origin);
  await app.go('/');
  assert.equal(await app.view(), view);
  const reached = [];
  await journey(app, remoteMouse, async (step) => {
    reached.push(step);
    assert.deepEqual(await stateOf(app, await app.outline()), expected[step], `at "${step}"`);
  });
  assert.deepEqual(reached, Object.keys(expected));
  assert.equal(await browser.evaluate('() => window.alongside.errors'), 0);
}
