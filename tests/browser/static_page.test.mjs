/**
 * The page that the server wrote helps by itself: before the WebAssembly arrives, when it never
 * does, and with no script at all. What was typed is carried over when the application takes over.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { App } from './support/app.mjs';
import { openContext } from './support/chromium.mjs';
import { startProxy } from './support/proxy.mjs';
import { serviceAddress } from './support/screens.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
let waiting;

// A server whose WebAssembly never comes.
async function waitingOrigin() {
  waiting ??= await startProxy(suite.origin, (path) => (/^\/app\.[0-9a-f]+\.wasm$/.test(path) ? 'never' : undefined));
  return waiting.origin;
}
after(() => waiting?.stop());

async function withPlainPage(path, { origin = suite.origin, ...options }, work) {
  const opened = await openContext(suite.browser, origin, options);
  try {
    await opened.page.goto(origin + path, { waitUntil: 'domcontentloaded' });
    return await work(opened.page, opened);
  } finally {
    await opened.context.close();
  }
}

async function searchOn(page) {
  await page.getByRole('searchbox').fill('quiet saturday');
  await page.getByRole('searchbox').press('Enter');
  await page.waitForURL(/\/find\?q=quiet\+saturday/);
  await page.getByRole('link', { name: 'Saturday Stars' }).first().waitFor();
}

for (const [what, options] of [['with JavaScript off', { javaScriptEnabled: false }], ['before the WebAssembly arrives', {}]]) {
  const target = async () => (options.javaScriptEnabled === false ? suite.origin : waitingOrigin());

  test(`${what}, home has a heading, a search box and the phone number`, async () => {
    await withPlainPage('/', { ...options, origin: await target() }, async (page) => {
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
      assert.ok(await page.getByRole('searchbox').isVisible());
      assert.ok(await page.locator('a[href^="tel:"]').first().isVisible());
      assert.match(await page.title(), /Northmere/);
    });
  });

  test(`${what}, a search is a plain GET and its results open`, async () => {
    await withPlainPage('/', { ...options, origin: await target() }, async (page) => {
      await searchOn(page);
      await page.getByRole('link', { name: 'Saturday Stars' }).first().click();
      await page.waitForURL(/\/service\/0fb215fe/);
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Saturday Stars');
      await page.goBack();
      await page.waitForURL(/\/find\?q=quiet/);
    });
  });

  test(`${what}, every address says something true`, async () => {
    for (const path of ['/find', serviceAddress, '/money', '/requests', '/requests/new', '/comments', '/comments/new', '/rights', '/rights/when', '/rights/about/complaints', '/growing-up', '/growing-up/age-16', '/short-breaks', '/say', '/i', '/i/K7QM-4XBN-9TRW', '/settings', '/help']) {
      await withPlainPage(path, { ...options, origin: await target() }, async (page) => {
        assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, path);
        assert.ok((await page.getByRole('main').innerText()).length > 60, `${path} is nearly empty`);
      });
    }
  });
}

test('nothing scrolls sideways at 320 px with JavaScript off', async () => {
  for (const path of ['/', '/find?q=quiet', serviceAddress, '/money', '/requests', '/rights/about/ehc-assessment', '/rights/when', '/help', '/say']) {
    await withPlainPage(path, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }, async (page) => {
      const shot = await page.locator('html').evaluate((html) => html.scrollWidth).catch(() => null);
      const width = shot ?? (await page.locator('html').boundingBox()).width;
      assert.ok(width <= 320, `${path} is ${width} px wide`);
    });
  }
});

test('words typed before the application is there are carried over, and the focus with them', async () => {
  const holding = { open: () => {} };
  const gate = new Promise((open) => { holding.open = open; });
  const opened = await openContext(suite.browser, suite.origin, {});
  try {
    await opened.page.route(/\/app\.[0-9a-f]+\.wasm$/, async (route) => {
      await gate;
      await route.continue();
    });
    await opened.page.goto(`${suite.origin}/`, { waitUntil: 'domcontentloaded' });
    await opened.page.getByRole('searchbox').click();
    await opened.page.keyboard.type('swimming');
    holding.open();
    const app = new App(suite.origin, opened);
    await app.ready();
    const box = app.find('searchbox', say('shell.home.search_label'));
    assert.equal(await box.inputValue(), 'swimming');
    assert.equal(await box.evaluate((element) => element === document.activeElement), true);
  } finally {
    await opened.context.close();
  }
});
