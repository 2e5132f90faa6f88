/**
 * "Leave this site": the page is covered and emptied at once, another site takes its place, and Back does not show
 * ours again; by the button and by Shift three times, in both views, before the application is there and without it.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { App } from './support/app.mjs';
import { openContext } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { accessibility } from './support/hands.mjs';
import { OwnChromium } from './support/own_chromium.mjs';
import { startProxy } from './support/proxy.mjs';
import { startServer } from './support/server.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const usual = 'https://www.bbc.co.uk/weather';
const stops = [];
after(async () => { for (const stop of stops) await stop(); });

/** The other site, without the internet. */
async function otherSite(context) {
  await context.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Sunny</h1>' }));
}

const button = (page) => page.locator('#leave');
const inOtherSite = (page) => page.waitForURL(usual);
// Looked at by the page itself in the moment of leaving: in the next one the page may be gone.
const watchLeaving = (page) => page.evaluate(() => document.addEventListener('leaving', () => queueMicrotask(() => {
  sessionStorage.setItem('seen', JSON.stringify([document.title, document.body.childElementCount, getComputedStyle(document.body).display, location.pathname]));
})));
const covered = ['Loading', 0, 'none', '/'];

async function pressShift(page, times) {
  for (let press = 0; press < times; press++) await page.keyboard.press('Shift');
}

for (const view of ['canvas', 'plain']) {
  test(`in the ${view} view the keyboard alone leaves by the button, which is the third stop of Tab`, async () => {
    await suite.withApp('/find?q=quiet', { settings: { view } }, async (app) => {
      await otherSite(app.context);
      await watchLeaving(app.page);
      for (let stop = 0; stop < 3; stop++) await app.press('Tab');
      assert.equal(await app.page.evaluate(() => document.activeElement.id), 'leave');
      await app.page.keyboard.press('Enter');
      await inOtherSite(app.page);
      await app.go('/');
      assert.deepEqual(JSON.parse(await app.page.evaluate(() => sessionStorage.getItem('seen'))), covered);
    });
  });

  test(`in the ${view} view Shift three times leaves, and Back shows no page of ours, nor does Forward`, async () => {
    // The real clock: a held one takes away what the browser says of how somebody came.
    await suite.withApp('/', { settings: { view }, day: null }, async (app) => {
      await otherSite(app.context);
      for (const path of ['/rights', '/say/safe']) await app.goOn(path);
      await pressShift(app.page, 3);
      await inOtherSite(app.page);
      for (const way of ['goBack', 'goBack', 'goForward', 'goForward']) {
        await app.page[way]({ waitUntil: 'commit' }).catch(() => {}); // it is on its way elsewhere at once
        await inOtherSite(app.page);
        assert.equal(await app.page.title(), 'Weather');
      }
      await app.go('/rights'); // on purpose
      await app.see('heading', say('guidance.title'));
    });
  });
}

test('all is covered in the same moment: no network, no waiting', async () => {
  await suite.withApp('/help', {}, async (app) => {
    await app.context.setOffline(true);
    const [before, now] = await app.page.evaluate(() => {
      const seen = () => [document.title, document.body.childElementCount, getComputedStyle(document.body).display];
      const earlier = seen();
      document.querySelector('#leave').click();
      return [earlier, seen()];
    });
    assert.match(before[0], /Help/);
    assert.deepEqual(now, ['Loading', 0, 'none']);
  });
});

test('what was being typed in that moment is there again afterwards', async () => {
  const server = await startServer({ own: true });
  stops.push(() => server.stop());
  await suite.withApp('/', { origin: server.origin }, async (app) => {
    await otherSite(app.context);
    await signIn(app, accessibility, 'Sam Ashford');
    await app.go('/requests/new');
    await app.see('button', say('requests.send'));
    const needs = () => app.find('textbox', say('requests.needs'));
    await needs().focus();
    await app.page.keyboard.type('The mornings are har');
    await needs().evaluate((box) => { // the last letter and the way out in one go, before any frame
      box.setRangeText('d', box.value.length, box.value.length, 'end');
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      document.querySelector('#leave').click();
    });
    await inOtherSite(app.page);
    await app.go('/requests/new');
    await reads(app, say('shell.sync.with_council'), 'body');
    await app.see('textbox', say('requests.needs'));
    assert.equal(await needs().inputValue(), 'The mornings are hard');
  });
});

