/**
 * The journey in WebKitGTK, the nearest to Safari that Debian has.
 */
import { after, before, test } from 'node:test';
import { assertSameJourney } from './support/remote_journey.mjs';
import { startServer } from './support/server.mjs';
import { startWebKit } from './support/webkit.mjs';

let server;
before(async () => { server = await startServer(); });
after(() => server?.stop());

test('WebKitGTK: the journey by mouse on the canvas ends where Chromium ends', async () => {
  const { browser, stop } = await startWebKit();
  try {
    await assertSameJourney(browser, server.origin, 'canvas');
  } finally {
    await stop();
  }
});
