/** The page before, while and after the application arrives, and when it does not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageSuite } from './fixture/page_suite.mjs';

const suite = pageSuite();
const lines = (text) => Object.fromEntries(text.split('\n').map((line) => line.split('=')));
const settled = (page) => page.evaluate(() => window.alongside.settled());

test('the application is told everything in the agreed order', () => suite.open('/find?q=1', {}, async (page, app) => {
  const calls = await page.evaluate(() => window.fake.calls.map(([name]) => name));
  assert.deepEqual(calls.slice(0, 6), ['environment', 'font', 'font', 'font', 'catalog', 'start']);
  assert.deepEqual(await app.calls('start'), [['start', '/find?q=1']]);
  const told = lines((await app.calls('environment'))[0][1]);
  assert.deepEqual([told.lang, told.theme, told.text_scale, told.view, told.online, told['setting.view']], ['en', 'light', '1', 'canvas', '1', 'auto']);
  const [, catalog] = (await app.calls('catalog'))[0];
  assert.equal(catalog.split('\n')[0], 'good\tprimary\tsearch\t10\tFind\tChwilio\t\t\t/good\t');
  assert.deepEqual(app.errors, []);
}));

test('the static page stays until there is something to show', () => suite.open('/?empty=1', { begun: false }, async (page) => {
  await page.waitForFunction(() => window.fake?.size);
  await settled(page);
  assert.equal(await page.locator('#static h1').isVisible(), true);
  await page.evaluate(() => window.fake.send(window.fake.screen()));
  await settled(page);
  assert.equal(await page.locator('#static').count(), 0);
  assert.equal(await page.getByRole('heading', { name: 'Find something' }).count(), 1);
  assert.equal(await page.locator('#progress').textContent(), '');
}));

test('words typed before the application arrived are kept, with caret and focus', () => suite.open('/?empty=1', { begun: false }, async (page, app) => {
  await page.locator('#q').fill('quiet day');
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => window.fake?.size);
  await page.evaluate(() => window.fake.send(window.fake.screen({ search: false })));
  await settled(page);
  // The search box comes one patch later than the page around it.
  await page.evaluate(() => window.fake.send(new window.fake.PatchBuilder().create(5, 14, { name: 'What do you need?', input: { type: 1 } })
    .children(1, [2, 3, 4, 5])));
  await settled(page);
  const box = page.locator('#mirror input[type=search]');
  assert.deepEqual(await box.evaluate((e) => [e.value, document.activeElement === e, e.selectionStart]), ['quiet day', true, 8]);
  assert.deepEqual((await app.calls('action')).filter(([, , , kind]) => kind === 2), [['action', 5, 0, 2, 'quiet day']]);
}));

test('focus on a link of the static page goes to the same link of the application', () => suite.open('/?empty=1', { begun: false }, async (page) => {
  await page.locator('#static main a').focus();
  await page.waitForFunction(() => window.fake?.size);
  await page.evaluate(() => window.fake.send(window.fake.screen()));
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.closest('#mirror') && document.activeElement.textContent), 'Help');
}));

test('the first two Tab stops are the page\'s own tools, before and after', () => suite.open('/', {}, async (page) => {
  const names = [];
  for (let i = 0; i < 2; i++) {
    await page.keyboard.press('Tab');
    names.push(await page.evaluate(() => document.activeElement.innerText.trim()));
    assert.ok((await page.evaluate(() => document.activeElement.getBoundingClientRect().top)) >= 0, 'seen while focused');
  }
  assert.deepEqual(names, ['Skip to main content', 'Plain page']);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MAIN');
  assert.equal(new URL(page.url()).hash, '');
}));

test('nothing is drawn while nothing happens', () => suite.open('/', {}, async (page) => {
  await settled(page);
  const before = await page.evaluate(() => [window.alongside.frames, window.alongside.mutations]);
  await page.waitForTimeout(1500);
  assert.deepEqual(await page.evaluate(() => [window.alongside.frames, window.alongside.mutations]), before);
  await page.evaluate(() => { window.fake.again = 5; window.fake.host.wake(); });
  await settled(page);
  assert.ok(await page.evaluate(() => window.alongside.frames) >= before[0] + 6, 'the application asked for more');
}));

test('"Plain page" shows the plain page, remembers it, and goes back', () => suite.open('/', {}, async (page, app) => {
  const button = page.getByRole('button', { name: 'Plain page' });
  await button.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.equal(await page.locator('#canvas').isVisible(), false);
  assert.equal(lines((await app.calls('environment')).at(-1)[1]).view, 'plain');
  await page.reload();
  await page.waitForFunction(() => window.alongside?.started);
  assert.equal(await page.evaluate(() => window.alongside.view), 'plain');
  await button.focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => window.alongside.view), 'canvas');
  assert.equal(await page.locator('#canvas').isVisible(), true);
}));

const noWebGl = () => { HTMLCanvasElement.prototype.getContext = () => null; };
for (const [what, options] of [['without WebGL2', { init: noWebGl }], ['with forced colours', { forcedColors: 'active' }]]) {
  test(`${what} the plain page runs, and its button says why`, () => suite.open('/', options, async (page) => {
    assert.equal(await page.evaluate(() => window.alongside.view), 'plain');
    await page.getByRole('button', { name: 'Plain page' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => window.alongside.view), 'plain');
    assert.match(await page.locator('#live').textContent(), /only show the plain page/);
  }));
}

test('a lost graphics context turns into the plain page, a restored one back', () => suite.open('/', {}, async (page, app) => {
  const tell = (type) => page.evaluate((name) => {
    const event = new Event(name, { cancelable: true });
    document.getElementById('canvas').dispatchEvent(event);
    return [event.defaultPrevented, window.alongside.view];
  }, type);
  assert.deepEqual(await tell('webglcontextlost'), [true, 'plain']);
  assert.deepEqual((await tell('webglcontextrestored'))[1], 'canvas');
  assert.deepEqual(await app.calls('context'), [['context', 0], ['context', 1]]);
}));

for (const [what, options] of [
  ['no WebAssembly', { init: () => { delete window.WebAssembly; } }],
  ['no module', { without: ['/app.wasm'] }], ['no script', { without: ['/app.mjs'] }],
  ['no catalogue', { without: ['/plugins/catalog.json'] }], ['no font', { without: ['/fonts/regular.ttf'] }],
]) {
  test(`with ${what} the static page stays and helps`, () => suite.open('/', { ...options, begun: false }, async (page) => {
    await page.locator('#progress.problem').waitFor();
    assert.match(await page.locator('#progress').textContent(), /This page works as it is/);
    assert.equal(await page.locator('#static h1').isVisible(), true);
    assert.equal(await page.getByRole('button', { name: 'Plain page' }).count(), 0);
    await page.locator('#q').fill('quiet');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/find\?q=quiet$/);
  }));
}

test('when the application breaks, the page says so and goes on as the simple page', () => suite.open('/?trap=1', {}, async (page, app) => {
  await page.evaluate(() => { window.fake.trap = true; window.fake.host.wake(); });
  await page.locator('#progress.problem').waitFor();
  assert.match(await page.locator('#progress').textContent(), /It was not you/);
  assert.equal(await page.locator('#static h1').isVisible(), true, 'the server\'s page is back');
  assert.equal(await page.locator('#mirror > *').count(), 0);
  await page.getByRole('link', { name: 'Open the simple page' }).click();
  await page.getByRole('link', { name: 'Try the full page again' }).click();
  await page.waitForFunction(() => window.alongside?.started);
  assert.deepEqual(app.errors, []);
}));

test('without scripts the page is whole, in either language', () => suite.open('/', { javaScriptEnabled: false, begun: false }, async (page) => {
  assert.equal(await page.locator('#static h1').isVisible(), true);
  assert.equal(await page.getByRole('button', { name: 'Plain page' }).count(), 0);
  assert.equal(await page.getByRole('link', { name: 'Money' }).getAttribute('href'), '/money');
  assert.match(await page.locator('footer').innerText(), /works without scripts/);
  assert.doesNotMatch(await page.locator('body').innerText(), /Arian|Hafan/);
}));
