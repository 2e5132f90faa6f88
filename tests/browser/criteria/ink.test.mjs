/**
 * What the eye gets: axe cannot see the canvas, so each run of words that the page says is painted is looked for in a
 * picture of the screen: ink has to be there, and to stand out from what lies behind it. Every third screen in one theme
 * in `test`, each in all three in `test long`.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { screens } from '../support/screens.mjs';
import { browserSuite, isLong } from '../support/suite.mjs';

const suite = browserSuite();
const themes = ['light', 'dark', 'contrast'];
const sharp = 2; // at two device pixels to a CSS pixel a letter's line is never only half ink
let looked = 0;

// Runs in a page: for each run of words in the picture, how the strongest ink stands out from the ground.
async function contrasts([picture, runs, scale]) {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const linear = (channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  const luminance = (color) => 0.2126 * linear((color >> 16) / 255) + 0.7152 * linear(((color >> 8) & 255) / 255) + 0.0722 * linear((color & 255) / 255);
  return runs.map(({ x, y, width, height }) => {
    const { data } = context.getImageData(x * scale, y * scale, Math.max(1, width * scale), Math.max(1, height * scale));
    const counts = new Map();
    for (let i = 0; i < data.length; i += 4) {
      const color = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    const [[ground]] = [...counts].sort(([, one], [, other]) => other - one);
    const behind = luminance(ground);
    // One pixel may be anything; an ink is what several have.
    const inks = [...counts].filter(([color, count]) => color !== ground && count >= 3).map(([color]) => luminance(color));
    const ratios = inks.map((ink) => (Math.max(ink, behind) + 0.05) / (Math.min(ink, behind) + 0.05));
    return Math.max(1, ...ratios);
  });
}

// Those that can be seen whole in the window. Words in the page's own boxes are the page's, and axe sees them.
async function runsOf(app) {
  return app.page.evaluate(() => window.alongside.painted().split('\n').filter(Boolean).map((line) => {
    const [, x, y, width, height, words] = /^(\S+) (\S+) (\S+) (\S+) (.*)$/.exec(line);
    return { x: Number(x), y: Number(y) - scrollY, width: Number(width), height: Number(height), words };
  }).filter(({ x, y, width, height, words }) => words.trim() && y >= 0 && x >= 0 && x + width <= innerWidth && y + height <= innerHeight)
    .filter(({ x, y, width, height }) => !document.elementFromPoint(x + width / 2, y + height / 2)?.matches('input, select, textarea')));
}

const themesOf = (number) => (isLong ? themes : themes.filter((theme, at) => number % 9 === 3 * at));

screens().forEach((screen, number) => {
  for (const theme of themesOf(number)) {
    test(`1.4.3 and mirror 1: the words on ${screen.name} are painted where the page says, and stand out (${theme})`, async () => {
      const given = { settings: { view: 'canvas', theme }, deviceScaleFactor: sharp, viewport: { width: 390, height: 1600 } };
      await suite.withOpenApp(screen.path, given, async (app) => {
        await app.see('heading', screen.heading);
        await app.page.evaluate(() => document.activeElement.blur());
        await app.settled();
        const runs = await runsOf(app);
        const picture = (await app.page.screenshot()).toString('base64');
        const found = await app.page.evaluate(contrasts, [picture, runs, sharp]);
        assert.ok(runs.length > 10, `only ${runs.length} runs of words`);
        const faint = runs.map(({ words }, at) => `${found[at].toFixed(1)}: "${words}"`).filter((line, at) => found[at] < 4.5);
        assert.deepEqual(faint, []);
        looked += runs.length;
      });
    });
  }
});

after(() => console.log(`ink: ${looked} runs of painted words looked at, each stands out by 4.5 to 1 or more`));
