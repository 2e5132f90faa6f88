/**
 * The contact sheet: every main screen at four widths, light and dark, as small pictures in rows, for a person to
 * look at. Writes build/screens/sheet-light-1.png and so on, and each picture in full beside them. With names of
 * screens only those; --lang=cy, --words=easy, --theme=contrast or --view=plain show it otherwise.
 * Run by ./alongside screens.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { accessibility } from './support/hands.mjs';
import { startCouncilWithMap, writeOwnThings } from './support/own_things.mjs';
import { build } from './support/paths.mjs';
import { ownScreens, screens, writtenScreens } from './support/screens.mjs';

const widths = [320, 390, 768, 1280];
const rowsOnOne = 6;
const tallest = 1400; // CSS pixels of a screen that are shown
const folder = join(build, 'screens');
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const options = Object.fromEntries(process.argv.slice(2).filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')));
const settings = { lang: 'en', view: 'canvas', ...options };
const themes = options.theme ? [options.theme] : ['light', 'dark'];
const isWanted = ({ name }) => names.length === 0 || names.includes(name);

const set = (app, key, value) => app.page.evaluate(([k, v]) => window.alongside.application.changeSetting(k, v), [key, value]);

// A canvas shows one window of the page, so the window is made as high as the page.
async function shoot(app, name, theme, width) {
  await app.resize(width, 900);
  const height = await app.page.evaluate(() => document.documentElement.scrollHeight);
  await app.resize(width, Math.min(Math.max(height, 600), tallest));
  // What was drawn is on the screen two frames later at the latest.
  await app.page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  const picture = await app.page.screenshot();
  writeFileSync(join(folder, `${name}-${theme}-${width}.png`), picture);
}

async function shootAll(app, list, come) {
  for (const screen of list.filter(isWanted)) {
    await come(app, screen);
    for (const theme of themes) {
      await set(app, 'theme', theme);
      for (const width of widths) await shoot(app, screen.name, theme, width);
    }
    console.log(screen.name);
  }
}

const cell = (name, theme, width) => `<td><img src="data:image/png;base64,${readFileSync(join(folder, `${name}-${theme}-${width}.png`)).toString('base64')}" style="width:${width / 2}px"></td>`;

async function makeSheet(browser, theme, list, number) {
  const page = await browser.newPage({ viewport: { width: 1540, height: 800 } });
  const rows = list.map(({ name }) => `<tr><th>${name}</th>${widths.map((width) => cell(name, theme, width)).join('')}</tr>`);
  await page.setContent(`<style>body { margin: 16px; background: ${theme === 'light' ? '#bbb' : '#555'}; font: 16px sans-serif } td { vertical-align: top; padding: 8px }
    th { writing-mode: vertical-lr; text-align: start } img { display: block }</style><table>${rows.join('')}</table>`);
  const path = join(folder, `sheet-${theme}-${number}.png`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
  console.log(`build/screens/sheet-${theme}-${number}.png`);
}

mkdirSync(folder, { recursive: true });
const server = await startCouncilWithMap();
const browser = await launch();
const app = await App.open(browser, server.origin, '/', { settings });
await shootAll(app, screens(settings.lang), async (open, { path, heading }) => {
  await open.goOn(path);
  await open.see('heading', heading);
});
const toTitle = async (open, path) => {
  await open.goOn(path);
  await reads(open, /\w/, '#mirror main h1');
};
const written = writtenScreens();
await app.close();
if ([...ownScreens(), ...written].some(isWanted)) {
  const sam = await App.open(browser, server.origin, '/', { settings: { ...settings, lang: 'en', words: 'usual' } });
  await signIn(sam, accessibility, 'Sam Ashford');
  const inWords = async (lang, words) => {
    await set(sam, 'lang', lang);
    await set(sam, 'words', words);
  };
  await inWords(settings.lang, settings.words ?? 'usual');
  await shootAll(sam, ownScreens(), (open, { path }) => toTitle(open, path));
  if (written.some(isWanted)) {
    await inWords('en', 'usual');
    const addresses = await writeOwnThings(sam, server);
    await inWords(settings.lang, settings.words ?? 'usual');
    await shootAll(sam, written, (open, { path }) => toTitle(open, addresses.get(path) ?? path));
  }
  await sam.close();
}
const shown = [...screens(settings.lang), ...ownScreens(), ...written].filter(isWanted);
for (const theme of themes) {
  for (let at = 0; at < shown.length; at += rowsOnOne) await makeSheet(browser, theme, shown.slice(at, at + rowsOnOne), at / rowsOnOne + 1);
}
await browser.close();
await server.stop();
