/**
 * The device's store, turns and service worker in Firefox and WebKit, whose IndexedDB and Web Locks are
 * other programs than Chromium's: the same few promises, kept by each.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveProbe } from './store/store_suite.mjs';
import { startFirefox } from './support/firefox.mjs';
import { startServer } from './support/server.mjs';
import { startProxy } from './support/proxy.mjs';
import { startWebKit } from './support/webkit.mjs';

const engines = [
  ['Firefox', () => startFirefox({ drawn: false })],
  ['WebKit', () => startWebKit()],
];

// Runs in the page; returns what happened, for one comparison.
const useStore = `async () => {
  while (!window.ready) await new Promise((done) => setTimeout(done, 20));
  const { store } = window;
  const told = { opened: await store.open('person-1') };
  told.first = await store.commit([['append', 'outbox', '', 'one'], ['put', 'meta', 'cursor', '1']]);
  told.many = (await Promise.all(Array.from({ length: 30 }, (_, i) => store.commit([['append', 'outbox', '', 'n' + i]]))))
    .flatMap(({ appended }) => appended).join();
  told.late = await store.commit([['put', 'drafts', 'a', 'x'], ['expect', 'meta', 'cursor', '2']]);
  told.drafts = await store.read('drafts');
  store.raw.database.close();
  told.after = await store.commit([['expect', 'meta', 'cursor', '1'], ['append', 'outbox', '', 'last']]);
  told.count = (await store.read('outbox')).entries.length;
  window.turns.command(0, 'sync');
  while (window.granted.length === 0) await new Promise((done) => setTimeout(done, 20));
  window.turns.command(1, 'sync');
  told.erased = await store.erase();
  return told;
}`;

const wanted = {
  opened: 0,
  first: { fault: 0, appended: [1] },
  many: Array.from({ length: 30 }, (_, i) => i + 2).join(),
  late: { fault: 3 },
  drafts: { fault: 0, entries: [] },
  after: { fault: 0, appended: [32] },
  count: 32,
  erased: 0,
};

const untilStarted = 'async () => { while (!window.alongside?.started) await new Promise((done) => setTimeout(done, 50)); return true; }';
const untilInCharge = `async () => {
  const registration = await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller || registration.active.state !== 'activated') await new Promise((done) => setTimeout(done, 50));
  while ((await (await caches.open('alongside.public')).keys()).length < 4) await new Promise((done) => setTimeout(done, 50));
  return true;
}`;
const headings = '() => [...document.querySelectorAll("#mirror h1")].map((heading) => heading.textContent)';

async function secondVisit(browser) {
  const server = await startServer();
  let up = true;
  const proxy = await startProxy(server.origin, () => (up ? undefined : 'drop'));
  try {
    await browser.goto(`${proxy.origin}/`);
    await browser.evaluate(untilStarted);
    await browser.evaluate(untilInCharge);
    up = false;
    for (const path of ['/money', '/say', '/find']) {
      await browser.goto(proxy.origin + path);
      await browser.evaluate(untilStarted);
      assert.equal((await browser.evaluate(headings)).length, 1, path);
    }
  } finally {
    await proxy.stop();
    await server.stop();
  }
}

for (const [name, start] of engines) {
  test(`${name} keeps what the device keeps, and grants turns`, { timeout: 120000 }, async () => {
    const server = await serveProbe();
    const { browser, stop } = await start();
    try {
      await browser.goto(`${server.origin}/`);
      assert.deepEqual(await browser.evaluate(useStore), wanted);
    } finally {
      await stop();
      server.stop();
    }
  });

  test(`${name}: the second visit works with the server stopped`, { timeout: 180000 }, async () => {
    const { browser, stop } = await start();
    try {
      await secondVisit(browser);
    } finally {
      await stop();
    }
  });
}
