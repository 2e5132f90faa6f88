/**
 * Symbols beside the words of a survey: painted on the canvas, pictures that say nothing twice in the page, and here
 * without a network once they were wanted. The answer is the same survey's.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { mouse, plain } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';
import { inCharge } from './worker/worker_suite.mjs';

const survey = '/say/c2f7d0e4-8b15-4a96-b3cd-7e41a5f8206d'; // "What do you like doing …?", of the demo council
let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function openWithSymbols(hand) {
  const app = await App.open(browser, server.origin, survey, { settings: { view: hand.view } });
  await app.see('checkbox', 'Animals');
  await hand.press(app, 'button', say('feedback.symbols'));
  await app.page.locator('#mirror .choice img').first().waitFor({ state: 'attached' });
  await app.settled();
  return app;
}

const pictures = (app) => app.page.evaluate(() => Promise.all([...document.querySelectorAll('#mirror img')].map(async (image) => {
  await image.decode();
  return { alt: image.getAttribute('alt'), width: image.naturalWidth, path: new URL(image.src).pathname };
})));

/** How many colours stand in the middle of what is drawn for this choice. */
async function coloursOf(app, name) {
  const choice = app.find('checkbox', name);
  await choice.scrollIntoViewIfNeeded();
  const box = await choice.boundingBox();
  const part = { x: box.x + 40, y: box.y + 4, width: 72, height: 72 };
  const png = await app.page.screenshot({ clip: part });
  return app.page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) seen.add(`${data[i] >> 5},${data[i + 1] >> 5},${data[i + 2] >> 5}`);
    return seen.size;
  }, [...png]);
}

test('each choice has a picture beside its word, which adds nothing to what is read out', async () => {
  const app = await openWithSymbols(plain);
  try {
    const shown = await pictures(app);
    assert.ok(shown.length >= 5, `${shown.length} pictures`);
    for (const { alt, width, path } of shown) {
      assert.equal(alt, '', path);
      assert.ok(width > 0, `${path} is drawn`);
      assert.match(path, /^\/api\/feedback\/symbols\/[\w-]+\.[0-9a-f]{8}\.svg$/);
    }
    await app.see('checkbox', 'Animals'); // its name is the word alone
    await app.assertClean();
  } finally {
    await app.close();
  }
});

test('on the canvas the picture is painted, and its place is the choice', async () => {
  const app = await openWithSymbols(mouse);
  try {
    assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
    let colours = 0;
    for (let tries = 0; tries < 50 && colours < 4; tries++) {
      await app.page.waitForTimeout(100);
      colours = await coloursOf(app, 'Animals');
    }
    assert.ok(colours >= 4, `${colours} colours in the picture's place`);
    await mouse.tick(app, 'Animals');
    assert.ok(await app.find('checkbox', 'Animals').isChecked());
    await app.assertClean();
  } finally {
    await app.close();
  }
});

test('without a network the pictures of the later questions are here too', async () => {
  const app = await App.open(browser, server.origin, survey, { settings: { view: plain.view }, serviceWorkers: 'allow' });
  try {
    await inCharge(app.page);
    await app.see('checkbox', 'Animals');
    await plain.press(app, 'button', say('feedback.symbols'));
    await app.page.waitForFunction(async () => (await (await caches.open('alongside.pictures')).keys()).length >= 10);
    await app.context.setOffline(true);
    await plain.press(app, 'button', say('feedback.skip'));
    await app.see('radio', say('feedback.face.4'));
    const shown = await pictures(app);
    assert.ok(shown.length >= 5 && shown.every(({ width }) => width > 0), `${shown.length} faces`);
  } finally {
    await app.close();
  }
});

// Where young people come: what is read first on each has a picture beside it in easy read, and none in the usual words.
const youngPeoplesParts = ['/say', '/say/safe', '/i', '/carry', '/changes', '/growing-up'];

for (const view of ['canvas', 'plain']) {
  test(`easy read has pictures beside its words in every part for young people, and the usual words have none (${view})`, async () => {
    const app = await App.open(browser, server.origin, '/say', { settings: { view } });
    try {
      for (const path of youngPeoplesParts) {
        for (const [words, least] of [['usual', 0], ['easy', 1]]) {
          await app.page.evaluate((value) => window.alongside.application.changeSetting('words', value), words);
          await app.goOn(path);
          await app.page.locator('#mirror main h1').waitFor({ state: 'attached' });
          await app.settled();
          const shown = await pictures(app);
          assert.ok(least === 0 ? shown.length === 0 : shown.length >= least, `${path} in ${words} words: ${shown.length} pictures`);
          for (const { alt, width, path: address } of shown) assert.ok(alt === '' && width > 0, `${path}: ${address}`);
        }
      }
      await app.assertClean();
    } finally {
      await app.close();
    }
  });
}

test('with easy read chosen a survey begins in easy words with its pictures, and both can be put away', async () => {
  const app = await App.open(browser, server.origin, survey, { settings: { view: 'plain', words: 'easy' } });
  try {
    await app.see('checkbox', 'Animals');
    await app.page.locator('#mirror .choice img').first().waitFor({ state: 'attached' });
    await plain.press(app, 'button', say('feedback.symbols'));
    await app.page.waitForFunction(() => document.querySelector('#mirror .choice img') === null);
  } finally {
    await app.close();
  }
});

test('without a network the pictures beside easy read that were seen before are here', async () => {
  const app = await App.open(browser, server.origin, '/say/safe', { settings: { view: 'plain', words: 'easy' }, serviceWorkers: 'allow' });
  try {
    await inCharge(app.page);
    await app.goOn('/say/safe');
    await app.page.reload();
    await app.ready();
    await app.page.waitForFunction(async () => (await (await caches.open('alongside.pictures')).keys()).length >= 3);
    await app.context.setOffline(true);
    await app.page.reload();
    await app.ready();
    await app.page.locator('#mirror main img').first().waitFor({ state: 'attached' });
    const shown = await pictures(app);
    assert.ok(shown.length >= 3 && shown.every(({ width }) => width > 0), `${shown.length} pictures`);
  } finally {
    await app.close();
  }
});
