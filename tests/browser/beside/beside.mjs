/**
 * ./alongside screens beside: the same tasks, in the same words, as ours, as GOV.UK's and as the NHS's design system
 * would show them, side by side as pictures in build/screens, and what can be measured of each. Both systems stand
 * here without their own fonts, which others may not use, and without their header.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { App } from '../support/app.mjs';
import { launch } from '../support/chromium.mjs';
import { reads, signIn } from '../support/family.mjs';
import { accessibility } from '../support/hands.mjs';
import { build } from '../support/paths.mjs';
import { screens } from '../support/screens.mjs';
import { startServer } from '../support/server.mjs';
import { asPeer } from './as_peer.mjs';

const width = 390;
const tallest = 1600;
const folder = join(build, 'screens');
const require = createRequire(join(build, 'npm/beside/node_modules/'));
const systems = [
  ['govuk', 'govuk-frontend', 'dist/govuk/govuk-frontend.min.css', 'govuk-template__body', 'govuk-width-container'],
  ['nhsuk', 'nhsuk-frontend', 'dist/nhsuk/nhsuk-frontend.min.css', '', 'nhsuk-width-container'],
];
const tasks = [
  { name: 'find', path: screens().find(({ name }) => name === 'results').path },
  { name: 'spend', path: '/money/spend' },
  { name: 'answer', path: '/say/visit' },
  { name: 'forecast', path: '/money/forecast' },
];

// Runs in the page: what somebody with one thumb meets in `main`.
function measured() {
  const main = document.querySelector('main, #mirror main');
  const shown = [...main.querySelectorAll('*')].filter((element) => element.checkVisibility());
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  // A mark is pressed with its words, and a card of ours for its title.
  const pressed = (element) => (['radio', 'checkbox'].includes(element.type) ? element.parentElement : element.matches('.card-title') ? element.closest('.card, li') : element);
  const high = (element) => Math.round(pressed(element).getBoundingClientRect().height);
  const targets = shown.filter((element) => element.matches('a[href], button, input, select, textarea'));
  const first = main.querySelector('button.primary, a.button, [class$="-button"]');
  const top = main.getBoundingClientRect().top;
  return {
    height: Math.round(main.getBoundingClientRect().height),
    smallestText: Math.min(...shown.filter(own).map(size)),
    smallestTarget: Math.min(...targets.map(high)),
    under48: targets.filter((element) => high(element) < 48).length,
    targets: targets.length,
    mainButton: first ? Math.round(first.getBoundingClientRect().bottom - top) : null,
  };
}

async function shot(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, 600), tallest) });
  return page.screenshot();
}

async function peer(browser, [system, packageName, css, body, container], html) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const styles = readFileSync(join(require.resolve(`${packageName}/package.json`), '..', css), 'utf8').replace(/@font-face\{[^}]*\}/g, '');
  await page.setContent(`<!doctype html><html lang="en" class="${system}-template"><meta name="viewport" content="width=device-width"><style>${styles}</style>
    <body class="${body}"><div class="${container}"><main class="${system}-main-wrapper">${html}</main></div></body></html>`);
  const found = { name: `${packageName} ${require(`${packageName}/package.json`).version}`, picture: await shot(page), ...await page.evaluate(measured) };
  await page.close();
  return found;
}

async function ours(app) {
  await app.resize(width, 800);
  const numbers = await app.page.evaluate(measured);
  const height = await app.page.evaluate(() => document.documentElement.scrollHeight);
  await app.resize(width, Math.min(Math.max(height, 600), tallest));
  return { name: 'ours', picture: await app.page.screenshot(), ...numbers };
}

const setView = (app, view) => app.page.evaluate((value) => window.alongside.application.changeSetting('view', value), view);

async function compare(browser, app, { name, path }) {
  await app.goOn(path);
  await reads(app, /\w/, '#mirror main h1');
  await setView(app, 'plain');
  await app.settled();
  const found = [];
  for (const system of systems) found.push(await peer(browser, system, await app.page.evaluate(asPeer, system[0])));
  await setView(app, 'canvas');
  await app.settled();
  found.unshift(await ours(app));
  const page = await browser.newPage({ viewport: { width: 3 * (width + 24) + 24, height: 800 } });
  await page.setContent(`<style>body { margin: 0; padding: 24px; background: #bbb; display: flex; gap: 24px; align-items: start; font: 16px sans-serif } img { display: block }</style>
    ${found.map((each) => `<figure style="margin:0"><figcaption>${each.name}</figcaption><img src="data:image/png;base64,${each.picture.toString('base64')}"></figure>`).join('')}`);
  await page.screenshot({ path: join(folder, `beside-${name}.png`), fullPage: true });
  await page.close();
  for (const { picture, ...numbers } of found) console.log(name.padEnd(10), JSON.stringify(numbers));
}

mkdirSync(folder, { recursive: true });
const server = await startServer({ own: true });
const browser = await launch();
const app = await App.open(browser, server.origin, '/', { settings: { view: 'canvas' } });
await signIn(app, accessibility, 'Sam Ashford');
for (const task of tasks) await compare(browser, app, task);
await browser.close();
await server.stop();
