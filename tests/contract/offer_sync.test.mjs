/**
 * What a phone fetches of a large local offer: 3,000 services as the bench of search makes them (90 to 150 words each
 * of a 20,000-word vocabulary), with the facts that real ones have. The first fetch, compressed: the list, and the pages
 * of all services told by it. After ten edits only what changed, put together by the service worker's own code. Prints
 * the sizes. Run by ctest with COUNCIL_API.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { applyDelta, deltaName } from '../../web/worker_delta.js';
import { makeCorpus } from '../bench/search/corpus.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const demo = join(root, 'assets/demo/northmere');
const mostFirst = 1_200_000;
const mostDelta = 10_000;
const list = '/api/local_offer/services';
const details = '/api/local_offer/details';

let folder;
let port;
let server;
const { services } = makeCorpus(3000);

const uuid = (kind, number) => `00000000-0000-4000-8${kind}00-${String(number).padStart(12, '0')}`;
const term = (taxonomy, name, number) => ({ id: uuid(1, number), taxonomy_term: { id: uuid(2, number), name, description: name, taxonomy } });
const tiers = ['Universal', 'Targeted', 'Specialist'];
const ways = ['Turn up', 'Book', 'Referral', 'Assessment'];
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function record({ id, text, category, youngest, oldest }) {
  const words = text.split(' ');
  return {
    id: uuid(0, id), name: `${words[0]} ${words[1]} ${category}`, description: `${words.slice(0, 14).join(' ')}. ${words.slice(14).join(' ')}.`,
    status: 'active', minimum_age: youngest, maximum_age: oldest, assured_date: `2026-0${1 + (id % 9)}-1${id % 10}`,
    organization: { id: uuid(3, id % 700), name: `${words[2]} ${words[3]} trust`, description: words[4] },
    schedules: [{ id: uuid(4, id), freq: 'WEEKLY', byday: days[id % 7], opens_at: '10:00', closes_at: '12:00' }],
    cost_options: [{ id: uuid(5, id), option: 'Session', amount: id % 20 }],
    service_at_locations: [{ id: uuid(6, id), location: { id: uuid(7, id), location_type: 'physical', latitude: 52.8 + (id % 100) / 500, longitude: -2.9 + (id % 90) / 400,
      addresses: [{ id: uuid(8, id), address_1: `${id} ${words[5]} Road`, city: words[6], state_province: 'Northmere', postal_code: 'NM1 2AB', country: 'GB', address_type: 'physical' }] } }],
    attributes: [term('short-break-kind', category, id), term('tier', tiers[id % 3], id + 4000), term('way-in', ways[id % 4], id + 8000)],
  };
}

function writeFeed(name, records) {
  const feed = join(folder, name);
  mkdirSync(feed);
  for (let page = 0; page * 500 < records.length; page++) {
    const contents = records.slice(page * 500, page * 500 + 500);
    writeFileSync(join(feed, `services-${page}.json`), JSON.stringify({
      total_items: records.length, total_pages: Math.ceil(records.length / 500), page_number: page + 1, size: contents.length,
      first_page: page === 0, last_page: (page + 1) * 500 >= records.length, empty: false, contents }));
  }
  return feed;
}

const data = () => ['--data', join(folder, 'data'), '--council', join(demo, 'council.json')];
const importFeed = (feed) => execFileSync(process.env.COUNCIL_API, ['offer', 'import', feed, ...data()], { stdio: 'pipe' }).toString();

// As the wire has it: nothing is unpacked on the way.
const fetched = (headers, path = list) => new Promise((resolve, reject) => {
  get({ port, path, headers: { Accept: 'application/x-alongside', 'Accept-Encoding': 'br', ...headers } }, (reply) => {
    const parts = [];
    reply.on('data', (part) => parts.push(part));
    reply.on('end', () => resolve({ status: reply.statusCode, headers: reply.headers, body: Buffer.concat(parts) }));
  }).on('error', reject);
});

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-sync-'));
  mkdirSync(join(folder, 'www'));
  writeFileSync(join(folder, 'www/index.html'), '<!doctype html><title>{{title}}</title><main>{{main}}</main>');
  importFeed(writeFeed('first', services.map(record)));
  server = spawn(process.env.COUNCIL_API, ['serve', ...data(), '--today', '2026-11-22', '--listen', '127.0.0.1:0',
    '--www', join(folder, 'www')], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  port = await new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error(`council-api did not start: ${output}`)));
    server.stdout.on('data', (chunk) => {
      output += chunk;
      const match = /"port":\s*(\d+)/.exec(output);
      if (match) resolve(match[1]);
    });
  });
});
after(() => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

// Whether what came as a change makes exactly what a new device would get.
async function checkChange(path, before, change) {
  assert.equal(change.status, 226);
  assert.equal(change.headers.im, deltaName);
  assert.equal(change.headers['cache-control'], 'no-store');
  const whole = brotliDecompressSync((await fetched({}, path)).body);
  const made = await applyDelta(before, brotliDecompressSync(change.body));
  assert.ok(Buffer.from(made).equals(whole));
  assert.notDeepEqual(before, whole);
}

test('3,000 services with their pages come in 1.2 MB, and ten edits in 10 KB, put together to exactly what the council has', async () => {
  const first = [];
  for (const path of [list, details]) {
    const answer = await fetched({}, path);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-encoding'], 'br');
    first.push({ path, answer, frame: brotliDecompressSync(answer.body) });
  }
  const together = first.reduce((sum, { answer }) => sum + answer.body.length, 0);
  const parts = first.map(({ path, answer, frame }) => `${path.split('/').pop()} ${answer.body.length} of ${frame.length}`).join(', ');
  console.log(`3,000 services and their pages: ${together} bytes by brotli (${parts}; at most ${mostFirst})`);
  assert.ok(together <= mostFirst, `${together} bytes`);

  const edited = services.map(record);
  for (let i = 0; i < 10; i++) {
    const one = edited[i * 293 + 7];
    one.description = `New words number ${i}, on Sundays from now on. ${one.description}`;
    one.cost_options[0].amount = 90 + i;
  }
  importFeed(writeFeed('edited', edited));

  let changed = 0;
  for (const { path, answer, frame } of first) {
    const change = await fetched({ 'If-None-Match': answer.headers.etag, 'A-IM': deltaName }, path);
    await checkChange(path, frame, change);
    changed += change.body.length;
  }
  console.log(`after ten edits: ${changed} bytes (at most ${mostDelta})`);
  assert.ok(changed <= mostDelta, `${changed} bytes`);
});

test('who has the present list gets nothing, who has an unknown one or cannot put it together gets all of it', async () => {
  const now = await fetched();
  const have = (etag, more) => fetched({ 'If-None-Match': etag, ...more });
  assert.equal((await have(now.headers.etag, { 'A-IM': deltaName })).status, 304);
  assert.equal((await have('"other"', { 'A-IM': deltaName })).status, 200);
  assert.equal((await have('"other"', { 'A-IM': 'vcdiff' })).status, 200);
  assert.equal((await fetched({ 'Accept-Encoding': 'identity' })).headers['content-encoding'], undefined);
});

test('a delta that was spoilt, cut off, or is of something else is no list', async () => {
  const spoilt = [new Uint8Array(), new TextEncoder().encode('ALD1'), new Uint8Array(100).fill(255)];
  const real = new Uint8Array([...new TextEncoder().encode('ALD1'), ...new Uint8Array(32), 3, 7, 0]);
  for (const delta of [...spoilt, real]) await assert.rejects(() => applyDelta(new Uint8Array(8), delta));
});
