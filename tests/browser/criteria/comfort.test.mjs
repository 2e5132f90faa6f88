/**
 * Reading comfort that a person brings along or chooses: other letters, the browser's own text size, a pinch, lines of a
 * length that can be followed, and paper.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { App } from '../support/app.mjs';
import { lean, webgl } from '../support/chromium.mjs';
import { paintedWords } from '../support/painted.mjs';
import * as paths from '../support/paths.mjs';
import { screens } from '../support/screens.mjs';
import { browserSuite, isLong } from '../support/suite.mjs';
import { say } from '../support/words.mjs';

const suite = browserSuite();
const longestLine = 70; // letters

const paintedWidth = (app, words) => app.page.evaluate((wanted) => {
  const line = window.alongside.painted().split('\n').find((one) => one.endsWith(` ${wanted}`));
  return line ? Number(line.split(' ')[2]) : 0;
}, words);
const faceOf = (app) => app.page.evaluate(() => getComputedStyle(document.querySelector('#mirror')).fontFamily.split(',')[0].replaceAll('"', ''));

for (const view of ['canvas', 'plain']) {
  test(`OpenDyslexic, once chosen, is what is read at once and at the next visit (${view})`, async () => {
    await suite.withApp('/settings', { settings: { view } }, async (app) => {
      const heading = say('shell.settings.reading');
      const before = await paintedWidth(app, heading);
      await app.atClick(app.find('radio', say('shell.settings.face.dyslexic')));
      await app.page.waitForFunction(() => [...document.fonts].some(({ family, status }) => family.includes('OpenDyslexic') && status === 'loaded') || document.body.classList.contains('canvas'));
      if (view === 'canvas') {
        await app.page.waitForFunction(({ words, usual }) => window.alongside.painted().split('\n').some((line) => line.endsWith(` ${words}`) && Number(line.split(' ')[2]) > usual * 1.1), { words: heading, usual: before });
        assert.deepEqual((await app.page.evaluate(paintedWords)).unsaid, []);
      }
      await app.page.reload();
      await app.ready();
      if (view === 'plain') assert.equal(await faceOf(app), 'OpenDyslexic');
      if (view === 'canvas') assert.ok(await paintedWidth(app, heading) > before * 1.1, 'and it is there from the first frame');
      assert.equal(await app.page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth), false);
      await app.atClick(app.find('radio', say('shell.settings.face.usual')));
      if (view === 'canvas') await app.page.waitForFunction(({ words, usual }) => window.alongside.painted().split('\n').some((line) => line.endsWith(` ${words}`) && Number(line.split(' ')[2]) === usual), { words: heading, usual: before });
      else assert.equal(await faceOf(app), 'Alongside');
      await app.assertClean();
    });
  });
}

test('letters that do not come leave the usual ones, and whoever chose them still gets in', async () => {
  await suite.withApp('/settings', { settings: { view: 'canvas' } }, async (app) => {
    const before = await paintedWidth(app, say('shell.settings.reading'));
    await app.page.route('**/dyslexic_*', (route) => route.abort());
    await app.atClick(app.find('radio', say('shell.settings.face.dyslexic')));
    assert.equal(await paintedWidth(app, say('shell.settings.reading')), before);
    await app.page.reload();
    await app.ready();
    assert.equal(await paintedWidth(app, say('shell.settings.reading')), before);
    assert.equal(await app.find('radio', say('shell.settings.face.dyslexic')).isChecked(), true, 'the choice stands');
  });
});

test('easy read that does not come leaves the usual sentences, and comes with the network', async () => {
  await suite.withApp('/settings', { settings: { view: 'canvas' } }, async (app) => {
    let isAway = true;
    await app.page.route('**/easy_words*', (route) => (isAway ? route.abort() : route.continue()));
    await app.atClick(app.find('radio', say('shell.settings.words.easy')));
    const easy = await app.page.evaluate(() => window.alongside.application.chosen.easyWords);
    assert.equal(easy ?? null, null);
    isAway = false;
    await app.page.evaluate(() => dispatchEvent(new Event('online')));
    await app.page.waitForFunction((usual) => !document.querySelector('#mirror').textContent.includes(usual), say('shell.settings.lead'));
  });
});

// Chromium reads it from the profile, as it is set in its own settings.
async function withTextSize(pixels, work) {
  const profile = mkdtempSync(join(tmpdir(), 'alongside-profile-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ webkit: { webprefs: { default_font_size: pixels } } }));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: lean, env: { ...process.env, ALONGSIDE_CHROMIUM: paths.chromium }, args: ['--no-sandbox', '--no-first-run', ...webgl],
    viewport: { width: 640, height: 800 }, serviceWorkers: 'block', locale: 'en-GB',
  });
  try {
    return await work(new App(suite.origin, { page: context.pages()[0], context, faults: [], requests: [] }));
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

test('the text size that somebody has set in the browser is the page\'s, on the canvas and on the plain page', async () => {
  const heading = say('shell.settings.reading');
  const sizes = [];
  for (const pixels of [16, 32]) {
    await withTextSize(pixels, async (app) => {
      await app.go('/settings');
      const canvas = await paintedWidth(app, heading);
      assert.deepEqual((await app.page.evaluate(paintedWords)).unsaid, []);
      await app.page.evaluate(() => window.alongside.application.changeSetting('view', 'plain'));
      await app.settled();
      sizes.push({ canvas, plain: await app.find('heading', heading).evaluate((element) => parseFloat(getComputedStyle(element).fontSize)) });
      assert.equal(await app.page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth), false);
    });
  }
  const [usual, twice] = sizes;
  assert.ok(Math.abs(twice.canvas / usual.canvas - 2) < 0.06, JSON.stringify(sizes));
  assert.equal(twice.plain, usual.plain * 2);
});

// Two fingers, 60 px apart, end 260 px apart.
async function spreadTwoFingers(tools) {
  const fingers = (apart) => [{ x: 180 - apart / 2, y: 400, id: 1 }, { x: 180 + apart / 2, y: 400, id: 2 }];
  await tools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(60) });
  for (let apart = 64; apart <= 260; apart += 10) await tools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await tools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

