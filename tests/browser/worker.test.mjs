/**
 * The second visit works with no network, and what is personal never passes through the service worker.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screens, serviceAddress } from './support/screens.mjs';
import { say } from './support/words.mjs';
import { inCharge, workerSuite } from './worker/worker_suite.mjs';

const suite = workerSuite();
const screen = (name) => screens().find((each) => each.name === name);

test('with the server stopped and the network off, home, search, a seen service, money and say open', () => suite.visit('first', async (person) => {
  await person.open(serviceAddress, screen('service').heading);
  await person.network('off');
  for (const name of ['home', 'find', 'results', 'service', 'money', 'say', 'help', 'settings']) {
    const { path, heading } = screen(name);
    await person.open(path, heading);
    assert.equal(await person.page.evaluate(() => navigator.onLine), false);
    assert.equal(await person.app.main().getByText(say('shell.trouble.rest_works')).count(), 0, `${name} opens its part`);
  }
  await person.open(screen('results').path, screen('results').heading);
  assert.ok(await person.app.find('link', /Saturday Stars/).count() > 0, 'the search finds what it found before');
  await person.network('on');
  assert.deepEqual(await person.app.violations(), []);
}));

test('one visit to home is enough for the other parts', () => suite.visit('first', async (person) => {
  await person.page.waitForFunction(async () => (await (await caches.open('alongside.public')).keys()).length >= 4);
  await person.network('off');
  for (const name of ['find', 'money', 'say', 'home']) await person.open(screen(name).path, screen(name).heading);
}));

test('a service seen on the very first page is kept too', () => suite.visit('first', async (person) => {
  await person.page.waitForFunction(async (path) => (await caches.match(`/api/local_offer/services/${path.split('/').pop()}`)) !== undefined, serviceAddress);
  await person.network('off');
  await person.open(serviceAddress, screen('service').heading);
}, serviceAddress));

test('a page the server does not answer in three seconds opens from the device', () => suite.visit('first', async (person) => {
  suite.instead = (path) => (path === '/money' ? 'never' : undefined);
  const before = Date.now();
  await person.open('/money', screen('money').heading);
  assert.ok(Date.now() - before >= 3000, 'the network was given its time');
}));

test('a page of a server that is being restarted opens from the device', () => suite.visit('first', async (person) => {
  suite.instead = () => ({ status: 503, body: 'restarting' });
  await person.open('/say', screen('say').heading);
}));

test('personal addresses go past the worker, and nothing of them is kept', () => suite.visit('first', async (person) => {
  const paths = ['/api/session', '/api/session/list', '/api/sync/feed?since=0', '/api/files/abc', '/api/tokens/x', '/readyz'];
  const body = JSON.stringify({ secret: 'only-for-riley-7431' });
  suite.instead = (path) => (path.startsWith('/api/') ? { headers: { 'cache-control': 'max-age=60' }, body } : undefined);
  await person.page.evaluate(async (wanted) => {
    const headers = { Accept: 'application/x-alongside' };
    for (const path of wanted) await (await fetch(path, { headers })).text();
    await fetch('/api/council', { method: 'POST', headers, body: 'x' });
    await (await fetch('/api/council', { headers: { Accept: 'application/json' } })).text();
  }, paths);
  const kept = await person.page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const { pathname, search } = new URL(request.url);
        found.push([pathname + search, await (await cache.match(request)).text()]);
      }
    }
    return found;
  });
  const places = /^\/(api\/(council$|comments$|local_offer\/|feedback\/(surveys|changes$)|employing\/figures$|guidance$|direct_payments\/guide$)|[\w.]+$|fonts\/|illustrations\/|plugins\/)/;
  assert.ok(kept.length > 15);
  for (const [path, text] of kept) {
    assert.match(path, places);
    assert.ok(!text.includes('only-for-riley-7431'), `${path} holds what was personal`);
  }
  await person.network('off');
  const offline = await person.page.evaluate((wanted) => Promise.all(wanted.map((path) =>
    fetch(path, { cache: 'no-store', headers: { Accept: 'application/x-alongside' } }).then(() => 'answered', () => 'nothing'))), paths);
  assert.deepEqual(new Set(offline), new Set(['nothing']));
}));

test('an answer that says "keep nothing" is not kept, whatever its address', () => suite.visit('first', async (person) => {
  await person.page.waitForFunction(async () => (await (await caches.open('alongside.public')).keys()).length >= 4);
  suite.instead = (path) => (path.startsWith('/api/local_offer/services/') ? { headers: { 'cache-control': 'no-store' }, body: 'x' } : undefined);
  const kept = await person.page.evaluate(async () => {
    await (await fetch('/api/local_offer/services/nobody', { headers: { Accept: 'application/x-alongside' } })).text();
    await new Promise((done) => setTimeout(done, 200));
    return (await caches.match('/api/local_offer/services/nobody')) !== undefined;
  });
  assert.equal(kept, false);
}));

test('the worker waits for the page to rest, and an idle page with it asks for nothing', () => suite.visit('first', async (person) => {
  const order = suite.proxy.seen;
  assert.ok(order.lastIndexOf('/service_worker.js') > order.lastIndexOf('/api/council', order.lastIndexOf('/service_worker.js')), 'after the first load');
  await inCharge(person.page);
  await person.page.waitForFunction(async () => (await (await caches.open('alongside.public')).keys()).length >= 4);
  await person.app.settled();
  const before = order.length;
  await person.page.waitForTimeout(3000);
  assert.deepEqual(order.slice(before), []);
}));

test('the page that stands in for others says where it is from in both languages, and is of this version', async () => {
  const response = await fetch(`${suite.originOf('first')}/offline.html`);
  const html = await response.text();
  assert.equal(response.status, 200);
  assert.match(html, /lang="en">One moment<\/h1>/);
  assert.match(html, /lang="cy">Un eiliad<\/h1>/);
  const worker = await fetch(`${suite.originOf('first')}/service_worker.js`);
  assert.equal(worker.headers.get('cache-control'), 'no-cache');
  const [, boot] = /src="(\/boot\.[0-9a-f]{8}\.js)"/.exec(html);
  assert.ok((await worker.text()).includes(`"${boot}"`));
});
