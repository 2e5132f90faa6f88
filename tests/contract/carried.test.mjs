/**
 * Boxes to another device between web/carried.js, as browsers run it, and the real server: what the server keeps can be
 * neither read nor opened without the code, and each box opens once. Hostile ones too: wrong codes, a replay, bytes that
 * were turned, boxes that were swapped, too large or over. Run by ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from '../../build/npm/assets/node_modules/esbuild/lib/main.js';
import { startCouncil } from './support/council.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const box = '/api/feedback/carried';
const secret = new TextEncoder().encode('I do not like the bus, and my name is Robin.');
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
let council, folder, carried, asked;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-carried-'));
  council = await startCouncil(root, folder);
  const outfile = join(folder, 'carried.mjs');
  const kept = {
    name: 'store in memory',
    setup(setup) {
      setup.onResolve({ filter: /token_store\.js$/ }, () => ({ path: 'memory', namespace: 'memory' }));
      setup.onLoad({ filter: /.*/, namespace: 'memory' }, () => ({
        contents: 'export const kept = []; export async function writeToken(...what) { kept.push(what); }',
      }));
    },
  };
  await build({
    stdin: { contents: 'export * from "./carried.js"; export { kept } from "./token_store.js";', resolveDir: join(root, 'web') },
    bundle: true, format: 'esm', outfile, logLevel: 'error', plugins: [kept],
  });
  globalThis.location = new URL(council.origin);
  globalThis.fetch = async (url, options = {}) => {
    asked.push({ path: new URL(url).pathname, ...options });
    return council.fetch(new URL(url).pathname, { ...options, headers: { ...options.headers, 'Sec-Fetch-Site': 'same-origin' } });
  };
  asked = [];
  carried = await import(pathToFileURL(outfile));
});
after(async () => {
  await council?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const text = (bytes) => new TextDecoder().decode(bytes);
const noToken = async () => assert.fail('no token is wanted');
const away = (content = secret, { purpose = '', holder = '', there = '', token = noToken } = {}) =>
  carried.carry(['0', box, '', purpose, holder, there].join('\n'), content, token);
const here = (code) => carried.carry(['1', box, code, '', '', ''].join('\n'), new Uint8Array(), noToken);
const kept = (code) => carried.carry(['2', box, code, '', '', ''].join('\n'), new Uint8Array(), noToken);
async function newCode(content) {
  const { status, bytes } = await away(content);
  assert.equal(status, 200);
  return text(bytes).split('\n')[0];
}
/** Everything that the server has on its disk. */
const onDisk = () => Buffer.concat(readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name))));

test('a code opens on another device what was sealed on the first, once, and says until when', async () => {
  const { bytes } = await away();
  const [code, day] = text(bytes).split('\n');
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.match(day, /^\d{4}-\d\d-\d\d$/);
  const opened = await here(` ${code.toLowerCase().replaceAll('-', ' ')} `);
  assert.deepEqual([opened.status, text(opened.bytes)], [200, text(secret)]);
  assert.equal((await here(code)).status, 200, 'a reply that was lost can be asked for again');
  assert.equal((await kept(code)).status, 200);
  assert.equal((await here(code)).status, 404, 'a replay opens nothing');
});

test('neither the code nor a word of it is on the council\'s disk, in an address or in what was sent', async () => {
  asked.length = 0;
  const code = await newCode();
  await here(code);
  const compact = code.replaceAll('-', '');
  const { id, key } = await carried.derive(compact);
  assert.ok(onDisk().includes(id), 'the box is there');
  assert.equal(key.extractable, false);
  for (const trace of [secret, 'Robin', code, compact]) assert.ok(!onDisk().includes(trace), `found: ${trace}`);
  for (const { path, body, credentials, method } of asked) {
    assert.match(path, /^\/api\/feedback\/carried(\/open)?$/);
    assert.deepEqual([credentials, method], ['omit', 'POST']);
    for (const trace of ['Robin', code, compact]) assert.ok(!Buffer.from(body).includes(trace));
  }
});

