/** What the application may ask of the page: addresses, settings, network, plugins. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageSuite } from './fixture/page_suite.mjs';

const suite = pageSuite();
const settled = (page) => page.evaluate(() => window.alongside.settled());
const host = async (page, method, ...given) => {
  await page.evaluate(([name, values]) => window.fake.host[name](...values), [method, given]);
  await settled(page);
};

test('going on and back is told to the application, and the place on the page comes back', () => suite.open('/', {}, async (page, app) => {
  await page.evaluate(() => window.scrollTo(0, 700));
  await host(page, 'route', '/service/1?x=2', 0);
  assert.equal(page.url(), `${suite.server.origin}/service/1?x=2`);
  await page.evaluate(() => window.fake.send(new window.fake.PatchBuilder().height(900).scroll(0)));
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => window.fake.calls.some(([name]) => name === 'navigated'));
  assert.deepEqual(await app.calls('navigated'), [['navigated', '/']]);
  await page.evaluate(() => window.fake.send(new window.fake.PatchBuilder().height(950).scroll(0)));
  await settled(page);
  await page.evaluate(() => window.fake.send(new window.fake.PatchBuilder().height(3000)));
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 700, 'once the page is tall enough');
}));

test('typing in a search replaces the address and makes no history', () => suite.open('/', {}, async (page) => {
  const before = await page.evaluate(() => history.length);
  await host(page, 'route', '/find?q=q', 1);
  await host(page, 'route', '/find?q=qu', 1);
  assert.deepEqual([await page.evaluate(() => history.length), new URL(page.url()).search], [before, '?q=qu']);
}));

test('an address that could run something goes nowhere', () => suite.open('/', {}, async (page, app) => {
  for (const mode of [0, 1, 2]) await host(page, 'route', 'javascript:window.hacked=1', mode);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(page.url(), `${suite.server.origin}/`);
  assert.deepEqual(app.errors, []);
}));

test('settings chosen in the application are applied, kept and told back', () => suite.open('/', {}, async (page, app) => {
  await host(page, 'setting', 'lang', 'cy');
  await host(page, 'setting', 'theme', 'dark');
  await host(page, 'setting', 'text', '200');
  const html = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme, getComputedStyle(document.documentElement).fontSize]);
  assert.deepEqual(html, ['cy', 'dark', '32px']);
  const told = (await app.calls('environment')).at(-1)[1];
  for (const line of ['lang=cy', 'theme=dark', 'text_scale=2', 'setting.text=200']) assert.ok(told.split('\n').includes(line), line);
  assert.equal(await page.getByRole('button', { name: 'Tudalen blaen' }).count(), 1);
  assert.deepEqual(await page.evaluate(() => JSON.parse(localStorage.getItem('alongside.settings'))), { lang: 'cy', theme: 'dark', text: '200', view: 'auto', words: 'usual', spacing: 'usual', face: 'usual', aloud: 'off', switch: 'off', leave: 'on' });
}));

test('a setting that makes no sense is not taken, nor one that was stored', () => suite.open('/', {
  init: () => localStorage.setItem('alongside.settings', '{"lang":"xx","text":"9","view":7,"theme":"dark"}'),
}, async (page, app) => {
  await host(page, 'setting', 'text', '1000');
  for (const name of ['nonsense', '__proto__', 'constructor']) await host(page, 'setting', name, 'x');
  const told = (await app.calls('environment')).at(-1)[1].split('\n');
  for (const line of ['setting.lang=auto', 'setting.text=100', 'setting.view=auto', 'setting.theme=dark']) assert.ok(told.includes(line), line);
}));

test('only our own /api is fetched', () => suite.open('/', {}, async (page, app) => {
  await page.evaluate(() => {
    window.fake.host.fetch(1, '/api/hello', new Uint8Array());
    window.fake.host.fetch(2, 'https://example.com/api/x', new Uint8Array());
    window.fake.host.fetch(3, '/plugins/catalog.json', new Uint8Array());
    window.fake.host.fetch(4, '/api/../app.mjs', new Uint8Array());
  });
  await page.waitForFunction(() => window.fake.calls.filter(([name]) => name === 'fetched').length === 4);
  const answers = (await app.calls('fetched')).sort((a, b) => a[1] - b[1]);
  assert.deepEqual(answers, [['fetched', 1, 200, 'hello'], ['fetched', 2, 0, ''], ['fetched', 3, 0, ''], ['fetched', 4, 0, '']]);
}));

for (const [id, ok, reason] of [['good', 1, ''], ['tampered', 0, 'tampered'], ['shorter', 0, 'tampered'], ['unannounced', 0, 'incompatible'],
  ['missing', 0, 'network'], ['broken', 0, 'broken'], ['unknown', 0, 'incompatible'], ['../good', 0, 'incompatible']]) {
  test(`plugin ${id}: ${ok ? 'its verified bytes are kept' : `refused as ${reason}`}`, () => suite.open('/', {}, async (page, app) => {
    await host(page, 'plugin', id);
    assert.deepEqual(await app.calls('plugin'), [['plugin', id, ok, reason]]);
    assert.deepEqual(await page.evaluate(() => [...window.fake.modules.keys()]), ok ? [`/plugins/${id}.wasm`] : []);
  }));
}

test('a refused patch is reported and the page stays', () => suite.open('/', {}, async (page) => {
  const before = await page.locator('#mirror').ariaSnapshot();
  await page.evaluate(() => window.fake.send(new window.fake.PatchBuilder().set(99, { name: 'x' })));
  await settled(page);
  assert.equal(await page.evaluate(() => window.alongside.errors), 1);
  assert.equal(await page.locator('#mirror').ariaSnapshot(), before);
  await page.evaluate(() => window.fake.send(new window.fake.PatchBuilder().set(2, { name: 'Still here' })));
  await settled(page);
  assert.equal(await page.getByRole('heading', { name: 'Still here' }).count(), 1);
}));

test('what happens inside a frame reaches the application after it', () => suite.open('/', {}, async (page) => {
  await page.getByRole('button', { name: 'Save' }).focus();
  await settled(page);
  await page.evaluate(() => { window.fake.calls.length = 0; window.fake.send(new window.fake.PatchBuilder().focus(3)); });
  await settled(page);
  const kinds = await page.evaluate(() => window.fake.calls.map(([name, low, , kind]) => [name, low, kind]));
  assert.deepEqual(kinds, [['action', 4, 5], ['action', 3, 4]]);
}));
