/**
 * What the tests of the service worker need: both versions of the client behind one address that can be
 * switched between them and off, and a person's browser that keeps its worker from page to page.
 */
import { rmSync } from 'node:fs';
import { after, before } from 'node:test';
import { App } from '../support/app.mjs';
import { launch } from '../support/chromium.mjs';
import { www } from '../support/paths.mjs';
import { startProxy } from '../support/proxy.mjs';
import { startServer } from '../support/server.mjs';
import { makeRelease } from './next_release.mjs';

/** Waits in the page until a worker is in charge of it and nothing is being installed. */
export const inCharge = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller || registration.installing || registration.active.state !== 'activated') {
    await new Promise((done) => setTimeout(done, 20));
  }
});

export class Person {
  constructor(suite, app) {
    Object.assign(this, { suite, app, page: app.page, context: app.context });
  }

  /** Goes there by the address bar, and waits until the application shows the heading. */
  async open(path, heading) {
    await this.app.go(path);
    if (heading) await this.app.see('heading', heading);
  }

  async network(is) {
    this.suite.up = is === 'on';
    await this.context.setOffline(is !== 'on');
  }

  release() { return this.page.evaluate(() => document.documentElement.dataset.release ?? 'first'); }

  /** Looks for another version now; @returns whether one waits, or why it does not. */
  look() {
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      try {
        await registration.update();
      } catch (error) {
        return error.name;
      }
      const worker = registration.installing;
      while (worker?.state === 'installing') await new Promise((done) => setTimeout(done, 20));
      if (worker?.state === 'redundant') return 'failed';
      return registration.waiting ? 'waits' : 'none';
    });
  }
}

/**
 * @param {number} release the number of the later versions; the first is 1
 * @param {string[]} later their names, in order
 */
export function workerSuite(release = 1, later = ['next']) {
  const suite = { up: true, target: '', instead: () => undefined };
  const folders = new Map([['first', www]]);
  const servers = new Map();
  suite.wwwOf = (which) => folders.get(which);
  suite.originOf = (which) => servers.get(which).origin;
  before(async () => {
    for (const name of later) folders.set(name, makeRelease(name, release));
    for (const [name, folder] of folders) servers.set(name, await startServer({ www: folder }));
    suite.proxy = await startProxy(() => suite.target, (path) => (suite.up ? suite.instead(path) : 'drop'));
    suite.origin = suite.proxy.origin;
    suite.browser = await launch();
  });
  after(async () => {
    await suite.browser?.close();
    await suite.proxy?.stop();
    for (const server of servers.values()) await server.stop();
    for (const name of later) if (folders.has(name)) rmSync(folders.get(name), { recursive: true });
  });
  suite.serve = (which) => { suite.target = suite.originOf(which); };
  /** A first visit with `which` version, at whose end the worker is in charge. */
  suite.visit = async (which, work, path = '/') => {
    suite.serve(which);
    suite.up = true;
    suite.instead = () => undefined;
    const app = await App.open(suite.browser, suite.origin, path, { serviceWorkers: 'allow', settings: { view: 'plain' } });
    try {
      await inCharge(app.page);
      return await work(new Person(suite, app), app);
    } finally {
      await app.close();
    }
  };
  return suite;
}
