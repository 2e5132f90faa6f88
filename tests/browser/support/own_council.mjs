/**
 * A council of the test's own on a day it names, and the app open at home on that day. Used by the journeys
 * that change what the council has written: agreed.test.mjs, changes.test.mjs and spending.test.mjs.
 */
import assert from 'node:assert/strict';
import { App } from './app.mjs';
import { startServer } from './server.mjs';

/** Gives both to `work`; what the screen said is told with whatever goes wrong. */
export async function withOwnCouncil(browser, today, hand, work) {
  const server = await startServer({ own: true, today });
  const app = await App.open(browser, server.origin, '/', { settings: { view: hand.view }, ...hand.context, serviceWorkers: 'allow', day: new Date(`${today}T10:00:00Z`) });
  try {
    await work(server, app);
    assert.deepEqual(await app.violations(), []);
  } catch (error) {
    error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
    throw error;
  } finally {
    await app.close();
    await server.stop();
  }
}