test('a slip is seen before anybody is asked, and a wrong code opens nothing', async () => {
  const code = (await newCode()).replaceAll('-', '');
  asked.length = 0;
  let slips = 0;
  for (let at = 0; at < code.length; at++) {
    const other = letters[(letters.indexOf(code[at]) + 1 + at) % letters.length];
    if (other === code[at]) continue;
    assert.throws(() => carried.meantCode(code.slice(0, at) + other + code.slice(at + 1)), { code: 'no_code' });
    slips += 1;
  }
  assert.ok(slips >= 15);
  for (const bad of ['', 'K7QM', `${code}0`, '../../../../x', '🙂'.repeat(16)]) await assert.rejects(here(bad), { code: 'no_code' });
  assert.equal(asked.length, 0);
  const wrong = await newCodeThatNobodyHas();
  assert.equal((await here(wrong)).status, 404);
});

// Another code with a right last letter.
async function newCodeThatNobodyHas() {
  for (const last of letters) {
    try {
      return carried.meantCode(`ABCDEFGHJKMNPQR${last}`);
    } catch { /* the next one */ }
  }
  return assert.fail('no letter is right');
}

test('a box that was turned, cut, swapped or made by another version is not opened', async () => {
  const first = await carried.derive((await newCode()).replaceAll('-', ''));
  const second = await carried.derive((await newCode()).replaceAll('-', ''));
  const sealed = await carried.seal(first, [secret]);
  const at = (index, change) => sealed.map((byte, i) => (i === index ? byte ^ change : byte));
  assert.equal(text((await carried.unseal(first, sealed, 1))[0]), text(secret));
  for (const bad of [at(0, 1), at(1, 1), at(40, 1), at(sealed.length - 1, 128), sealed.slice(0, -1), sealed.slice(0, 20), new Uint8Array()]) {
    await assert.rejects(carried.unseal(first, bad, 1), { code: 'spoilt' });
  }
  await assert.rejects(carried.unseal(second, sealed, 1), { code: 'spoilt' });
  await assert.rejects(carried.unseal({ id: second.id, key: first.key }, sealed, 1), { code: 'spoilt' });
  await assert.rejects(carried.unseal(first, sealed, 5000), { code: 'spoilt' });
});

test('what is too large is told before it is sent, and the server refuses it too, unread', async () => {
  await assert.rejects(away(new Uint8Array(120 * 1024)), { code: 'too_large' });
  const most = await newCode(new Uint8Array(119 * 1024).fill(65));
  assert.equal((await here(most)).bytes.length, 119 * 1024);
  const reply = await council.fetch(box, {
    method: 'POST', body: new Uint8Array(300 * 1024), headers: { 'Content-Type': 'application/octet-stream' },
  });
  assert.equal(reply.status, 413);
});

test('how much somebody said does not show in the size of their box', async () => {
  const { id, key } = await carried.derive('0'.repeat(16));
  const sizes = await Promise.all([1, 500, 8000].map(async (size) => (await carried.seal({ id, key }, [new Uint8Array(size)])).length));
  assert.equal(new Set(sizes).size, 1);
});

test('the ticket goes along and waits on the other device under the name it was given', async () => {
  const token = Uint8Array.from({ length: 320 }, (_, i) => i);
  const wanted = [];
  const { bytes } = await away(secret, {
    purpose: 'survey-1-1', holder: 'sam', there: '/api/feedback/carried/AB',
    token: async (...what) => { wanted.push(what); return token; },
  });
  assert.deepEqual(wanted, [['survey-1-1', 'sam']]);
  carried.kept.length = 0;
  await here(text(bytes).split('\n')[0]);
  assert.deepEqual(carried.kept, [['survey-1-1', '/api/feedback/carried/AB', { token }]]);
  await assert.rejects(away(secret, { purpose: 'p', token: async () => { throw Object.assign(new Error(), { code: 'given' }); } }), { code: 'given' });
});

test('another site cannot put, open or take a box', async () => {
  for (const path of [box, `${box}/open`, `${box}/taken`]) {
    const reply = await council.fetch(path, {
      method: 'POST', body: new Uint8Array(16), headers: { 'Content-Type': 'application/octet-stream', Origin: 'https://elsewhere.example' },
    });
    assert.equal(reply.status, 403);
  }
});

test('guesses from one place are slowed down', async () => {
  const guess = () => council.fetch(`${box}/open`, {
    method: 'POST', body: crypto.getRandomValues(new Uint8Array(16)), headers: { 'Content-Type': 'application/octet-stream' },
  });
  const seen = [];
  for (let tries = 0; tries < 25; tries++) seen.push((await guess()).status);
  assert.equal(seen.at(-1), 503);
  assert.ok(seen.filter((status) => status === 404).length <= 20);
});
