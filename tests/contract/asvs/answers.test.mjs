/**
 * ASVS V3, V4, V13 and V14 as one looks at answers: the same few requests, good and bad ones, and of every answer its
 * head. Run by ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startCouncil } from '../support/council.mjs';
import { exchange, form, request, root, temporaryFolder } from './support.mjs';

const parent = '30000000-0000-4000-8000-000000000001';
const json = { Accept: 'application/json' };
let folder;
let council;
let cookie;
let answers;

const ask = (method, path, headers, body) => exchange(council.origin, request(method, path, headers, body));

before(async () => {
  folder = temporaryFolder();
  council = await startCouncil(root, folder.path);
  cookie = await council.signIn(parent);
  const signedIn = { Cookie: cookie, ...json };
  const asked = [
    ['GET', '/'], ['GET', '/find?q=swimming'], ['GET', '/nowhere'], ['GET', '/settings'], ['GET', '/signin'], ['GET', '/signin/code'],
    ['GET', '/api/council', json], ['GET', '/api/session', json], ['GET', '/api/session', signedIn], ['GET', '/api/session/list', signedIn],
    ['GET', '/api/session/list', json], ['GET', '/api/sync/feed?since=0', signedIn], ['GET', '/api/everything/page', signedIn],
    ['GET', '/api/nowhere', json], ['DELETE', '/api/council', json], ['GET', '/open-referral/v3/services'], ['GET', '/open-referral/v3/nowhere'],
    ['GET', '/healthz'], ['GET', '/readyz'], ['GET', '/manifest.webmanifest'], ['GET', '/favicon.svg'], ['GET', '/service_worker.js'],
    ['GET', '/robots.txt'], ['GET', '/sitemap.xml'], ['GET', '/../etc/passwd'], ['GET', '/a%00'], ['TRACE', '/'], ['POST', '/api/session/end', signedIn, 'x'],
    ['OPTIONS', '/api/session'], ['OPTIONS', '/open-referral/v3/services'], ['GET', `/${'a'.repeat(3000)}`],
  ];
  answers = await Promise.all(asked.map(async ([method, path, headers, body]) => ({ method, path, ...await ask(method, path, { ...headers, Origin: 'https://evil.example' }, body) })));
});
after(async () => {
  await council?.stop();
  folder?.remove();
});

/** A test over every answer. */
const every = (name, look) => test(name, () => {
  assert.ok(answers.length > 25);
  for (const answer of answers) look(answer, `${answer.method} ${answer.path.slice(0, 60)}: ${answer.status}`);
});

const cookies = async () => {
  const origin = council.origin;
  const again = await council.fetch('/api/session/demo', { method: 'POST', body: await bodyOfSignIn(), headers: { 'Content-Type': 'application/x-alongside' } });
  const out = await exchange(origin, request('POST', '/api/session/end', { Cookie: again.headers.getSetCookie()[0].split(';')[0], Origin: origin, 'Content-Type': 'application/x-alongside', 'Content-Length': 0 }));
  return [...again.headers.getSetCookie(), ...out.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value)];
};
async function bodyOfSignIn() {
  const { counted, frame } = await import('../../support/frame.mjs');
  return frame(51, 1, [...parent.replaceAll('-', '').match(/../g).map((hex) => parseInt(hex, 16)), ...counted('Node')]);
}

test('V3.3.1: every cookie is Secure and has a prefix that says so', async () => {
  const all = await cookies();
  assert.ok(all.length >= 2);
  for (const each of all) assert.match(each, /^__Host-[a-z]+=.*; Secure(;|$)/);
});

test('V3.3.2: every cookie says on which requests of other sites it goes along: none but going to a page', async () => {
  for (const each of await cookies()) assert.match(each, /; SameSite=Lax(;|$)/);
});

test('V3.3.3: every cookie is this host\'s alone', async () => {
  for (const each of await cookies()) {
    assert.match(each, /^__Host-/);
    assert.match(each, /; Path=\/(;|$)/);
    assert.doesNotMatch(each, /domain=/i);
  }
});

