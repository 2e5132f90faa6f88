/**
 * Pictures of every screen for a person to look at: four widths, light and dark, English and Welsh,
 * canvas and plain, into build/screens. With --readme it also makes assets/screenshot.png.
 * Run: node tests/browser/screens.mjs [--readme] [NAME…]; a few minutes for all.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { accessibility } from './support/hands.mjs';
import { build, root } from './support/paths.mjs';
import { screens } from './support/screens.mjs';
import { startServer } from './support/server.mjs';

const widths = [320, 390, 768, 1280];
const folder = join(build, 'screens');
const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const isWanted = ({ name }) => names.length === 0 || names.includes(name);

// A canvas shows one window of the page, so the window is made as high as the page.
async function shoot(app, width, path) {
  await app.resize(width, 900);
  const height = await app.page.evaluate(() => document.documentElement.scrollHeight);
  await app.resize(width, Math.min(Math.max(height, 600), 4000));
  await app.page.screenshot({ path });
}

async function shootScreen(browser, origin, screen, settings) {
  const app = await App.open(browser, origin, screen.path, { settings });
  await app.see('heading', screen.heading);
  for (const width of widths) {
    await shoot(app, width, join(folder, `${screen.name}-${settings.view}-${settings.theme}-${settings.lang}-${width}.png`));
  }
  await app.close();
}

const tall = { width: 360, height: 740 };

async function pictureOf(app, scrolled) {
  await app.page.evaluate((y) => {
    document.activeElement?.blur();
    window.scrollTo(0, y);
  }, scrolled);
  await app.resize(tall.width, tall.height);
  const picture = await app.page.screenshot();
  await app.close();
  return `data:image/png;base64,${picture.toString('base64')}`;
}

async function pictureOfScreen(browser, origin, name, scrolled) {
  const screen = screens().find((each) => each.name === name);
  const app = await App.open(browser, origin, screen.path, { viewport: tall, settings: { view: 'canvas' } });
  await app.see('heading', screen.heading);
  return pictureOf(app, scrolled);
}

async function pictureOfMoney(browser, origin) {
  const app = await App.open(browser, origin, '/', { viewport: tall, settings: { view: 'canvas' } });
  await signIn(app, accessibility, 'Sam Ashford');
  await app.goOn('/money');
  await reads(app, /left until/);
  return pictureOf(app, 0);
}

// Four phones side by side: home, what was found, one service, and somebody's money.
async function shootReadme(browser) {
  const own = await startServer({ own: true });
  const pictures = [];
  for (const [name, scrolled] of [['home', 0], ['results', 330], ['service', 0]]) {
    pictures.push(await pictureOfScreen(browser, own.origin, name, scrolled));
  }
  pictures.push(await pictureOfMoney(browser, own.origin));
  await own.stop();
  const page = await browser.newPage({ viewport: { width: 1560, height: 788 } });
  await page.setContent(`<style>body { margin: 0; padding: 24px; background: #ddd6ca; display: flex; gap: 24px }
    img { border-radius: 18px; width: 360px; height: 740px }</style>${pictures.map((source) => `<img src="${source}">`).join('')}`);
  await page.screenshot({ path: join(root, 'assets/screenshot.png') });
}

mkdirSync(folder, { recursive: true });
const server = await startServer();
const browser = await launch();
if (words.includes('--readme')) await shootReadme(browser);
else {
  for (const lang of ['en', 'cy']) {
    for (const view of ['canvas', 'plain']) {
      for (const theme of ['light', 'dark']) {
        for (const screen of screens(lang).filter(isWanted)) await shootScreen(browser, server.origin, screen, { lang, view, theme });
      }
    }
  }
}
await browser.close();
await server.stop();
