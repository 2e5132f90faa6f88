/**
 * The application in one Chromium page: opens it, waits until it rests (never for a length of time),
 * finds things by role and name, and offers the ways in which a person can act. Called by the tests.
 */
import assert from 'node:assert/strict';
import { openContext } from './chromium.mjs';

export class App {
  constructor(origin, opened) {
    Object.assign(this, opened);
    this.origin = origin;
  }

  /** Opens `path`; options are settings ({lang, theme, text, view}), viewport and Playwright's own. */
  static async open(browser, origin, path = '/', options = {}) {
    const app = new App(origin, await openContext(browser, origin, options));
    await app.go(path);
    return app;
  }

  async go(path) {
    await this.page.goto(this.origin + path);
    await this.ready();
  }

  /** To another screen of the open application, as the browser's own Forward does it. */
  async goOn(path) {
    await this.page.evaluate((href) => {
      history.pushState({ y: 0 }, '', href);
      dispatchEvent(new PopStateEvent('popstate', { state: { y: 0 } }));
    }, path);
    await this.settled();
  }

  close() { return this.context.close(); }

  /** The application has taken over from the static page, and rests. */
  async ready() {
    await this.page.waitForFunction(() => window.alongside?.started === true);
    await this.settled();
  }

  /** No frame is wanted and nothing is being fetched. */
  settled() { return this.page.evaluate(() => window.alongside.settled()); }

  /** Another window size; returns when the page is laid out anew for it. */
  async resize(width, height) {
    await this.page.setViewportSize({ width, height });
    await this.page.waitForFunction((wanted) => innerWidth === wanted, width);
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await this.settled();
  }

  /** Something in the mirror by role and exact name. */
  find(role, name, options = {}) {
    return this.page.locator('#mirror').getByRole(role, { name, exact: typeof name === 'string', ...options });
  }

  async see(role, name) {
    await this.find(role, name).first().waitFor({ state: 'attached' });
    await this.settled();
  }

  view() { return this.page.evaluate(() => window.alongside.view); }
  title() { return this.page.title(); }
  route() { return this.page.url().slice(this.origin.length); }
  main() { return this.page.locator('#mirror main'); }

  /** A real mouse click where the thing stands; in canvas view it lands on the canvas. */
  async mouseAt(locator) {
    await locator.scrollIntoViewIfNeeded();
    await this.settled();
    const box = await locator.boundingBox();
    assert.ok(box && box.width > 0 && box.height > 0, `nothing to click at ${locator}`);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await this.settled();
  }

  /** What assistive technology does: the click arrives at the element itself. */
  async atClick(locator) {
    await locator.evaluate((element) => element.click());
    await this.settled();
  }

  async keyOn(locator, key) {
    await locator.focus();
    await this.press(key);
  }

  async press(key) {
    await this.page.keyboard.press(key);
    await this.settled();
  }

  /** Tab, as often as needed, until the thing has the focus. */
  tabTo(locator, limit = 250) { return this.tabToOneOf(locator.first(), limit); }

  /** The same for whichever of them Tab comes to. */
  async tabToOneOf(locator, limit = 250) {
    for (let stops = 0; stops < limit; stops++) {
      if (await locator.evaluateAll((elements) => elements.includes(document.activeElement))) return;
      await this.press('Tab');
    }
    assert.fail(`Tab does not reach ${locator} in ${limit} stops`);
  }

  violations() { return this.page.evaluate(() => window.__violations); }

  /** Fails when anything happened that never should. */
  async assertClean() {
    assert.deepEqual(await this.violations(), [], 'content security policy violations');
    assert.deepEqual(this.faults, [], 'errors on the console, or requests elsewhere');
  }
}

/** True when the page's canvas has a live WebGL2 context and is shown. */
export function webglLive(app) {
  return app.page.evaluate(() => {
    const canvas = document.querySelector('#canvas');
    const gl = canvas?.getContext('webgl2');
    return Boolean(gl) && !gl.isContextLost() && gl.drawingBufferWidth > 1 && getComputedStyle(canvas).display !== 'none';
  });
}
