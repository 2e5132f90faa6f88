/**
 * ASVS V6, V7, V10 and V16 as one looks at signing in from outside: two providers, the council's codes, and what the log
 * says of it. Run by ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { providerEntry } from '../../support/sign_in_section.mjs';
import { startMaliciousProvider } from '../support/malicious_provider.mjs';
import { freePort, person, startSignInCouncil } from '../support/sign_in_council.mjs';
import { Visitor } from '../support/visitor.mjs';
import { exchange, request, root, temporaryFolder } from './support.mjs';

let folder;
let provider;
let council;
let port;
const seen = [];

before(async () => {
  folder = temporaryFolder();
  provider = await startMaliciousProvider(new Map());
  port = await freePort();
  council = await startSignInCouncil(root, folder.path, port, ['one', 'two', 'nobody-known'].map((id) => providerEntry(id, `${provider.origin}/${id}`)));
});
after(async () => {
  await council?.stop();
  await provider?.stop();
  folder?.remove();
});

// All that the browser is told is kept, to be looked through.
async function ask(visitor, address, options) {
  const answer = await visitor.ask(address, options);
  const body = await answer.clone().text();
  seen.push([...answer.headers].join('\n') + body);
  return answer;
}

// There and back, as a browser goes; answers where it is led then.
async function thereAndBack(visitor, id, headers = {}) {
  const there = (await ask(visitor, `${council.app}/sign-in/${id}?then=/money`, { headers })).headers.get('location');
  if (there.startsWith('/')) return there;
  const asked = new URL(there).searchParams;
  provider.nonces.set(`${provider.origin}/${id}`, asked.get('nonce'));
  const back = new URL(asked.get('redirect_uri'));
  back.searchParams.set('code', 'a-code');
  back.searchParams.set('state', asked.get('state'));
  return (await ask(visitor, back.href)).headers.get('location');
}

const enter = (visitor, code) => visitor.form(`${council.app}/signin/code`, { code });
const verb = (...words) => council.verb(...words, '--admin', join(folder.path, `admin-${port}`));
const json = { Accept: 'application/json', 'Sec-Fetch-Site': 'same-origin' };
const nameOf = async (visitor) => (await (await ask(visitor, `${council.app}/api/session`, { headers: json })).json()).name;
const lines = () => council.log().trim().split('\n').map((line) => JSON.parse(line));
// What is written after the answer may come a moment later.
async function eventually(holds) {
  for (let tries = 0; tries < 100 && !holds(); tries++) await new Promise((done) => { setTimeout(done, 20); });
  assert.ok(holds(), holds.toString());
}
const told = () => lines().filter(({ event }) => event === 'security').map(({ what }) => what);

async function signedIn(id, digit) {
  const visitor = new Visitor();
  await thereAndBack(visitor, id);
  await enter(visitor, council.invitation(digit));
  return visitor;
}

test('V6.4.2: nobody is asked for a hint, a first pet or a password: the one field is for a code', async () => {
  for (const path of ['/signin', '/signin/code']) {
    const page = await (await ask(new Visitor(), council.app + path)).text();
    const fields = [...page.matchAll(/<(?:input|select|textarea)\b[^>]*name="([^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual(fields, path === '/signin' ? [] : ['code']);
    assert.doesNotMatch(page, /type="password"|secret question|password/i);
  }
});

test('V6.5.4: a code has forty bits that nobody can know, and no two are alike', () => {
  const codes = Array.from({ length: 20 }, (_, i) => council.invitation(1 + (i % 4)));
  assert.equal(new Set(codes).size, 20);
  for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  const secrets = codes.map((code) => code.slice(5));
  assert.ok(new Set(secrets.join('').replaceAll('-', '')).size > 20, 'of 32 letters, in 160');
});

test('V10.1.1: no token of a provider comes to the browser: what is exchanged stays on the server', async () => {
  seen.length = 0;
  const visitor = await signedIn('one', 1);
  assert.equal(await nameOf(visitor), 'Parent Canary');
  assert.ok(seen.length >= 3);
  for (const each of seen) assert.doesNotMatch(each, /eyJ|access_token|id_token|code_verifier/);
});

test('V6.8.1: the same name at another provider is somebody else', async () => {
  const visitor = new Visitor();
  assert.equal(await thereAndBack(visitor, 'one'), '/money');
  assert.equal(await nameOf(visitor), 'Parent Canary');
  const other = new Visitor();
  assert.equal(await thereAndBack(other, 'two'), '/signin/code');
  assert.equal(await nameOf(other), '');
});

test('V7.6.2: a link on another site signs nobody in: it leads to our page, where somebody has to press', async () => {
  const visitor = new Visitor();
  for (const site of ['cross-site', 'same-site']) {
    const led = await ask(visitor, `${council.app}/sign-in/one?then=/money`, { headers: { 'Sec-Fetch-Site': site } });
    assert.equal(led.status, 303);
    assert.equal(led.headers.get('location'), '/signin?then=%2Fmoney');
    assert.deepEqual(led.headers.getSetCookie(), []);
  }
  assert.match(await (await ask(visitor, `${council.app}/signin?then=%2Fmoney`)).text(), /href="\/sign-in\/one\?then=/);
});

test('V7.4.5: the council\'s people sign one person out everywhere, or everybody', async () => {
  const [one, again, other] = [new Visitor(), new Visitor(), await signedIn('two', 2)];
  assert.equal(await thereAndBack(one, 'one'), '/money');
  assert.equal(await thereAndBack(again, 'one'), '/money');
  verb('household', 'sign-out', person(1));
  assert.deepEqual([await nameOf(one), await nameOf(again), await nameOf(other)], ['', '', 'Carer Canary']);
  verb('household', 'sign-out', 'everybody');
  assert.equal(await nameOf(other), '');
  assert.throws(() => verb('household', 'sign-out', 'nobody'));
  assert.equal(await thereAndBack(one, 'one'), '/money');
});

test('V16.3.1: each way in, each refusal and each way out is in the log, and how it was done', async () => {
  const visitor = new Visitor();
  await thereAndBack(visitor, 'one');
  await ask(visitor, `${council.app}/api/session/end`, { method: 'POST', body: '', headers: { ...json, Origin: council.app, 'Content-Type': 'application/x-alongside' } });
  await ask(new Visitor(), `${council.app}/sign-in/one/back?state=x&code=y`);
  const waiting = new Visitor();
  assert.equal(await thereAndBack(waiting, 'nobody-known'), '/signin/code');
  await enter(waiting, 'K7QM-4XBN-9TRW');
  for (const what of ['signed_in_by_provider', 'signed_in_by_code', 'signed_out', 'sign_in_refused', 'code_refused']) await eventually(() => told().includes(what));
});

test('V16.3.2: who asks for what they may not have is in the log', async () => {
  const before = told().filter((what) => what === 'not_signed_in').length;
  const answer = await ask(new Visitor(), `${council.app}/api/sync/feed?since=0`, { headers: json });
  assert.equal(answer.status, 401);
  await eventually(() => told().filter((what) => what === 'not_signed_in').length === before + 1);
});

test('V16.2.1: each line says when, what and of which request, and the audit says who', async () => {
  const all = lines();
  for (const line of all) assert.match(line.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const requests = all.filter(({ event }) => event === 'request');
  assert.ok(requests.length > 10);
  for (const line of requests) assert.ok(/^[0-9a-f]{16}$/.test(line.id) && line.method && Number.isInteger(line.status) && line.route !== undefined, JSON.stringify(line));
  const security = all.filter(({ event }) => event === 'security');
  for (const line of security) assert.ok(requests.some(({ id }) => id === line.id), JSON.stringify(line));
  assert.match(verb('audit', 'list'), /household sign-out/);
});

test('V16.4.1: nobody can write a line of the log', async () => {
  const planted = '\n{"time":"2026-01-01T00:00:00.000Z","level":"info","event":"planted"}\n';
  const visitor = new Visitor();
  await visitor.form(`${council.app}/signin/code`, { code: planted });
  await ask(visitor, `${council.app}/find?q=${encodeURIComponent(planted)}`);
  await ask(visitor, `${council.app}/sign-in/one/back?state=${encodeURIComponent(planted)}&error=${encodeURIComponent(planted)}`);
  await exchange(council.app, request('GET', '/', { 'X-Request-Id': 'x\\n{"event":"planted"}', 'User-Agent': planted.trim() }));
  assert.doesNotThrow(lines);
  assert.ok(!lines().some(({ event }) => event === 'planted'));
  assert.doesNotMatch(council.log(), /planted/);
});

test('V16.3.3: who tries the guard or guesses is in the log, with what it was', async () => {
  await exchange(council.app, request('GET', '/../etc/passwd'));
  await exchange(council.app, request('POST', '/api/session/end', { Origin: 'https://evil.example', 'Content-Type': 'application/x-alongside' }, 'x'));
  for (const what of ['odd_address', 'other_origin']) await eventually(() => lines().some(({ refused }) => refused === what));
});

// The last: from here on this address has to wait.
test('V2.4.1: whoever tries one code after the other is stopped, and the log says so', async () => {
  const visitor = new Visitor();
  await thereAndBack(visitor, 'nobody-known');
  let stopped = 0;
  for (let i = 0; i < 25; i++) {
    const { next } = await enter(visitor, `K7QM-4XBN-9T${String(i).padStart(2, '2')}`);
    if (/trouble=too-many/.test(next)) stopped++;
  }
  assert.ok(stopped >= 4, String(stopped));
  await eventually(() => told().includes('too_many_codes') && told().includes('code_refused'));
});
