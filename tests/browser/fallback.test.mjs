/**
 * No WebAssembly, no WebGL2, a lost context, forced colours, files that do not come: each gives a
 * page that still helps.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { launch, noWebgl, openContext } from './support/chromium.mjs';
import { accessibility, plain } from './support/hands.mjs';
import { journey } from './support/journey.mjs';
import { startProxy } from './support/proxy.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const nothing = async () => {};

async function withStaticPage(change, work, origin = suite.origin) {
  const opened = await openContext(suite.browser, origin, {});
  try {
    await change(opened.page);
    await opened.page.goto(`${origin}/`);
    await work(opened.page, opened);
  } finally {
    await opened.context.close();
  }
}

async function assertSearchHelps(page) {
  await page.getByRole('searchbox').fill('quiet saturday');
  await page.getByRole('searchbox').press('Enter');
  await page.waitForURL(/\/find\?q=quiet\+saturday/);
  await page.getByRole('link', { name: 'Saturday Stars' }).first().waitFor();
}

test('without WebAssembly the page says so kindly and searching works', async () => {
  await withStaticPage((page) => page.addInitScript(() => { delete window.WebAssembly; }), async (page, { faults }) => {
    await page.getByText('This page works as it is.').waitFor();
    await assertSearchHelps(page);
    assert.deepEqual(faults, []);
  });
});

for (const [what, pattern] of [['the WebAssembly', /^\/app\.[0-9a-f]+\.wasm$/], ['the catalogue', /catalog\.json$/], ['a font', /^\/fonts\/regular/], ['the application script', /^\/app\.[0-9a-f]+\.mjs$/]]) {
  test(`when ${what} does not come, the page says so and searching works`, async () => {
    const proxy = await startProxy(suite.origin, (path) => (pattern.test(path) ? { status: 503 } : undefined));
    try {
      await withStaticPage(nothing, async (page) => {
        await page.getByText('We could not load everything.').waitFor();
        await assertSearchHelps(page);
      }, proxy.origin);
    } finally {
      await proxy.stop();
    }
  });
}

test('without WebGL2 the plain view comes by itself and the whole journey works', async () => {
  const browser = await launch({ graphics: noWebgl });
  try {
    const app = await App.open(browser, suite.origin, '/', {});
    assert.equal(await app.view(), 'plain');
    await journey(app, plain, nothing);
    await app.assertClean();
  } finally {
    await browser.close();
  }
});

test('in forced colours the plain view comes by itself', async () => {
  await suite.withApp('/', { forcedColors: 'active' }, async (app) => {
    assert.equal(await app.view(), 'plain');
    assert.ok(await app.find('searchbox', say('shell.home.search_label')).isVisible());
    await app.page.emulateMedia({ forcedColors: 'none' });
    await app.page.waitForFunction(() => window.alongside.view === 'canvas');
  });
});

// Arabic stands for every script that is joined, turned round or not in the canvas's fonts; a face is such a sign too.
for (const [what, word] of [['words that run from right to left', 'سباحة'], ['a smiling face', '😊']]) {
  test(`${what}: the plain page by itself, for as long as they are on the page`, async () => {
    await suite.withApp('/settings', { settings: { view: 'canvas' } }, async (app) => {
      await app.goOn(`/map?q=${encodeURIComponent(word)}`);
      await app.main().getByText(word).first().waitFor({ state: 'attached' });
      await app.settled();
      assert.equal(await app.view(), 'plain');
      await app.page.locator('#live').getByText('You see the plain page, because it can show these letters.').waitFor({ state: 'attached' });
      const inside = app.main().getByText(word).first();
      assert.equal(await inside.evaluate((element) => getComputedStyle(element).unicodeBidi), 'plaintext');
      await app.goOn('/settings');
      await app.see('heading', say('shell.settings'));
      assert.equal(await app.view(), 'canvas');
      await app.assertClean();
    });
  });
}

test('a lost WebGL context costs nothing: plain view at once, the picture back when it is', async () => {
  await suite.withApp('/find?q=quiet', { settings: { view: 'canvas' } }, async (app) => {
    await app.page.evaluate(() => {
      window.__lose = document.querySelector('#canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      window.__lose.loseContext();
    });
    await app.page.waitForFunction(() => window.alongside.view === 'plain');
    await app.settled();
    await accessibility.press(app, 'button', say('local_offer.narrow.title'));
    await accessibility.write(app, say('local_offer.find.age'), '8');
    assert.match(app.route(), /age=8/);
    await app.page.evaluate(() => window.__lose.restoreContext());
    await app.page.waitForFunction(() => window.alongside.view === 'canvas');
    await app.settled();
    assert.ok(await webglLive(app));
    assert.ok(await hasInk(app), 'the picture must be drawn again');
    assert.match(app.route(), /age=8/);
    assert.deepEqual(await app.violations(), []);
    assert.equal(await app.page.evaluate(() => window.alongside.errors), 0);
  });
});

// More than one colour in the middle of a screenshot of the canvas.
async function hasInk(app) {
  const picture = await app.page.screenshot({ clip: { x: 16, y: 60, width: 300, height: 300 } });
  return picture.length > 2000;
}

test('offline, what is open still works and the line says so', async () => {
  await suite.withApp('/find?q=quiet', {}, async (app) => {
    await app.context.setOffline(true);
    await app.page.locator('#mirror').getByText(say('shell.where.offline')).waitFor({ state: 'attached' });
    await accessibility.press(app, 'button', say('local_offer.narrow.title'));
    await accessibility.write(app, say('local_offer.find.age'), '8');
    assert.match(app.route(), /age=8/);
    await app.context.setOffline(false);
    await app.page.locator('#mirror').getByText(say('shell.where.here')).waitFor({ state: 'attached' });
  });
});
