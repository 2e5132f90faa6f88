/**
 * The canvas is not painted while it shows what it has to. Whatever empties it without changing what has to be shown (another
 * view and back, printing, a window that says it was resized, a context that was lost) must not leave it empty.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phone } from './support/chromium.mjs';
import { changedPixels } from './support/pixels.mjs';
import { browserSuite } from './support/suite.mjs';

const suite = browserSuite();

// As a browser does that lets go of what is not in sight.
const empty = (app) => app.page.evaluate(() => {
  const gl = document.querySelector('#canvas').getContext('webgl2');
  gl.clearColor(1, 0, 0, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
});

const ways = {
  'the plain page and back': async (app) => {
    const show = (view) => app.page.evaluate((wanted) => window.alongside.application.changeSetting('view', wanted), view);
    await show('plain');
    await app.settled();
    await empty(app);
    await show('canvas');
    await app.settled();
  },
  'printing': async (app) => {
    await app.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await app.settled();
    await empty(app);
    await app.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await app.settled();
  },
  'a window that says it was resized, and was not': async (app) => {
    await app.page.evaluate(() => dispatchEvent(new Event('resize')));
    await app.settled();
  },
  'another width and back': async (app) => {
    await app.resize(400, 800);
    await app.resize(360, 800);
  },
  'a context that was lost and restored': async (app) => {
    await app.page.evaluate(async () => {
      const lose = document.querySelector('#canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      const canvas = document.querySelector('#canvas');
      const told = (type) => new Promise((resolve) => canvas.addEventListener(type, resolve, { once: true }));
      const lost = told('webglcontextlost');
      lose.loseContext();
      await lost;
      await new Promise((resolve) => setTimeout(resolve));
      const restored = told('webglcontextrestored');
      lose.restoreContext();
      await restored;
    });
    await app.settled();
  },
};

for (const [what, way] of Object.entries(ways)) {
  test(`after ${what} the canvas shows the same as before`, () => suite.withApp('/help', { settings: { view: 'canvas' } }, async (app) => {
    const before = await app.page.screenshot();
    await way(app);
    const after = await app.page.screenshot();
    const whole = { x: 0, y: 0, ...phone };
    const changed = await changedPixels(app.page, before, after, whole);
    assert.ok(changed < 0.002 * phone.width * phone.height, `${changed} pixels are others`);
  }));
}
