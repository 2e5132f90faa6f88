/**
 * A malicious provider, over real HTTP: whatever its document, its keys or its tokens are, nobody is signed in, nothing
 * is left waiting for a code, and everybody else is still answered at once. Each case is a test of its own name. Run by
 * ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { claimsFor, sign, startMaliciousProvider } from './support/malicious_provider.mjs';
import { providerEntry } from '../support/sign_in_section.mjs';
import { freePort, startSignInCouncil } from './support/sign_in_council.mjs';
import { Visitor } from './support/visitor.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const perCouncil = 8; // as many providers as a configuration takes

const typed = (response, type, body, status = 200) => { response.writeHead(status, { 'Content-Type': type }).end(body); };
const moved = (where) => (world, issuer, response) => { response.writeHead(302, { Location: where(world, issuer) }).end(); };
const big = (_world, _issuer, response) => typed(response, 'application/json', `{"keys":[],"more":"${'x'.repeat(10_000_000)}"}`);
const endless = (_world, _issuer, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const more = () => { while (!response.destroyed && response.write('x'.repeat(16_384)));if (!response.destroyed) response.once('drain', more); };
  more();
};
const cutShort = (_world, _issuer, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 5000 });
  response.write('{"keys":[');
  setTimeout(() => response.destroy(), 20);
};
const silent = () => undefined;
const dripping = (_world, _issuer, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write(' ')), 200);
};
const noHttp = (_world, _issuer, response) => { response.socket.end('HELLO\r\n\r\n'); };
const page = (_world, _issuer, response) => typed(response, 'text/html', '<p>Sign in</p>');
const failing = (_world, _issuer, response) => typed(response, 'application/json', '{}', 500);
const idToken = (claims, options) => async (world, issuer) => ({
  id_token: await sign(world, { ...claimsFor(world, issuer), ...claims }, typeof options === 'function' ? options(world, issuer) : options),
  access_token: 'x', token_type: 'Bearer',
});
const changed = (kind, change) => async (world, issuer, response, honest) => change(await honest[kind](world, issuer), world, issuer);
const unsigned = (alg) => async (world, issuer) => {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return { id_token: `${part({ alg, kid: 'evil-1' })}.${part(claimsFor(world, issuer))}.`, access_token: 'x', token_type: 'Bearer' };
};
const now = () => Math.floor(Date.now() / 1000);

/** What each does wrong; all else is as an honest provider has it. */
const hostile = {
  'a document at another address': { document: moved((world) => `${world.origin}/honest/.well-known/openid-configuration`) },
  'a document of 10 MB': { document: big },
  'a document without end': { document: endless },
  'a document cut short': { document: cutShort },
  'a document that is a page': { document: page },
  'a document that is an error': { document: failing },
  'a document that is no HTTP': { document: noHttp },
  'a document of another issuer': { document: changed('document', (it, world) => ({ ...it, issuer: `${world.origin}/honest` })) },
  'a document with its issuer twice': { document: async (world, issuer, _response, honest) => JSON.stringify(await honest.document(world, issuer)).replace('{', `{"issuer":"${world.origin}/honest",`) },
  'a document with tokens from elsewhere without TLS': { document: changed('document', (it) => ({ ...it, token_endpoint: 'http://192.0.2.1/token' })) },
  'a document with keys in a file': { document: changed('document', (it) => ({ ...it, jwks_uri: 'file:///etc/hosts' })) },
  'a document with a header in an address': { document: changed('document', (it, _world, issuer) => ({ ...it, authorization_endpoint: `${issuer}/auth\r\nSet-Cookie: __Host-sid=x` })) },
  'keys at another address': { keys: moved((world) => `${world.origin}/honest/keys`) },
  'keys of 10 MB': { keys: big },
  'keys without end': { keys: endless },
  'keys cut short': { keys: cutShort },
  'keys that are a page': { keys: page },
  'keys that are an error': { keys: failing },
  'no keys': { keys: () => ({ keys: [] }) },
  'keys that are a secret': { keys: () => ({ keys: [{ kty: 'oct', kid: 'evil-1', k: 'aHVudGVyMg' }] }) },
  'keys of one name twice': { keys: changed('keys', (it, world) => ({ keys: [...it.keys, world.stranger.publicJwk] })) },
  'an answer at another address': { token: moved((world) => `${world.origin}/honest/token`) },
  'an answer of 10 MB': { token: big },
  'an answer without end': { token: endless },
  'an answer cut short': { token: cutShort },
  'an answer that is a page': { token: page },
  'an answer that is an error': { token: failing },
  'an answer that is no HTTP': { token: noHttp },
  'an answer that drips': { token: dripping },
  'an answer that never comes': { token: silent },
  'keys that never come': { keys: silent },
  'an answer without an ID token': { token: () => ({ access_token: 'x', token_type: 'Bearer' }) },
  'an answer with its ID token twice': { token: async (world, issuer, _response, honest) => JSON.stringify(await honest.token(world, issuer)).replace('{', '{"id_token":"a.b.c",') },
  'an ID token of 100 KB': { token: idToken({ more: 'x'.repeat(100_000) }) },
  'alg none': { token: unsigned('none') },
  'alg NONE': { token: unsigned('NONE') },
  'HS256 with the public key': {
    token: idToken({}, (world) => ({ header: { alg: 'HS256' }, key: new TextEncoder().encode(JSON.stringify(world.key.publicJwk)) })),
  },
  'a stranger\'s key under the right name': { token: idToken({}, (world) => ({ key: world.stranger.privateKey })) },
  'a stranger\'s key that comes along': { token: idToken({}, (world) => ({ key: world.stranger.privateKey, header: { jwk: world.stranger.publicJwk } })) },
  'a stranger\'s key at a jku': { token: idToken({}, (world, issuer) => ({ key: world.stranger.privateKey, header: { jku: `${issuer}/stranger` } })) },
  'a key that nobody has': { token: idToken({}, { header: { kid: 'evil-2' } }) },
  'a kid that is a path': { token: idToken({}, { header: { kid: '../../../../dev/null' } }) },
  'another issuer': { token: changed('token', async (it, world, issuer) => ({ ...it, id_token: await sign(world, { ...claimsFor(world, issuer), iss: `${world.origin}/honest` }) })) },
  'another client': { token: idToken({ aud: 'another-client' }) },
  'another client beside us': { token: idToken({ aud: ['alongside', 'another-client'], azp: 'alongside' }) },
  'given to another client': { token: idToken({ azp: 'another-client' }) },
  'the nonce of nobody': { token: idToken({ nonce: 'made-up' }) },
  'no nonce': { token: idToken({ nonce: undefined }) },
  'an hour old': { token: idToken({ iat: now() - 7200, exp: now() - 3600 }) },
  'from tomorrow': { token: idToken({ iat: now() + 86_400, exp: now() + 90_000 }) },
  'a logout token': { token: idToken({ jti: 'x', events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }, { header: { typ: 'logout+jwt' } }) },
  'an answer that names another issuer': { iss: (world) => `${world.origin}/honest` },
};

