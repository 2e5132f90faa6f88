/**
 * Signing in by a real provider (npm oidc-provider), over real HTTP, as a browser without scripts does it: there and
 * back, the code, signing out here and there. Run by ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeKey, startHonestProvider } from '../support/honest_provider.mjs';
import { providerEntry } from '../support/sign_in_section.mjs';
import { freePort, startSignInCouncil } from './support/sign_in_council.mjs';
import { Visitor } from './support/visitor.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
let folder;
let honest;
let council;

const client = (app, id, provider, more) => ({
  client_id: id, redirect_uris: [`${app}/sign-in/${provider}/back`], post_logout_redirect_uris: [`${app}/`],
  response_types: ['code'], grant_types: ['authorization_code'], backchannel_logout_uri: `${app}/sign-in/${provider}/logout`,
  backchannel_logout_session_required: true, ...more,
});

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-sign-in-'));
  const [appPort, issuerPort] = [await freePort(), await freePort()];
  const app = `http://127.0.0.1:${appPort}`;
  const key = await makeKey('ES256', 'ours-1');
  const keyFile = join(folder, 'key.pem');
  writeFileSync(keyFile, key.pem);
  honest = await startHonestProvider(issuerPort, [
    client(app, 'alongside', 'council', {
      token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256',
      id_token_signed_response_alg: 'ES256', jwks: { keys: [key.publicJwk] },
    }),
    client(app, 'by-secret', 'secret', {
      token_endpoint_auth_method: 'client_secret_basic', client_secret: 'hunter2', id_token_signed_response_alg: 'RS256',
    }),
  ]);
  council = await startSignInCouncil(root, folder, appPort, [
    providerEntry('council', honest.issuer, {
      proof: 'private_key_jwt', key_file: keyFile, key_id: 'ours-1', secret_env: undefined,
    }),
    providerEntry('secret', honest.issuer, { client_id: 'by-secret', signed_with: 'RS256' }),
  ]);
});
after(async () => {
  await council?.stop();
  await honest?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

async function info(visitor) {
  const response = await visitor.ask(`${council.app}/api/session`, { headers: { Accept: 'application/json', 'Sec-Fetch-Site': 'same-origin' } });
  return response.json();
}

// From our sign-in page to the provider's, and back to whatever is shown then.
async function thereAndBack(visitor, name, { provider = 'council', then = '/money', go = 'yes' } = {}) {
  const there = await visitor.go(`${council.app}/sign-in/${provider}?then=${encodeURIComponent(then)}`);
  if (!there.url.startsWith(`${honest.issuer}/interaction/`)) return there;
  assert.match(there.text, /Northmere account/);
  const answered = await visitor.form(there.url, { login: name, go });
  return visitor.go(answered.next);
}

async function signedIn(name, digit, options) {
  const visitor = new Visitor();
  const shown = await thereAndBack(visitor, name, options);
  assert.equal(new URL(shown.url).pathname, '/signin/code');
  const entered = await visitor.form(`${council.app}/signin/code`, { code: council.invitation(digit) });
  assert.equal(entered.status, 303);
  return { visitor, next: entered.next };
}

test('the configuration with its providers is good, and says so', () => {
  assert.match(council.check(), /is good/);
});

test('somebody new signs in at the provider, enters their code on the plain page, and is where they were', async () => {
  const { visitor, next } = await signedIn('parent', 1);
  assert.equal(next, `${council.app}/money`);
  assert.equal((await info(visitor)).name, 'Parent Canary');
  const again = new Visitor();
  assert.equal(new URL((await thereAndBack(again, 'parent')).url).pathname, '/money');
  assert.equal((await info(again)).name, 'Parent Canary');
  assert.equal((await info(again)).again, '/sign-in/council');
});

test('a provider that signs with RS256 and knows us by a secret is spoken to as well', async () => {
  const { visitor } = await signedIn('carer', 2, { provider: 'secret' });
  assert.equal((await info(visitor)).name, 'Carer Canary');
});

test('who turns back at the provider is told so on our page, and is not signed in', async () => {
  const visitor = new Visitor();
  const shown = await thereAndBack(visitor, 'anybody', { go: 'no' });
  assert.equal(new URL(shown.url).search, '?trouble=cancelled');
  assert.match(shown.text, /You stopped signing in/);
  assert.equal((await info(visitor)).name, '');
});

test('a wrong code is told so beside its field, and the right one still works', async () => {
  const visitor = new Visitor();
  await thereAndBack(visitor, 'helper');
  const wrong = await visitor.form(`${council.app}/signin/code`, { code: 'K7QM-4XBN-9TRW' });
  assert.equal(wrong.next, `${council.app}/signin/code?trouble=wrong-code`);
  const shown = await visitor.go(wrong.next);
  assert.match(shown.text, /autocomplete="one-time-code"/);
  assert.match(shown.text, /That code does not work/);
  const right = await visitor.form(`${council.app}/signin/code`, { code: council.invitation(3).toLowerCase() });
  assert.equal(right.next, `${council.app}/money`);
});

test('the code page lets a form of ours say where it comes from, and a form of another site is refused', async () => {
  const visitor = new Visitor();
  const page = await visitor.ask(`${council.app}/signin/code`);
  assert.equal(page.headers.get('referrer-policy'), 'same-origin');
  assert.match(page.headers.get('content-security-policy'), /form-action 'self'/);
  const fields = { code: council.invitation(4) };
  await thereAndBack(visitor, 'young-person');
  for (const headers of [{ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }]) {
    assert.equal((await visitor.form(`${council.app}/signin/code`, fields, headers)).status, 403);
  }
  assert.equal((await visitor.form(`${council.app}/api/session/end`, {})).status, 403);
  assert.equal((await info(visitor)).name, '');
});

test('V3.7.2: the address to come back to stays ours, however it is written', async () => {
  for (const then of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '']) {
    const visitor = new Visitor();
    const shown = await thereAndBack(visitor, 'parent', { then });
    assert.equal(new URL(shown.url).origin, council.app, then);
    assert.equal((await info(visitor)).name, 'Parent Canary', then);
  }
});

test('an address to come back to that would break a header is refused', async () => {
  const response = await new Visitor().ask(`${council.app}/sign-in/council?then=/a%0D%0ASet-Cookie:%20x=1`);
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('set-cookie'), null);
});

test('an answer is good once, in the browser that asked, and not at another return address', async () => {
  const visitor = new Visitor();
  const there = await visitor.go(`${council.app}/sign-in/council`);
  const back = `${council.app}/sign-in/council/back`;
  const answered = await visitor.form(there.url, { login: 'parent', go: 'yes' });
  const { url } = await visitor.go(answered.next, (next) => next.startsWith(back));
  assert.match(url, new RegExp(`iss=${encodeURIComponent(honest.issuer)}`));
  const refused = async (from, address) => {
    assert.equal((await from.ask(address)).headers.get('location'), '/signin?trouble=refused', address);
  };
  await refused(new Visitor(), url);
  const other = new Visitor();
  await other.go(`${council.app}/sign-in/council`, (next) => next.startsWith(honest.issuer));
  await refused(other, url);
  await refused(visitor, `${url}&state=second`);
  assert.equal((await visitor.go(url)).status, 200);
  assert.equal((await info(visitor)).name, 'Parent Canary');
  await refused(visitor, url);
  await refused(visitor, url.replace('/council/', '/secret/'));
});

test('cookies of signing in are for our host alone, for TLS alone, and out of scripts\' reach', async () => {
  const response = await new Visitor().ask(`${council.app}/sign-in/council`);
  const [cookie] = response.headers.getSetCookie();
  assert.match(cookie, /^__Host-signin=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=1800$/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
});

async function signOut(visitor) {
  const response = await visitor.ask(`${council.app}/api/session/end`, {
    method: 'POST', body: new Uint8Array(0),
    headers: { 'Content-Type': 'application/x-alongside', Origin: council.app, 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' },
  });
  return response.json();
}

test('signing out here signs out at the provider too, and that ends the sessions elsewhere', async () => {
  const visitor = new Visitor();
  await thereAndBack(visitor, 'parent');
  const session = visitor.jar(council.app).get('__Host-sid');
  const { leave } = await signOut(visitor);
  assert.equal(leave, '/sign-in/council/leave');
  const asked = await visitor.go(council.app + leave);
  assert.ok(asked.url.startsWith(`${honest.issuer}/session/end?id_token_hint=`), asked.url);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)[1];
  const confirmed = await visitor.form(`${honest.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
  assert.equal(confirmed.next, `${council.app}/`);
  visitor.jar(council.app).set('__Host-sid', session);
  assert.equal((await info(visitor)).name, '');
  assert.match((await thereAndBack(visitor, 'parent')).url, /money/); // asked for a name again
});

test('a provider that signs somebody out tells us, and their session here ends at once', async () => {
  const visitor = new Visitor();
  await thereAndBack(visitor, 'parent');
  assert.equal((await info(visitor)).name, 'Parent Canary');
  const elsewhere = new Visitor();
  await thereAndBack(elsewhere, 'parent');
  // At the provider itself, without us.
  const asked = await visitor.go(`${honest.issuer}/session/end`);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)[1];
  await visitor.form(`${honest.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
  for (let tries = 0; tries < 100 && (await info(visitor)).name; tries++) await new Promise((resolve) => { setTimeout(resolve, 50); });
  assert.equal((await info(visitor)).name, '');
  assert.equal((await info(elsewhere)).name, 'Parent Canary');
});

test('a logout that no provider told is refused, and a browser cannot tell one at all', async () => {
  const tell = (fields, headers = {}) => fetch(`${council.app}/sign-in/council/logout`, {
    method: 'POST', body: new URLSearchParams(fields).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });
  assert.equal((await tell({ logout_token: 'a.b.c' })).status, 400);
  assert.equal((await tell({})).status, 400);
  assert.equal((await tell([['logout_token', 'a.b.c'], ['logout_token', 'a.b.c']])).status, 400);
  assert.equal((await tell({ logout_token: 'a.b.c' }, { Origin: council.app, 'Sec-Fetch-Site': 'same-origin' })).status, 403);
  assert.equal((await tell({ logout_token: 'a.b.c' }, { Cookie: '__Host-sid=x' })).status, 403);
  assert.equal((await tell({ logout_token: 'x'.repeat(40_000) })).status, 413);
});

test('what is logged of signing in names nobody and holds no secret', () => {
  const log = council.log();
  for (const word of ['parent', 'Canary', 'hunter2', 'code=', 'state=', 'eyJ', person(1)]) assert.ok(!log.includes(word), word);
});

function person(digit) { return `30000000-0000-4000-8000-00000000000${digit}`; }
