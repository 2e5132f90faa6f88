/**
 * Pictures of every screen for a person to look at: four widths, light and dark, English and Welsh,
 * canvas and plain, into build/screens. With --readme it also makes assets/screenshot.png.
 * Run: node tests/browser/screens.mjs [--readme] [NAME…]; a few minutes for all.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
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
  await app.page.setViewportSize({ width, height: 900 });
  await app.settled();
  const height = await app.page.evaluate(() => document.documentElement.scrollHeight);
  await app.page.setViewportSize({ width, height: Math.min(Math.max(height, 600), 4000) });
  await app.settled();
  await app.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
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

async function shootReadme(browser, origin) {
  const viewport = { width: 1100, height: 760 };
  const screen = screens().find(({ name }) => name === 'results');
  const app = await App.open(browser, origin, screen.path, { viewport, settings: { view: 'canvas' } });
  await app.see('heading', screen.heading);
  await app.page.screenshot({ path: join(root, 'assets/screenshot.png') });
  await app.close();
}

mkdirSync(folder, { recursive: true });
const server = await startServer();
const browser = await launch();
if (words.includes('--readme')) await shootReadme(browser, server.origin);
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
