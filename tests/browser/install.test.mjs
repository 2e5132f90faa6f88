/**
 * The application on a home screen: Chromium itself finds that it can be put there, its pictures are what they say, and
 * nobody is asked unless they want to.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();

// The width and height that a PNG file has, from its head.
const sizeOf = (png) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

test('Chromium finds nothing in the way of installing it', async () => {
  await suite.withApp('/', { serviceWorkers: 'allow', day: null }, async (app) => {
    await app.page.evaluate(() => navigator.serviceWorker.ready);
    const tools = await app.page.context().newCDPSession(app.page);
    const { errors, data } = await tools.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    assert.equal(JSON.parse(data).display, 'standalone');
    const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors');
    // A private window, as the tests' are, is never asked to install anything.
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
  });
});

test('every picture of it is there, and as large as it says', async () => {
  const manifest = await (await fetch(`${suite.origin}/manifest.webmanifest`)).json();
  const pictures = manifest.icons.filter(({ type }) => type === 'image/png');
  assert.deepEqual(pictures.map(({ sizes, purpose }) => `${sizes} ${purpose}`), ['192x192 any', '512x512 any', '512x512 maskable']);
  for (const { src, sizes } of [...pictures, { src: '/icon-180.png', sizes: '180x180' }]) {
    const answer = await fetch(suite.origin + src);
    assert.equal(answer.headers.get('content-type'), 'image/png');
    assert.equal(sizeOf(Buffer.from(await answer.arrayBuffer())), sizes, src);
  }
});

test('nobody is asked by itself; in Settings the browser\'s question is one press away, once', async () => {
  await suite.withApp('/settings', {}, async (app) => {
    const add = say('shell.settings.home_screen.add');
    assert.equal(await app.find('button', add).count(), 0);
    assert.ok(await app.main().getByText(say('shell.settings.home_screen.menu')).count() > 0);
    const shown = await app.page.evaluate(() => {
      window.asked = 0;
      const event = new Event('beforeinstallprompt', { cancelable: true });
      event.prompt = () => { window.asked++; };
      dispatchEvent(event);
      return !event.defaultPrevented;
    });
    assert.equal(shown, false, 'no bar of the browser\'s own');
    await app.see('button', add);
    await app.mouseAt(app.find('button', add));
    assert.equal(await app.page.evaluate(() => window.asked), 1);
    assert.ok(await app.main().getByText(say('shell.settings.home_screen.seen')).count() > 0, 'it says who sees it');
  });
});

test('the page keeps out of a notch and of the bar at the foot: the browser does that while nobody asks for the edges', async () => {
  await suite.withApp('/', {}, async (app) => {
    const viewport = await app.page.locator('meta[name=viewport]').getAttribute('content');
    assert.doesNotMatch(viewport, /viewport-fit/);
    assert.doesNotMatch(viewport, /user-scalable|maximum-scale/);
  });
});