for (const view of ['canvas', 'plain']) {
  test(`a pinch makes the page larger, and what is pressed is what lies under the finger (${view})`, async () => {
    await suite.withApp('/settings', { settings: { view }, hasTouch: true, isMobile: true, viewport: { width: 360, height: 700 } }, async (app) => {
      const tools = await app.page.context().newCDPSession(app.page);
      await spreadTwoFingers(tools);
      await app.page.waitForFunction(() => visualViewport.scale > 1.5);
      const way = app.page.locator('#leave');
      const seen = await app.page.evaluate(() => ({ right: visualViewport.offsetLeft + visualViewport.width, bottom: visualViewport.offsetTop + visualViewport.height }));
      const box = await way.evaluate((element) => { const { right, bottom } = element.getBoundingClientRect(); return { right, bottom }; });
      assert.ok(Math.abs(box.right - seen.right) < 2 && Math.abs(box.bottom - seen.bottom) < 2, `the way out stays in sight: ${JSON.stringify({ box, seen })}`);
      const radio = app.find('radio', 'Cymraeg');
      const { x, y, offset } = await radio.evaluate((element) => {
        element.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = element.getBoundingClientRect();
        const { offsetLeft, offsetTop } = visualViewport;
        return { x: left + width / 2, y: top + height / 2, offset: { offsetLeft, offsetTop } };
      });
      const scale = await app.page.evaluate(() => visualViewport.scale);
      await app.settled();
      await tools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: (x - offset.offsetLeft) * scale, y: (y - offset.offsetTop) * scale }] });
      await tools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await app.page.waitForFunction(() => document.documentElement.lang === 'cy');
    });
  });
}

// Runs in the page: how many letters stand on each line of what is read, and the longest of them.
function longestOf() {
  let longest = { letters: 0, words: '' };
  const range = document.createRange();
  for (const element of document.querySelectorAll('#mirror main :is(p, li, dd, dt, .hint, .error)')) {
    if (!element.checkVisibility() || element.querySelector('p, li, dd')) continue;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const lines = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { top } = range.getBoundingClientRect();
        lines.set(Math.round(top), (lines.get(Math.round(top)) ?? '') + node.data[at]);
      }
    }
    for (const words of lines.values()) if (words.trim().length > longest.letters) longest = { letters: words.trim().length, words };
  }
  return longest;
}

test('no line of the plain page is longer than can be followed, however wide the window is', async () => {
  const looked = screens().filter(({ name }) => isLong || ['home', 'results', 'service', 'list', 'settings', 'privacy', 'rights_topic', 'changes'].includes(name));
  await suite.withApp('/', { settings: { view: 'plain' }, viewport: { width: 1920, height: 1000 } }, async (app) => {
    for (const screen of looked) {
      await app.goOn(screen.path);
      await app.see('heading', screen.heading);
      const { letters, words } = await app.page.evaluate(longestOf);
      assert.ok(letters <= longestLine, `${screen.name}: ${letters} letters: "${words}"`);
    }
  });
});

// Runs in the page: what can be seen on paper, and what of it is light.
function onPaper() {
  const light = (color) => {
    const [r, g, b] = color.match(/[\d.]+/g).map(Number);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 140;
  };
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const holders = [...document.querySelectorAll('#mirror :is(h1, h2, h3, p, li, dt, dd, td, th, a)')].filter(seen);
  return {
    tools: [...document.querySelectorAll('#tools > *, #canvas, #mirror :is(button, input, select, textarea), #mirror nav')].filter(seen).map(({ outerHTML }) => outerHTML.slice(0, 80)),
    light: holders.filter((element) => light(getComputedStyle(element).color)).map(({ textContent }) => textContent.slice(0, 40)),
    words: holders.length,
    wide: document.scrollingElement.scrollWidth > innerWidth,
  };
}

for (const theme of ['light', 'dark', 'contrast']) {
  test(`on paper there are dark words on white, nothing to press, and nothing is cut off (${theme})`, async () => {
    await suite.withApp('/', { settings: { view: 'canvas', theme }, viewport: { width: 700, height: 900 } }, async (app) => {
      for (const name of ['service', 'list', 'rights_topic']) {
        const screen = screens().find((one) => one.name === name);
        await app.goOn(screen.path);
        await app.see('heading', screen.heading);
        await app.page.emulateMedia({ media: 'print' });
        await app.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        const paper = await app.page.evaluate(onPaper);
        assert.deepEqual([paper.tools, paper.light, paper.wide], [[], [], false], name);
        assert.ok(paper.words > 10, `${name}: ${paper.words} things to read`);
        await app.page.evaluate(() => dispatchEvent(new Event('afterprint')));
        await app.page.emulateMedia({ media: 'screen' });
        assert.equal(await app.view(), 'canvas', 'and the canvas is back');
      }
    });
  });
}