test('V3.3.4: no script can read a cookie, and no body has what is in one', async () => {
  for (const each of await cookies()) assert.match(each, /; HttpOnly(;|$)/);
  const token = cookie.split('=')[1];
  assert.equal(token.length, 43);
  for (const answer of answers) assert.ok(!answer.body.includes(token), answer.path);
});

every('V3.4.2: only open data may be read by pages of others, whoever asks and without their cookies', (answer, what) => {
  const allowed = answer.header('access-control-allow-origin');
  assert.equal(allowed, answer.path.startsWith('/open-referral/') ? '*' : '', what);
  assert.equal(answer.header('access-control-allow-credentials'), '', what);
  assert.doesNotMatch(answer.head, /evil\.example/, what);
});

every('V3.4.3: every answer has a policy that allows our own scripts and nothing else', (answer, what) => {
  const policy = answer.header('content-security-policy');
  const runs = answer.header('content-disposition') ? /sandbox/ : /require-trusted-types-for 'script'/;
  for (const part of [/default-src 'none'/, /object-src 'none'/, /base-uri 'none'/, runs]) assert.match(policy, part, what);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/, what);
});

every('V3.4.4: no answer may be taken for another type than it says', (answer, what) => {
  assert.equal(answer.header('x-content-type-options'), 'nosniff', what);
});

every('V3.4.5: no address of ours is told to another site', (answer, what) => {
  assert.match(answer.header('referrer-policy'), answer.path === '/signin/code' ? /^same-origin$/ : /^no-referrer$/, what);
});

every('V3.4.6: no page of others may have one of ours in a frame', (answer, what) => {
  assert.match(answer.header('content-security-policy'), /frame-ancestors 'none'/, what);
});

test('V3.5.3: nothing is changed by a GET', async () => {
  for (const path of ['/api/session/end', '/api/session/revoke', '/api/session/demo/x', '/api/sync/push', '/api/sign-in/code', '/sign-in/x/logout']) {
    const answer = await ask('GET', path, { ...json, Cookie: cookie });
    assert.ok([404, 405].includes(answer.status), `${path}: ${answer.status}`);
  }
  assert.notEqual(JSON.parse((await ask('GET', '/api/session', { ...json, Cookie: cookie })).body).name, '');
});

every('V3.7.1: no page needs a plug-in, a frame or an applet', (answer, what) => {
  if (answer.header('content-type').startsWith('text/html')) assert.doesNotMatch(answer.body, /<(object|embed|applet|iframe|frame)\b/i, what);
});

every('V4.1.1: what has a body says what it is, and in which letters', (answer, what) => {
  const type = answer.header('content-type');
  if (!answer.body) return;
  assert.match(type, /^(text\/\w+|application\/[\w.+-]+|image\/[\w+]+)/, what);
  if (type.startsWith('text/')) assert.match(type, /; charset=utf-8$/, what);
  if (/json/.test(type)) assert.doesNotThrow(() => JSON.parse(answer.body), what);
  if (/^text\/html/.test(type)) assert.match(answer.body, /^<!doctype html>/, what);
});

test('V13.4.1: nothing of the sources\' history is served', async () => {
  for (const path of ['/.git/config', '/.git/HEAD', '/.svn/entries', '/.hg/store', '/.gitignore', '/.env', '/.ci/run']) {
    assert.equal((await ask('GET', path)).status, 404, path);
  }
  assert.deepEqual(readdirSync(join(root, 'build/www')).filter((name) => name.startsWith('.')), []);
});

test('V13.4.2: no header, address or word switches on what only developers need', async () => {
  for (const path of ['/debug', '/api/debug', '/trace', '/console', '/api/session?debug=1', '/actuator']) {
    const answer = await ask('GET', path, { ...json, 'X-Debug': '1', 'X-Alongside-Debug': '1' });
    assert.doesNotMatch(answer.body, /stack|\.cpp|\.hpp|sqlite|SELECT /, path);
  }
});

