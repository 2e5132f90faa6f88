/**
 * What is fixed at the window's foot covers nothing that somebody needs: the way out, the notice of a new version, the
 * bar that reads aloud, and a phone's keyboard. On both faces of the page, at 320 px and with large letters.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/paths.mjs';
import { browserSuite } from '../support/suite.mjs';

const suite = browserSuite();
const fixed = '#tools > :is(#leave, #update, #aloud)';

// The notice as the application shows it when a newer version waits: its own script, which the build joins with others.
async function notice(app) {
  await app.page.route('**/source/*.js', (route) => route.fulfill({
    contentType: 'text/javascript', body: readFileSync(join(root, 'web', basename(new URL(route.request().url()).pathname)), 'utf8'),
  }));
  await app.page.evaluate(async () => {
    const { UpdateNotice } = await import('/source/update_notice.js');
    new UpdateNotice({ tools: document.getElementById('tools'), mirrorElement: document.getElementById('mirror') }, () => {}).show();
    await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
  });
}

/** What covers the element that has the focus, in words; nothing where the page's own tools have it. */
const covering = (app) => app.page.evaluate((tools) => {
  const element = document.activeElement;
  if (element === document.body || element.closest('#tools')) return [];
  const box = element.getBoundingClientRect();
  if (box.height > innerHeight / 2) return [];
  return [...document.querySelectorAll(tools)].filter((tool) => {
    const over = tool.getBoundingClientRect();
    const inBoth = (from, to) => Math.min(box[to], over[to]) - Math.max(box[from], over[from]);
    return over.height > 0 && inBoth('left', 'right') > 1 && inBoth('top', 'bottom') > 1;
  }).map(({ id }) => `#${id} over "${element.textContent.slice(0, 30)}" (${element.localName})`);
}, fixed);

const faces = [
  { view: 'canvas', text: '100', width: 320, height: 568 },
  { view: 'plain', text: '100', width: 320, height: 568 },
  { view: 'canvas', text: '200', width: 390, height: 844 },
  { view: 'plain', text: '200', width: 390, height: 844 },
];

test('2.4.11 neither the way out, a notice nor the bar that reads aloud covers what has the focus', async () => {
  for (const { view, text, width, height } of faces) {
    const options = { settings: { view, text, aloud: 'on', leave: 'on' }, viewport: { width, height } };
    await suite.withApp('/find?q=swim', options, async (app) => {
      await notice(app);
      for (let stop = 0; stop < 40; stop++) {
        await app.press('Tab');
        assert.deepEqual(await covering(app), [], `${view} at ${width} px, text ${text}: stop ${stop}`);
      }
    });
  }
});

test('2.4.11 the last words of a page can be read above all that is fixed, and nothing fixed lies on another', async () => {
  for (const { view, text, width, height } of faces) {
    const options = { settings: { view, text, aloud: 'on', leave: 'on' }, viewport: { width, height } };
    await suite.withApp('/help', options, async (app) => {
      await notice(app);
      await app.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await app.settled();
      const last = await app.page.locator('#mirror footer a').last().boundingBox();
      const boxes = await app.page.locator(fixed).evaluateAll((tools) => tools.map((tool) => {
        const { left, right, top, bottom } = tool.getBoundingClientRect();
        return { left, right, top, bottom };
      }));
      assert.equal(boxes.length, 3);
      const highest = Math.min(...boxes.map(({ top }) => top));
      assert.ok(last.y + last.height <= highest + 1, `${view}: the last link ends at ${last.y + last.height}, what is fixed begins at ${highest}`);
      for (const one of boxes) {
        for (const other of boxes.filter((box) => box !== one)) {
          const apart = one.bottom <= other.top + 1 || other.bottom <= one.top + 1 || one.right <= other.left || other.right <= one.left;
          assert.ok(apart, `${view}: two of what is fixed lie upon each other`);
        }
      }
    });
  }
});

test('mirror 2 the field that is typed in stays in sight when a keyboard takes half of the window', async () => {
  for (const view of ['canvas', 'plain']) {
    await suite.withApp('/help', { settings: { view }, viewport: { width: 360, height: 640 } }, async (app) => {
      await app.goOn('/find');
      const field = app.page.locator('#mirror input').last();
      await field.evaluate((element) => {
        element.focus({ preventScroll: true });
        const { bottom } = element.getBoundingClientRect();
        scrollBy(0, bottom - (innerHeight - 60));
      });
      await app.settled();
      await app.resize(360, 340);
      await app.page.waitForFunction((tools) => {
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        const [leave] = document.querySelectorAll(tools);
        return document.activeElement.matches('input') && top >= 0 && bottom <= Math.min(innerHeight, leave.getBoundingClientRect().top + 1);
      }, fixed, { timeout: 5000 });
    });
  }
});