const names = Object.keys(hostile);
const councils = [];
let folder;
let evil;

const slot = (name) => `p${names.indexOf(name) % perCouncil}`;
const pathOf = (name) => `m${names.indexOf(name)}`;
const councilOf = (name) => councils[Math.floor(names.indexOf(name) / perCouncil)];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-hostile-'));
  evil = await startMaliciousProvider(new Map(names.map((name) => [pathOf(name), hostile[name]])));
  for (let first = 0; first < names.length; first += perCouncil) {
    const some = names.slice(first, first + perCouncil);
    const providers = some.map((name) => providerEntry(slot(name), `${evil.origin}/${pathOf(name)}`));
    councils.push(await startSignInCouncil(root, folder, await freePort(), providers));
  }
});
after(async () => {
  await Promise.all(councils.map((council) => council.stop()));
  await evil?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

// As a browser goes there and back; the provider's own page is not needed.
async function thereAndBack(name) {
  const visitor = new Visitor();
  const { app } = councilOf(name);
  const begun = await visitor.ask(`${app}/sign-in/${slot(name)}?then=/money`);
  const there = begun.headers.get('location');
  if (there.startsWith('/')) return { there, visitor, app };
  const asked = new URL(there).searchParams;
  const issuer = `${evil.origin}/${pathOf(name)}`;
  evil.nonces.set(issuer, asked.get('nonce'));
  const back = new URL(asked.get('redirect_uri'));
  back.searchParams.set('code', 'a-code');
  back.searchParams.set('state', asked.get('state'));
  if (hostile[name]?.iss) back.searchParams.set('iss', hostile[name].iss(evil));
  const arrived = await visitor.ask(back.href);
  return { there: arrived.headers.get('location'), visitor, app };
}

async function waits(visitor, app) {
  const response = await visitor.ask(`${app}/api/sign-in`, { headers: { Accept: 'application/json', 'Sec-Fetch-Site': 'same-origin' } });
  return (await response.json()).step;
}

async function longestWaitOfOthers(app, until) {
  let longest = 0;
  let over = false;
  until.finally(() => { over = true; });
  while (!over) {
    const start = performance.now();
    assert.equal((await fetch(`${app}/healthz`)).status, 200);
    longest = Math.max(longest, performance.now() - start);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  return longest;
}

const slow = ['an answer that drips', 'an answer that never comes', 'keys that never come'];
let slowOnes;

for (const name of names.filter((one) => !slow.includes(one))) {
  test(`nobody is signed in by ${name}`, async () => {
    // The slow ones wait beside the others, which are answered meanwhile.
    slowOnes ??= Promise.all(slow.map(async (one) => [one, await thereAndBack(one)]));
    const { there, visitor, app } = await thereAndBack(name);
    assert.match(there, /^\/signin\?trouble=(refused|unavailable)$/);
    assert.ok(!visitor.jar(app).has('__Host-sid'));
    assert.equal(await waits(visitor, app), 0);
  });
}

test('while a provider keeps silent, everybody else is answered', async () => {
  const { app } = councilOf(slow[0]);
  assert.ok(await longestWaitOfOthers(app, slowOnes) < 2000);
});

for (const name of slow) {
  test(`nobody is signed in by ${name}`, async () => {
    const { there, visitor, app } = (await slowOnes).find(([one]) => one === name)[1];
    assert.equal(there, '/signin?trouble=unavailable');
    assert.equal(await waits(visitor, app), 0);
  });
}

test('the same provider, when it does nothing wrong, is believed', async () => {
  hostile[names[0]].document = undefined; // the first case has failed by then, and nothing was kept of it
  const { there, visitor, app } = await thereAndBack(names[0]);
  assert.equal(there, '/signin/code');
  assert.equal(await waits(visitor, app), 1);
});

test('what led elsewhere was never asked for', () => {
  assert.deepEqual(evil.asked.filter((address) => address.startsWith('/honest/') || address.endsWith('/stranger')), []);
});

test('hostile providers over HTTP: at least 50', () => {
  console.log(`# ${names.length} hostile providers`);
  assert.ok(names.length >= 50);
});
