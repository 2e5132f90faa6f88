/**
 * Passkeys over real HTTP: added, used and removed by a device in software, in each kind of key, and every hostile answer
 * refused. Run by ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort, startSignInCouncil } from './support/sign_in_council.mjs';
import { askedBy, flags, SoftPasskey } from './support/soft_passkey.mjs';
import { Visitor } from './support/visitor.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
let folder;
let council;
let app;
// Refusals are counted by address, and this test is all of them: the proxy in front names another each time.
let addresses = 0;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-passkeys-'));
  const port = await freePort();
  app = `http://localhost:${port}`;
  council = await startSignInCouncil(root, folder, port, [], { app, codes: 'alone', address_header: 'X-Real-IP' });
});
after(async () => {
  await council?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

const here = { kind: 'ES256', host: 'localhost', get origin() { return app; } };
const pages = { use: '/sign-in/passkey/use', mine: '/sign-in/passkey/mine', add: '/sign-in/passkey/add', remove: '/sign-in/passkey/remove' };
const from = () => ({ 'X-Real-IP': `192.0.2.${1 + (addresses++ % 250)}` });
const page = async (visitor, path) => (await visitor.go(app + path)).text;
const asked = async (visitor, path) => askedBy(await page(visitor, path));

async function nameOf(visitor) {
  const response = await visitor.ask(`${app}/api/session`, { headers: { Accept: 'application/json', 'Sec-Fetch-Site': 'same-origin' } });
  return (await response.json()).name;
}

async function byCode(digit) {
  const visitor = new Visitor();
  const { next } = await visitor.form(`${app}/signin/code`, { code: council.invitation(digit) });
  assert.equal(next, `${app}/`);
  return visitor;
}

async function added(visitor, more = {}) {
  const device = new SoftPasskey({ ...here, origin: app, ...more });
  const { next } = await visitor.form(app + pages.add, { ...device.made(await asked(visitor, pages.mine)), name: 'My phone' });
  assert.equal(next, `${app}${pages.mine}?word=added`);
  return device;
}

// One attempt of a browser that nobody is signed in with, and where it is led.
async function attempt(device, spoilt = {}, change = (fields) => fields) {
  const visitor = new Visitor();
  const fields = change(device.answer(await asked(visitor, pages.use), spoilt));
  const { next, status } = await visitor.form(app + pages.use, { ...fields, then: '/money', device: 'A phone' }, from());
  return { visitor, next: next?.slice(app.length), status };
}

const refused = `${pages.use}?word=refused&then=%2Fmoney`;

for (const kind of ['ES256', 'EdDSA', 'RS256']) {
  test(`a passkey with a key of ${kind} is added, signs in on a browser that is new, and lets nobody in once it is removed`, async () => {
    const parent = await byCode(1);
    const device = await added(parent, { kind });
    const first = await attempt(device);
    assert.equal(first.next, '/money');
    assert.equal(await nameOf(first.visitor), 'Parent Canary');
    assert.equal((await attempt(device)).next, '/money');
    const list = await page(parent, pages.mine);
    assert.match(list, /<h3>My phone<\/h3>/);
    const { next } = await parent.form(app + pages.remove, { id: /name="id" value="([\w-]{22})"/.exec(list)[1] });
    assert.equal(next, `${app}${pages.mine}?word=removed`);
    assert.equal(await nameOf(first.visitor), '', 'whoever came in by it is out');
    assert.equal((await attempt(device)).next, refused);
    assert.doesNotMatch(await page(parent, pages.mine), /My phone/);
  });
}

test('whoever is nobody yet sees no list, adds nothing and removes nothing', async () => {
  const visitor = new Visitor();
  assert.equal((await visitor.ask(app + pages.mine)).headers.get('location'), '/signin?then=%2Fsign-in%2Fpasskey%2Fmine');
  for (const path of [pages.add, pages.remove]) assert.equal((await visitor.form(app + path, { id: 'x' })).status, 401);
});

test('the pages run one script at the most, are kept by nobody, and a form of another site is refused', async () => {
  const visitor = await byCode(2);
  for (const path of [pages.use, pages.mine]) {
    const response = await visitor.ask(app + path);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('referrer-policy'), 'same-origin');
    assert.match(response.headers.get('content-security-policy'), /default-src 'none'.*form-action 'self'/);
  }
  for (const path of [pages.use, pages.add, pages.remove]) {
    for (const headers of [{ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }]) {
      assert.equal((await visitor.form(app + path, { id: 'x' }, headers)).status, 403);
    }
  }
});

test('a challenge has 256 bits, is never the same, and is asked of one browser alone', async () => {
  const visitor = new Visitor();
  const challenges = new Set();
  for (let i = 0; i < 20; i++) challenges.add((await asked(visitor, pages.use)).challenge);
  assert.equal(challenges.size, 20);
  for (const challenge of challenges) assert.match(challenge, /^[\w-]{43}$/);
  const device = await added(await byCode(1));
  const { challenge } = await asked(visitor, pages.use);
  const thief = new Visitor();
  await asked(thief, pages.use);
  const answer = device.answer({ challenge });
  const stolen = await thief.form(app + pages.use, answer, from());
  assert.match(stolen.next, /word=refused/);
  assert.equal(await nameOf(thief), '');
  assert.equal((await visitor.form(app + pages.use, answer, from())).next, `${app}/`);
  assert.match((await visitor.form(app + pages.use, answer, from())).next, /word=refused/, 'once');
});

const flip = (bytes, at) => { const other = Buffer.from(bytes); other[at] ^= 1; return other; };
const hostileAnswers = {
  'of another origin': { said: { origin: 'https://evil.example' } },
  'of a longer origin': { said: { get origin() { return `${app}.evil.example`; } } },
  'of no origin': { said: { origin: null } },
  'of a page within another': { said: { crossOrigin: true } },
  'of a page that says what stands above it': { said: { topOrigin: 'https://evil.example' } },
  'for adding one': { said: { type: 'webauthn.create' } },
  'to a challenge of its own': { said: { challenge: randomBytes(32).toString('base64url') } },
  'to no challenge': { said: { challenge: '' } },
  'to a challenge that is a number': { said: { challenge: 7 } },
  'without the person\'s check': { bits: flags.there },
  'without the person': { bits: flags.recognised },
  'with a flag that says a key follows': { bits: flags.there | flags.recognised | flags.hasKey },
  'with a flag that says more follows': { bits: flags.there | flags.recognised | 0x80 },
  'with its signature changed': { spoil: (parts) => ({ ...parts, signature: flip(parts.signature, 9) }) },
  'without a signature': { spoil: (parts) => ({ ...parts, signature: Buffer.alloc(0) }) },
  'with a signature of noughts': { spoil: (parts) => ({ ...parts, signature: Buffer.from('3006020100020100', 'hex') }) },
  'with its count changed after signing': { spoil: (parts) => ({ ...parts, authData: flip(parts.authData, 36) }) },
  'with its host changed after signing': { spoil: (parts) => ({ ...parts, authData: flip(parts.authData, 0) }) },
  'with its flags changed after signing': { spoil: (parts) => ({ ...parts, authData: flip(parts.authData, 32) }) },
  'with bytes after its end': { spoil: (parts) => ({ ...parts, authData: Buffer.concat([parts.authData, Buffer.from([0])]) }) },
  'cut off': { spoil: (parts) => ({ ...parts, authData: parts.authData.subarray(0, 36) }) },
  'of nothing': { spoil: (parts) => ({ ...parts, authData: Buffer.alloc(0) }) },
  'of a passkey that nobody has': { spoil: (parts) => ({ ...parts, credential: randomBytes(32) }) },
  'of a passkey without a name': { spoil: (parts) => ({ ...parts, credential: Buffer.alloc(0) }) },
  'as somebody else': { spoil: (parts) => ({ ...parts, handle: randomBytes(32) }) },
  'as nobody': { spoil: (parts) => ({ ...parts, handle: Buffer.alloc(0) }) },
  'whose words are no JSON': { spoil: (parts) => ({ ...parts, clientData: parts.clientData.subarray(1) }) },
  'whose words stand there twice': { spoil: (parts) => ({ ...parts, clientData: Buffer.concat([parts.clientData, parts.clientData]) }) },
  'whose words begin with a mark of order': { spoil: (parts) => ({ ...parts, clientData: Buffer.concat([Buffer.from('efbbbf', 'hex'), parts.clientData]) }) },
  'whose words are deep': { spoil: (parts) => ({ ...parts, clientData: Buffer.from('['.repeat(3000)) }) },
  'whose words are a list': { spoil: (parts) => ({ ...parts, clientData: Buffer.from(`[${parts.clientData}]`) }) },
};

test(`${Object.keys(hostileAnswers).length} hostile answers of a good device are refused, and then the good one lets in`, async () => {
  const device = await added(await byCode(1));
  for (const [name, spoilt] of Object.entries(hostileAnswers)) {
    const { next, visitor } = await attempt(device, spoilt);
    assert.equal(next, refused, name);
    assert.equal(await nameOf(visitor), '', name);
  }
  assert.equal((await attempt(device)).next, '/money');
});

test('a field that is missing, there twice, or no letters of ours is refused', async () => {
  const device = await added(await byCode(1));
  for (const name of ['credential', 'client-data', 'auth-data', 'signature', 'handle']) {
    assert.equal((await attempt(device, {}, ({ [name]: gone, ...rest }) => rest)).next, refused, `${name} missing`);
    assert.equal((await attempt(device, {}, (fields) => ({ ...fields, [name]: `${fields[name]}=` }))).next, refused, `${name} padded`);
    assert.equal((await attempt(device, {}, (fields) => ({ ...fields, [name]: '%00<script>' }))).next, refused, `${name} odd`);
    const visitor = new Visitor();
    const fields = device.answer(await asked(visitor, pages.use));
    const twice = [...Object.entries(fields), [name, fields[name]]];
    assert.match((await visitor.form(app + pages.use, twice, from())).next, /word=refused/, `${name} twice`);
  }
});

test('a body of a megabyte is refused unread, at each of the forms', async () => {
  const visitor = await byCode(2);
  for (const path of [pages.use, pages.add, pages.remove]) {
    const answer = await visitor.form(app + path, { 'auth-data': 'A'.repeat(1_000_000) }).catch(() => ({ status: 413 }));
    assert.equal(answer.status, 413, path);
  }
  assert.equal((await attempt(await added(visitor), { spoil: (parts) => ({ ...parts, authData: Buffer.alloc(8000) }) })).next, refused);
});

test('a count that goes back is refused, and stands in the log and in the record by a name of its own', async () => {
  const device = await added(await byCode(3));
  device.count = 40;
  assert.equal((await attempt(device)).next, '/money');
  for (const count of [41, 40, 0]) assert.equal((await attempt(device, { count })).next, refused);
  assert.equal((await attempt(device, { count: 42 })).next, '/money');
  for (let tries = 0; tries < 100 && !/passkey_count_went_back/.test(council.log()); tries++) await new Promise((done) => { setTimeout(done, 20); });
  assert.match(council.log(), /"what":"passkey_count_went_back"/);
  assert.match(council.log(), /"what":"signed_in_by_passkey"/);
});

const hostileOnes = {
  'of another origin': { said: { origin: 'https://evil.example' } },
  'of a page within another': { said: { crossOrigin: true } },
  'for signing in': { said: { type: 'webauthn.get' } },
  'for another host': { spoil: (parts) => ({ ...parts, authData: flip(parts.authData, 3) }) },
  'without the person\'s check': { bits: flags.there | flags.hasKey },
  'without the person': { bits: flags.recognised | flags.hasKey },
  'without a key': { bits: flags.there | flags.recognised },
  'cut off within its key': { spoil: (parts) => ({ ...parts, authData: parts.authData.subarray(0, -1) }) },
  'cut off within its name': { spoil: (parts) => ({ ...parts, authData: parts.authData.subarray(0, 60) }) },
  'with a name longer than all of it': { spoil: (parts) => ({ ...parts, authData: Buffer.from(parts.authData).fill(0xff, 53, 55) }) },
  'without a name': { spoil: (parts) => ({ ...parts, authData: Buffer.concat([parts.authData.subarray(0, 53), Buffer.from([0, 0]), parts.authData.subarray(87)]) }) },
  'with a key beside its curve': { spoil: (parts) => ({ ...parts, authData: flip(parts.authData, parts.authData.length - 1) }) },
  'with a key of another kind': { spoil: (parts) => ({ ...parts, authData: flip(parts.authData, 91) }) },
  'with a key that is endless': { spoil: (parts) => ({ ...parts, authData: Buffer.concat([parts.authData.subarray(0, 87), Buffer.from('bf0102', 'hex')]) }) },
  'with a key that says it has four thousand million parts': { spoil: (parts) => ({ ...parts, authData: Buffer.concat([parts.authData.subarray(0, 87), Buffer.from('baffffffff', 'hex')]) }) },
  'with a key of depths': { spoil: (parts) => ({ ...parts, authData: Buffer.concat([parts.authData.subarray(0, 87), Buffer.alloc(3000, 0x81)]) }) },
};

test(`${Object.keys(hostileOnes).length} hostile new passkeys are refused, nothing is added, and then the good one is`, async () => {
  const visitor = await byCode(4);
  for (const [name, spoilt] of Object.entries(hostileOnes)) {
    const device = new SoftPasskey({ ...here, origin: app });
    const { next } = await visitor.form(app + pages.add, device.made(await asked(visitor, pages.mine), spoilt));
    assert.equal(next, `${app}${pages.mine}?word=not-added`, name);
  }
  const before = await asked(visitor, pages.mine);
  assert.equal(before.known, '');
  const device = await added(visitor);
  assert.equal((await asked(visitor, pages.mine)).known, device.credential.toString('base64url'));
});

test('a passkey that somebody has is added by nobody else, and a challenge for adding is of one session', async () => {
  const [parent, carer] = [await byCode(1), await byCode(2)];
  const device = await added(parent);
  const again = await carer.form(app + pages.add, device.made(await asked(carer, pages.mine)));
  assert.equal(again.next, `${app}${pages.mine}?word=not-added`);
  const swapped = await carer.form(app + pages.add, new SoftPasskey({ ...here, origin: app }).made(await asked(parent, pages.mine)));
  assert.equal(swapped.next, `${app}${pages.mine}?word=not-added`);
  const list = await page(parent, pages.mine);
  await carer.form(app + pages.remove, { id: /name="id" value="([\w-]{22})"/.exec(list)[1] });
  assert.match(await page(parent, pages.mine), /My phone/, 'nobody removes another\'s');
});

test('a name is shown as it was written, and runs nothing', async () => {
  const visitor = await byCode(3);
  const device = new SoftPasskey({ ...here, origin: app });
  await visitor.form(app + pages.add, { ...device.made(await asked(visitor, pages.mine)), name: '<script>alert(1)</script>"\'&' });
  const list = await page(visitor, pages.mine);
  assert.match(list, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  assert.doesNotMatch(list, /<script>alert/);
});

test('the address to come back to stays ours', async () => {
  const device = await added(await byCode(1));
  for (const then of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const visitor = new Visitor();
    const { next } = await visitor.form(app + pages.use, { ...device.answer(await asked(visitor, pages.use)), then }, from());
    assert.equal(new URL(next).origin, app, then);
    assert.equal(await nameOf(visitor), 'Parent Canary');
  }
});

test('an export tells of passkeys, and an erasure takes them and ends what they opened', async () => {
  const device = await added(await byCode(4));
  const { visitor } = await attempt(device);
  const id = '30000000-0000-4000-8000-000000000004';
  const admin = ['--admin', join(folder, `admin-${new URL(app).port}`)];
  const out = join(folder, 'export');
  council.verb('household', 'export', id, out, ...admin);
  const { readFileSync, readdirSync } = await import('node:fs');
  const json = readdirSync(out).filter((name) => name.endsWith('.json')).map((name) => readFileSync(join(out, name), 'utf8')).join('');
  assert.match(json, /My phone/);
  assert.ok(!json.includes(device.credential.toString('base64url')));
  council.verb('household', 'erase', id, '--reason', 'they asked', '--officer', 'R. Marsh', ...admin);
  assert.equal(await nameOf(visitor), '');
  assert.equal((await attempt(device)).next, refused);
});

test('what is logged of passkeys names nobody and holds no secret', () => {
  for (const word of ['Canary', 'My phone', 'client-data', '30000000']) assert.ok(!council.log().includes(word), word);
});
