/** What the application has of the device: posts, tokens, storage, turns, waits, and being woken. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageSuite } from './fixture/page_suite.mjs';

const suite = pageSuite();
const told = (page, name, count = 1) => page.waitForFunction(([wanted, most]) =>
  window.fake.calls.filter(([called]) => called === wanted).length >= most, [name, count]);
const lastAsked = (path) => suite.server.asked.filter((each) => each.path === path).at(-1);

async function withCookie(page, work) {
  await page.context().addCookies([{ name: 'sid', value: 'secret', url: suite.server.origin }]);
  await work();
}

for (const [what, sent] of [['with the cookie', true], ['without it', false]]) {
  test(`a frame is posted ${what}, and the browser says where from`, () => suite.open('/', {}, async (page, app) => withCookie(page, async () => {
    await page.evaluate((cookie) => window.fake.host.post(7, '/api/hello', new Uint8Array([1, 2]), cookie), sent);
    await told(page, 'fetched');
    const { method, headers } = lastAsked('/api/hello');
    assert.equal(method, 'POST');
    assert.equal(headers['content-type'], 'application/x-alongside');
    assert.equal(headers.origin, suite.server.origin);
    assert.equal(headers['sec-fetch-site'], 'same-origin');
    assert.equal(headers.referer, undefined);
    assert.equal(headers.cookie, sent ? 'sid=secret' : undefined);
    assert.equal(headers['content-length'], '2');
    assert.deepEqual(await app.calls('fetched'), [['fetched', 7, 200, 'hello']]);
  })));
}

test('an empty frame is a post too, with its type', () => suite.open('/', {}, async (page) => {
  await page.evaluate(() => window.fake.host.post(1, '/api/hello', new Uint8Array(), true));
  await told(page, 'fetched');
  const { method, headers } = lastAsked('/api/hello');
  assert.deepEqual([method, headers['content-type']], ['POST', 'application/x-alongside']);
}));

test('nothing is posted elsewhere', () => suite.open('/', {}, async (page, app) => {
  await page.evaluate(() => {
    window.fake.host.post(1, 'https://example.com/api/x', new Uint8Array([1]), false);
    window.fake.host.post(2, '/app.mjs', new Uint8Array([1]), false);
  });
  await told(page, 'fetched', 2);
  assert.deepEqual((await app.calls('fetched')).map(([, , status]) => status), [0, 0]);
}));

test('a token that cannot be had is told by the status of its reason', () => suite.open('/', {}, async (page, app) => {
  suite.files['/anonymous_token.js'] = `export async function anonymousToken(purpose, holder) {
    if (purpose === 'given') throw Object.assign(new Error(), { code: 'given' });
    if (purpose === 'offline') throw Object.assign(new Error(), { code: 'offline' });
    return new TextEncoder().encode(purpose + ' for ' + holder);
  }`;
  for (const [request, purpose] of [[1, 'survey-1'], [2, 'given'], [3, 'offline']]) {
    await page.evaluate((given) => window.fake.host.token(...given, 'me'), [request, purpose]);
  }
  await told(page, 'fetched', 3);
  const answers = (await app.calls('fetched')).sort((a, b) => a[1] - b[1]);
  assert.deepEqual(answers, [['fetched', 1, 200, 'survey-1 for me'], ['fetched', 2, 409, ''], ['fetched', 3, 0, '']]);
}));

test('each store has a database of its own, and answers to whoever asked', () => suite.open('/', {}, async (page, app) => {
  await page.evaluate(() => {
    const name = (text) => new TextEncoder().encode(text);
    const { host } = window.fake;
    host.store(0, 1, 0, name('person-a'));
    host.store(1, 1, 0, name('public'));
    host.store(1, 2, 1, Uint8Array.of(1, 1, 0, 0, 0, 0, 4, 1, 0, 0, 0, 97, 1, 0, 0, 0, 120));
    host.store(0, 2, 2, Uint8Array.of(4));
    host.store(1, 3, 2, Uint8Array.of(4));
  });
  await told(page, 'stored', 5);
  const answers = (await app.calls('stored')).map(([, ...rest]) => rest);
  assert.deepEqual(answers.filter(([store]) => store === 0), [[0, 1, 0, []], [0, 2, 0, [0, 0, 0, 0]]]);
  assert.deepEqual(answers.filter(([store]) => store === 1),
    [[1, 1, 0, []], [1, 2, 0, [0, 0, 0, 0]], [1, 3, 0, [1, 0, 0, 0, 1, 0, 0, 0, 97, 1, 0, 0, 0, 120]]]);
}));

test('a turn is granted and a wait rings, never before the call returns', () => suite.open('/', {}, async (page, app) => {
  assert.deepEqual(await page.evaluate(() => {
    window.fake.host.turn(0, 'sync');
    window.fake.host.after(9, 0);
    return window.fake.calls.filter(([name]) => name === 'turn' || name === 'timer');
  }), []);
  await told(page, 'turn');
  await told(page, 'timer');
  assert.deepEqual([await app.calls('turn'), await app.calls('timer')], [[['turn', 'sync']], [['timer', 9]]]);
}));

test('being looked at, the network and the page cache wake the application, each once', () => suite.open('/', {}, async (page, app) => {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 600))); // any look of the opening is over
  await page.evaluate(() => {
    window.fake.calls.length = 0;
    dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new Event('online'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  });
  assert.deepEqual((await app.calls('woken')).map(([, kind]) => kind), [0, 1, 2, 3]);
}));

test('the application hears in plain words what device this is', () => suite.open('/', {
  userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
  init: () => Object.defineProperty(navigator, 'userAgentData', { value: undefined }),
}, async (page, app) => {
  const lines = (await app.calls('environment')).at(-1)[1].split('\n');
  assert.ok(lines.includes('device=Chrome on Android'), lines.join(' '));
}));

test('beginning again loads the page anew, and Back does not lead to the last person', () => suite.open('/find', {}, async (page) => {
  await page.evaluate(() => { window.lastPerson = true; });
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => window.fake.host.beginAgain('/help'))]);
  assert.equal(new URL(page.url()).pathname, '/help');
  assert.equal(await page.evaluate(() => window.lastPerson), undefined);
  await page.goBack();
  assert.notEqual(new URL(page.url()).pathname, '/find');
}));

test('a chosen file is handed over small once, and why it cannot be is told by a status', () => suite.open('/', {}, async (page, app) => {
  suite.files['/photo.js'] = `export async function smallFile(file) {
    if (!file) throw Object.assign(new Error(), { code: 'not_a_photo' });
    if (file.name === 'film') throw Object.assign(new Error(), { code: 'too_large' });
    return new TextEncoder().encode('small ' + file.name);
  }`;
  await page.evaluate(async () => {
    const { holdPicked } = await import('/picked_files.js');
    const token = holdPicked(new File(['x'], 'photo'));
    window.fake.host.file(1, token);
    window.fake.host.file(2, token);
    window.fake.host.file(3, holdPicked(new File(['x'], 'film')));
  });
  await told(page, 'fetched', 3);
  const answers = (await app.calls('fetched')).sort((a, b) => a[1] - b[1]);
  assert.deepEqual(answers, [['fetched', 1, 200, 'small photo'], ['fetched', 2, 415, ''], ['fetched', 3, 413, '']]);
}));
