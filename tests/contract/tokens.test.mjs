/**
 * Anonymous tokens between the real server and two clients: the npm library used by hand, and
 * web/anonymous_token.js as the browser runs it (its store in memory, its network one that loses replies).
 * Run by ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from '../../build/npm/assets/node_modules/esbuild/lib/main.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startCouncil } from './support/council.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const packages = join(root, 'build/npm/assets/node_modules');
const people = ['1', '2', '3', '4'].map((digit) => `30000000-0000-4000-8000-00000000000${digit}`);
const survey = '74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3';
const purpose = `survey-${survey}-1`;

let council;
let folder;
let library;

const memoryStore = `
  const kept = new Map();
  const keyOf = (purpose, holder) => holder + ' ' + purpose;
  export const readToken = async (purpose, holder) => kept.get(keyOf(purpose, holder));
  export const removeToken = async (purpose, holder) => { kept.delete(keyOf(purpose, holder)); };
  export async function writeToken(purpose, holder, next, before) {
    const found = kept.get(keyOf(purpose, holder));
    if (found && !(before && !found.token)) return found;
    kept.set(keyOf(purpose, holder), next);
    return next;
  }`;
const storeInMemory = {
  name: 'store in memory',
  setup(setup) {
    setup.onResolve({ filter: /token_store\.js$/ }, () => ({ path: 'memory', namespace: 'memory' }));
    setup.onLoad({ filter: /.*/, namespace: 'memory' }, () => ({ contents: memoryStore }));
  },
};

// The browser's module, or the library itself, as something Node can load.
async function load(name, contents) {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: join(root, 'web') }, bundle: true, format: 'esm', outfile, logLevel: 'error',
    nodePaths: [packages], plugins: [storeInMemory],
  });
  return import(pathToFileURL(outfile));
}

// fetch as one person's browser has it; `lose` names replies that never arrive although they were made.
function asPerson(cookie, lose = []) {
  const asked = [];
  globalThis.fetch = async (path, options = {}) => {
    asked.push({ path, credentials: options.credentials, body: options.body });
    const headers = { ...options.headers, 'Sec-Fetch-Site': 'same-origin' };
    if (options.credentials !== 'omit') headers.Cookie = cookie;
    const reply = await council.fetch(path, { ...options, headers });
    if (lose.includes(asked.length)) throw new TypeError('the reply was lost');
    return reply;
  };
  return asked;
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-tokens-'));
  council = await startCouncil(root, folder);
  library = await load('library', 'export { RSABSSA } from "@cloudflare/blindrsa-ts";');
});
after(async () => {
  await council?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const importKey = (spki) =>
  crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
const isGood = async (token) => library.RSABSSA.SHA384.PSS.Randomized().verify(
  await importKey(await council.bytes(`/api/tokens/${purpose}`)), token.subarray(64), token.subarray(0, 64));

test('the npm library and the server agree, message after message', async () => {
  const suite = library.RSABSSA.SHA384.PSS.Randomized();
  const key = await importKey(await council.bytes(`/api/tokens/${purpose}`));
  const cookie = await council.signIn(people[0]);
  const prepared = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  const signed = await council.sign(purpose, cookie, blindedMsg);
  assert.equal(signed.status, 200);
  const signature = await suite.finalize(key, prepared, new Uint8Array(await signed.arrayBuffer()), inv);
  assert.ok(await suite.verify(key, signature, prepared));
  const other = await suite.blind(key, suite.prepare(new Uint8Array(32)));
  assert.equal((await council.sign(purpose, cookie, other.blindedMsg)).status, 409);
});

test('the key is asked for without credentials, and a lost reply ends in the same one token', async () => {
  const { anonymousToken } = await load('one', 'export * from "./anonymous_token.js";');
  const cookie = await council.signIn(people[1]);
  const asked = asPerson(cookie, [2, 3]);
  await assert.rejects(anonymousToken(purpose), { code: 'offline' });
  await assert.rejects(anonymousToken(purpose), { code: 'offline' });
  const token = await anonymousToken(purpose);
  assert.equal(token.length, 320);
  assert.ok(await isGood(token));
  assert.deepEqual(asked.map(({ credentials }) => credentials), ['omit', 'same-origin', 'same-origin', 'same-origin']);
  assert.deepEqual(asked[2].body, asked[1].body);
  assert.deepEqual(asked[3].body, asked[1].body);
});

test('a code buys one token at an address of its own, with nobody named, also when the reply is lost', async () => {
  const { anonymousToken } = await load('by_code', 'export * from "./anonymous_token.js";');
  const report = council.verb('survey', 'invite', 'codes', survey, '--count', '1', '--at', 'https://short-breaks.example');
  const [code] = /^[0-9A-Z-]{14}/.exec(report);
  const path = `/api/feedback/invited/${code.replaceAll('-', '')}/1`;
  const asked = asPerson(await council.signIn(people[3]), [2]);
  await assert.rejects(anonymousToken(purpose, path), { code: 'offline' });
  assert.ok(await isGood(await anonymousToken(purpose, path)));
  assert.deepEqual(asked.map((one) => one.path), [`/api/tokens/${purpose}`, path, path]);
  assert.deepEqual(asked.map(({ credentials }) => credentials), ['omit', 'omit', 'omit']);
  const other = await load('by_code_elsewhere', 'export * from "./anonymous_token.js";');
  await assert.rejects(other.anonymousToken(purpose, path), { code: 'given' });
  const wrong = path.replace(/.\/1$/, (end) => `${end[0] === '0' ? '1' : '0'}/1`);
  await assert.rejects(other.anonymousToken(purpose, wrong), { code: 'refused' });
});

test('what was prepared is there without a network, the same each time, until it is dropped', async () => {
  const { anonymousToken, dropToken } = await load('two', 'export * from "./anonymous_token.js";');
  asPerson(await council.signIn(people[2]));
  const [token, twin] = await Promise.all([anonymousToken(purpose), anonymousToken(purpose)]);
  assert.deepEqual(token, twin);
  globalThis.fetch = async () => { throw new TypeError('no network'); };
  assert.deepEqual(await anonymousToken(purpose), token);
  await assert.rejects(anonymousToken(purpose, 'somebody else'), { code: 'offline' });
  await dropToken(purpose);
  await assert.rejects(anonymousToken(purpose), { code: 'offline' });
});

test('signed out, given before on another device, and no such purpose each say so', async () => {
  const { anonymousToken } = await load('three', 'export * from "./anonymous_token.js";');
  asPerson('');
  await assert.rejects(anonymousToken(purpose), { code: 'signed_out' });
  asPerson(await council.signIn(people[2]));
  await assert.rejects(anonymousToken(purpose), { code: 'given' });
  await assert.rejects(anonymousToken('survey-none-1'), { code: 'missing' });
});

test('a signature that was turned on its way is noticed and never becomes a token', async () => {
  const { anonymousToken } = await load('four', 'export * from "./anonymous_token.js";');
  asPerson(await council.signIn(people[3]));
  const honest = globalThis.fetch;
  globalThis.fetch = async (path, options) => {
    const reply = await honest(path, options);
    if (options.method !== 'POST') return reply;
    const bytes = new Uint8Array(await reply.arrayBuffer());
    bytes[100] ^= 1;
    return new Response(bytes, { status: reply.status });
  };
  await assert.rejects(anonymousToken(purpose), /invalid signature/);
  globalThis.fetch = honest;
  assert.ok(await isGood(await anonymousToken(purpose)));
});
