/**
 * ./alongside bench idle: ten seconds without input on each screen, both views: no frame, no change
 * of the page, no request.
 */
import { App } from '../browser/support/app.mjs';
import { launch } from '../browser/support/chromium.mjs';
import { screens } from '../browser/support/screens.mjs';
import { startServer } from '../browser/support/server.mjs';
import { report, row } from './support/report.mjs';

const seconds = 10;

// Runs in the page: counts what happens, and stops counting after `wait` ms.
async function watch(wait) {
  let mutations = 0;
  const observer = new MutationObserver((records) => { mutations += records.length; });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const before = window.alongside.frames;
  await new Promise((done) => setTimeout(done, wait));
  observer.disconnect();
  return { frames: window.alongside.frames - before, mutations };
}

async function measure(browser, origin, screen, view) {
  const app = await App.open(browser, origin, screen.path, { settings: { view }, serviceWorkers: 'allow' });
  await app.see('heading', screen.heading);
  // What a first visit prepares for the next one is over.
  await app.page.evaluate(() => navigator.serviceWorker.ready);
  await app.settled();
  const asked = app.requests.length;
  const { frames, mutations } = await app.page.evaluate(watch, seconds * 1000);
  const requests = app.requests.length - asked;
  await app.close();
  const name = `${screen.name}, ${view}, ${seconds} s:`;
  return [
    row(`${name} frames`, frames, 'frames', { target: 0 }),
    row(`${name} DOM mutations`, mutations, 'mutations', { target: 0 }),
    row(`${name} requests`, requests, 'requests', { target: 0 }),
  ];
}

const server = await startServer();
const browser = await launch();
const watched = screens().filter(({ name }) => ['home', 'results', 'service'].includes(name));
// All at once: each has a page of its own, and resting pages do not disturb each other.
const rows = await Promise.all(watched.flatMap((screen) => ['canvas', 'plain'].map((view) => measure(browser, server.origin, screen, view))));
await browser.close();
await server.stop();
report('idle', rows.flat());
