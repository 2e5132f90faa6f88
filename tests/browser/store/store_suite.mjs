/**
 * Serves web/ with a page that holds storage.js alone, and opens it. Called at the top of the tests of
 * what the device keeps.
 */
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { launch } from '../support/chromium.mjs';
import { serveWeb } from '../mirror/fixture/mirror_suite.mjs';

const page = '<!doctype html><html lang="en"><title>Store</title><script type="module" src="/probe.js"></script><p>Store</p></html>';

export const serveProbe = () => serveWeb({ '/': page, '/probe.js': readFileSync(new URL('probe.js', import.meta.url)) });

export async function openProbe(context, origin, name = 'person-1') {
  const probe = await context.newPage();
  await probe.goto(`${origin}/`);
  await probe.waitForFunction(() => window.ready);
  if (name) await probe.evaluate((wanted) => window.store.open(wanted), name);
  return probe;
}

export const commit = (probe, steps, strict = true) =>
  probe.evaluate(([given, how]) => window.store.commit(given, how), [steps, strict]);
export const read = (probe, shelf) => probe.evaluate((wanted) => window.store.read(wanted), shelf);

/** @returns {{open: Function}} open({init, name}, work(probe, context)) in a fresh profile each time */
export function storeSuite() {
  const suite = {};
  before(async () => {
    suite.server = await serveProbe();
    suite.origin = suite.server.origin;
    suite.browser = await launch();
  });
  after(async () => {
    await suite.browser?.close();
    suite.server?.stop();
  });
  suite.open = async ({ init, name } = {}, work) => {
    const context = await suite.browser.newContext();
    if (init) await context.addInitScript(init);
    try {
      return await work(await openProbe(context, suite.origin, name), context);
    } finally {
      await context.close();
    }
  };
  return suite;
}
