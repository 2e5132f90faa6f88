/**
 * The journey in Firefox ESR: on the canvas, and, where it has no WebGL, in the plain view.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startFirefox } from './support/firefox.mjs';
import { assertSameJourney } from './support/remote_journey.mjs';
import { startServer } from './support/server.mjs';

let server;
before(async () => { server = await startServer(); });
after(() => server?.stop());

async function withFirefox(options, work) {
  const { browser, stop } = await startFirefox(options);
  try {
    await work(browser);
    assert.deepEqual(browser.errors, [], 'errors on the console');
  } finally {
    await stop();
  }
}

test('Firefox ESR: the journey by mouse on the canvas ends where Chromium ends', async () => {
  await withFirefox({ drawn: true }, (browser) => assertSameJourney(browser, server.origin, 'canvas'));
});

test('Firefox ESR without WebGL: the plain view comes by itself and the journey works', async () => {
  await withFirefox({ drawn: false }, (browser) => assertSameJourney(browser, server.origin, 'plain'));
});
