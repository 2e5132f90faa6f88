/**
 * What every browser test file needs: a server, one Chromium, and a closed page after each test,
 * whatever happened. Called at the top of each *.test.mjs.
 */
import { after, before } from 'node:test';
import { App } from './app.mjs';
import { launch, openContext, phone } from './chromium.mjs';
import { isLong } from './length.mjs';
import { startServer } from './server.mjs';

export { isLong };

/** @returns {{origin: string, browser: object, withApp: Function, withSharedApp: Function, withOpenApp: Function}} filled before the first test */
export function browserSuite(options = {}) {
  const suite = { origin: '', browser: null };
  before(async () => {
    suite.server = await startServer();
    suite.origin = suite.server.origin;
    suite.browser = await launch(options);
  });
  after(async () => {
    await suite.browser?.close();
    await suite.server?.stop();
  });
  // Opens `path`, gives the app to `work`, closes the page.
  suite.withApp = async (path, { origin = suite.origin, ...given }, work) => {
    const app = await App.open(suite.browser, origin, path, given);
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  };
  // The same on a page that stays open for the next test with the same `given`: for the many tests
  // that only look. Where a person would find another page than before, use withApp.
  const shared = new Map();
  const onShared = async (path, given, come, work) => {
    const key = JSON.stringify(given);
    const isFirst = !shared.has(key);
    if (isFirst) shared.set(key, new App(suite.origin, await openContext(suite.browser, suite.origin, given)));
    const app = shared.get(key);
    app.faults.length = 0;
    try {
      await app.page.setViewportSize(given.viewport ?? phone);
      await (isFirst ? app.go(path) : come(app));
      return await work(app);
    } catch (error) {
      shared.delete(key);
      await app.close();
      throw error;
    }
  };
  suite.withSharedApp = (path, given, work) => onShared(path, given, (app) => app.go(path), work);
  // The page is not loaded anew, either: half the time, and as people come from screen to screen.
  suite.withOpenApp = (path, given, work) => onShared(path, given, (app) => app.goOn(path), work);
  return suite;
}
