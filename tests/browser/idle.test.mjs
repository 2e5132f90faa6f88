/**
 * Nothing happens while nothing happens: no frame, no change of the page, no request. And what the
 * page needs from the browser stays the browser's: keys, wheel, selection in fields.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screens } from './support/screens.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();

// Runs in the page for `wait` ms: what happened meanwhile.
async function watch(wait) {
  let changes = 0;
  let asked = 0;
  const observer = new MutationObserver((records) => { changes += records.length; });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const original = window.requestAnimationFrame;
  window.requestAnimationFrame = (...given) => { asked++; return original.apply(window, given); };
  const { frames, mutations } = window.alongside;
  await new Promise((done) => setTimeout(done, wait));
  observer.disconnect();
  window.requestAnimationFrame = original;
  return { frames: window.alongside.frames - frames, writes: window.alongside.mutations - mutations, changes, asked };
}

const still = { frames: 0, writes: 0, changes: 0, asked: 0 };

for (const screen of screens().filter(({ name }) => ['home', 'results', 'service', 'money', 'say'].includes(name))) {
  test(`${screen.name} rests: 0 frames, 0 changes, 0 requests in 2 s`, async () => {
    await suite.withApp(screen.path, { settings: { view: 'canvas' } }, async (app) => {
      await app.see('heading', screen.heading);
      const before = app.requests.length;
      assert.deepEqual(await app.page.evaluate(watch, 2000), still);
      assert.equal(app.requests.length, before);
    });
  });
}

test('a focused text field rests too, and so does the plain view', async () => {
  await suite.withApp('/', { settings: { view: 'canvas' } }, async (app) => {
    await app.find('searchbox', say('shell.home.search_label')).focus();
    await app.settled();
    assert.deepEqual(await app.page.evaluate(watch, 1500), still);
  });
  await suite.withApp('/find', { settings: { view: 'plain' } }, async (app) => {
    assert.deepEqual(await app.page.evaluate(watch, 1500), still);
  });
});

test('moving the mouse and scrolling change nothing in the page', async () => {
  await suite.withApp('/find', { settings: { view: 'canvas' } }, async (app) => {
    const writes = await app.page.evaluate(() => window.alongside.mutations);
    await app.page.mouse.move(100, 300);
    await app.page.mouse.wheel(0, 500);
    await app.page.waitForFunction(() => scrollY > 100);
    await app.settled();
    assert.equal(await app.page.evaluate(() => window.alongside.mutations), writes);
  });
});

test('the browser keeps its keys: select all, copy, paste, undo and the end key work in a field', async () => {
  await suite.withApp('/', { settings: { view: 'canvas' } }, async (app) => {
    const box = app.find('searchbox', say('shell.home.search_label'));
    await box.focus();
    await app.page.keyboard.type('abcd');
    await app.press('Backspace');
    assert.equal(await box.inputValue(), 'abc');
    await app.press('ControlOrMeta+A');
    await app.press('ControlOrMeta+C');
    await app.press('End');
    await app.press('ControlOrMeta+V');
    assert.equal(await box.inputValue(), 'abcabc');
    await app.press('ControlOrMeta+Z');
    assert.equal(await box.inputValue(), 'abc');
  });
});