test('Shift for capitals, with other keys, or too slowly does not leave', async () => {
  await suite.withApp('/', {}, async (app) => {
    const { page } = app;
    await page.getByRole('searchbox').focus();
    for (const key of ['Shift+A', 'Shift+B', 'Shift+C', 'Control+Shift', 'Control+Shift', 'Control+Shift', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) await page.keyboard.press(key);
    await pressShift(page, 2);
    assert.match(await page.locator('#live').textContent(), /Press Shift once more/);
    await page.keyboard.press('ArrowDown');
    await pressShift(page, 2);
    await page.evaluate(() => { // the third is late by its own clock
      const late = new KeyboardEvent('keydown', { key: 'Shift', bubbles: true });
      Object.defineProperty(late, 'timeStamp', { value: performance.now() + 6000 });
      document.body.dispatchEvent(late);
    });
    await app.settled();
    assert.match(await page.title(), /Northmere/);
    assert.equal(await app.route(), '/');
  });
});

test('in Settings the keys can be switched off, and the button as well', async () => {
  await suite.withApp('/settings', {}, async (app) => {
    await accessibility.pick(app, say('shell.settings.leave.button'));
    assert.ok(await button(app.page).isVisible());
    await pressShift(app.page, 4);
    await accessibility.pick(app, say('shell.settings.leave.off'));
    assert.equal(await button(app.page).isVisible(), false);
    await pressShift(app.page, 4);
    await app.go('/settings'); // kept, and known before the application is there
    assert.equal(await button(app.page).isVisible(), false);
    await pressShift(app.page, 4);
    await app.settled();
    assert.equal(app.route(), '/settings');
  });
});

test('before the application is there, the button and the keys leave', async () => {
  const waiting = await startProxy(suite.origin, (path) => (/^\/app\.[0-9a-f]+\.wasm$/.test(path) ? 'never' : undefined));
  stops.push(() => waiting.stop());
  for (const leave of [(page) => button(page).click(), (page) => pressShift(page, 3)]) {
    const { page, context } = await openContext(suite.browser, waiting.origin);
    await otherSite(context);
    await page.goto(`${waiting.origin}/money`, { waitUntil: 'domcontentloaded' });
    await leave(page);
    await inOtherSite(page);
    await context.close();
  }
});

test('with scripts turned off the button is a plain link that tells the other site nothing', async () => {
  const { page, context } = await openContext(suite.browser, suite.origin, { javaScriptEnabled: false, viewport: { width: 320, height: 568 } });
  await otherSite(context);
  await page.goto(`${suite.origin}/say/safe`);
  const asked = page.waitForRequest(usual);
  await button(page).click();
  assert.equal((await asked).headers().referer, undefined);
  await inOtherSite(page);
  await context.close();
});

test('a page of ours that the browser had put aside whole is covered when Back brings it out', async () => {
  const own = await OwnChromium.start();
  stops.push(() => own.end());
  const page = await own.context.newPage();
  await otherSite(own.context);
  const noted = [];
  await page.exposeFunction('noted', (persisted) => noted.push(persisted));
  // Listens after the page's own script does.
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => addEventListener('pageshow', (event) => {
    if (event.persisted) window.noted(document.documentElement.className);
  })));
  const why = [];
  const watch = await own.context.newCDPSession(page);
  await watch.send('Page.enable');
  watch.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => why.push(...notRestoredExplanations.map(({ reason }) => reason)));
  // A busy browser need not put a page aside: then it is asked again.
  for (let round = 0; round < 3 && noted.length === 0; round++) {
    for (const path of ['/help', '/rights']) {
      await page.goto(`${suite.origin}${path}`);
      await page.waitForFunction(() => window.alongside?.started);
      await page.waitForLoadState('networkidle'); // a page that still asks is not put aside
    }
    await button(page).click();
    await inOtherSite(page);
    await page.goBack({ waitUntil: 'commit' }).catch(() => {});
    await inOtherSite(page);
    for (let wait = 0; wait < 20 && noted.length === 0; wait++) await page.waitForTimeout(50); // it is told by another way than where it is
  }
  assert.ok(noted.length > 0, `the browser must really have put it aside; it says: ${[...new Set(why)].join(', ')}`);
  for (const seen of noted) assert.match(seen, /left/);
});

test('at 320 px in Welsh the button stands in the corner, and the header is as high as without it', async () => {
  const settings = { lang: 'cy' };
  await suite.withApp('/', { settings, viewport: { width: 320, height: 568 } }, async (app) => {
    const box = await button(app.page).boundingBox();
    assert.ok(box.height >= 48 && box.width <= 200, `${box.width} × ${box.height}`);
    assert.deepEqual([box.x + box.width, box.y + box.height], [320, 568]);
    const header = () => app.page.getByRole('banner').evaluate((banner) => banner.getBoundingClientRect().bottom);
    const withButton = await header();
    await app.page.evaluate(() => window.alongside.application.changeSetting('leave', 'off'));
    await app.settled();
    assert.equal(await header(), withButton);
  });
});