test('V13.4.3: a folder is not listed', async () => {
  for (const path of ['/plugins', '/plugins/', '/fonts', '/fonts/', '/api', '/api/']) assert.equal((await ask('GET', path)).status, 404, path);
});

test('V13.4.4: TRACE is not done, and neither is any other method that is none of ours', async () => {
  for (const method of ['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'DEBUG']) {
    const answer = await ask(method, '/', { 'X-Secret': 'hunter2' });
    assert.equal(answer.status, 501, method);
    assert.doesNotMatch(answer.body, /hunter2/);
  }
});

test('V13.4.5: what watches the server tells whether it works, and no figures, versions or names', async () => {
  for (const path of ['/metrics', '/stats', '/server-status', '/openapi.json', '/swagger', '/api/openapi.json']) assert.equal((await ask('GET', path)).status, 404, path);
  const ready = await ask('GET', '/readyz');
  assert.ok(ready.body.length < 500, ready.body);
  assert.doesNotMatch(ready.body, /\d+\.\d+|\/home|\/var|alongside\.sqlite/);
  for (const answer of answers) assert.equal(answer.header('server') + answer.header('x-powered-by'), '');
});

every('V14.2.3: no page loads or sends anything from or to anybody else', (answer, what) => {
  if (!answer.header('content-type').startsWith('text/html')) return;
  const loaded = [...answer.body.matchAll(/<(?:script|img|link|source|form)\b[^>]*?(?:src|href|action)="([^"]*)"/g)].map(([, address]) => address);
  assert.ok(loaded.length > 3 || answer.header('content-disposition'), what);
  for (const address of loaded) assert.ok(/^\/(?!\/)|^#|^data:/.test(address) || address.startsWith(council.origin), `${what}: ${address}`);
});

test('V15.2.3: what is served has no test, no example and no map of the sources', () => {
  const served = readdirSync(join(root, 'build/www'), { recursive: true }).map(String);
  assert.ok(served.length > 30);
  assert.deepEqual(served.filter((name) => /\.map$|test|hello|thrower|example|\.md$|\.cpp$/.test(name)), []);
});

test('V15.3.1: who is asked about gets the fields that they are meant to have, and no more', async () => {
  const session = JSON.parse((await ask('GET', '/api/session', { ...json, Cookie: cookie })).body);
  const known = new Set(['household', 'person', 'name', 'children', 'people', 'now_ms', 'expires_ms', 'again', 'leave', 'emails', 'email', 'demo', 'session', 'kind', 'age_group', 'own']);
  assert.deepEqual(Object.keys(session).filter((key) => !known.has(key)), []);
  for (const each of session.people) assert.deepEqual(Object.keys(each).filter((key) => !['id', 'lends', 'name', 'works_with'].includes(key)), []);
  const [line] = JSON.parse((await ask('GET', '/api/session/list', { ...json, Cookie: cookie })).body).sessions;
  assert.deepEqual(Object.keys(line).filter((key) => /token|cookie|address|ip/.test(key)), []);
});

test('V15.3.7: what is said twice, in two places or as another thing is refused and never picked from', async () => {
  assert.equal(JSON.parse((await ask('GET', '/api/session', { ...json, Cookie: `${cookie}; ${cookie}` })).body).name, '');
  assert.equal(JSON.parse((await ask('GET', `/api/session?${cookie.replaceAll('=', '%3D')}&Cookie=${cookie}`, json)).body).name, '');
  const twice = await exchange(council.origin, `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`);
  assert.equal(twice.status, 400);
  const types = await exchange(council.origin, form(council.origin, '/signin/code', { code: 'x' }).replace('Origin:', 'Content-Type: text/plain\r\nOrigin:'));
  assert.equal(types.status, 403);
});
