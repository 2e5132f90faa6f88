/**
 * The Open Referral API as another council's importer meets it: every record of the demo council against the
 * profile, and the whole feed fetched, imported into an empty council and compared, frame by frame. Run by
 * ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { profile } from './support/profile.mjs';
import { complaints, emptyMembers } from './support/schema.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const demo = join(root, 'assets/demo/northmere');
const lists = { services: 'service', service_at_locations: 'service_at_location', taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term', organizations: 'organization' };

// The official schemas, where somebody has put them beside this repository or beside its parent.
const official = ['..', '../..'].map((up) => join(root, up, 'shared/samples/openreferral/schemas-uk-3.0'))
  .find((folder) => existsSync(folder));

let folder;
let council;
const children = [];

// A server over the offer of one feed; answers with its address.
async function serve(name, feed) {
  const options = ['--data', join(folder, name), '--council', join(demo, 'council.json'), '--today', '2026-11-22'];
  execFileSync(process.env.COUNCIL_API, ['offer', 'import', feed, ...options.slice(0, 4)], { stdio: 'pipe' });
  const child = spawn(process.env.COUNCIL_API, ['serve', ...options, '--listen', '127.0.0.1:0', '--www', join(folder, 'www'),
    '--admin', join(folder, `${name}.sock`)], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let output = '';
  const port = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`council-api did not start: ${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const match = /"port":\s*(\d+)/.exec(output);
      if (match) resolve(match[1]);
    });
  });
  return `http://127.0.0.1:${port}`;
}

async function json(origin, path) {
  const reply = await fetch(`${origin}/open-referral/v3${path}`);
  assert.equal(reply.status, 200, path);
  return reply.json();
}

async function pagesOf(origin, list, parameters = '') {
  const pages = [];
  do pages.push(await json(origin, `/${list}?page=${pages.length + 1}${parameters}`));
  while (!pages.at(-1).last_page);
  return pages;
}

// Every record of every list, as the list has it and whole.
async function everyRecord() {
  const records = [];
  for (const [list, kind] of Object.entries(lists)) {
    for (const item of (await pagesOf(council, list)).flatMap((page) => page.contents)) {
      records.push([kind, item], [kind, await json(council, `/${list}/${item.id}`)]);
    }
  }
  return records;
}

const faultsOf = (records, schemas) => records.flatMap(([kind, record]) => {
  const faults = complaints(schemas[`${kind}.json`], record, kind, schemas);
  // What stands at a location is a whole service too.
  return record.service ? [...faults, ...complaints(schemas['service.json'], record.service, 'service', schemas)] : faults;
});

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-open-'));
  mkdirSync(join(folder, 'www'));
  writeFileSync(join(folder, 'www/index.html'), '<!doctype html><title>{{title}}</title><main>{{main}}</main>');
  council = await serve('first', join(demo, 'offer'));
});
after(() => {
  for (const child of children) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

test('every record of every list fits the profile, and says nothing empty that it need not say', async (context) => {
  const records = await everyRecord();
  assert.ok(records.length > 800, `${records.length} records`);
  assert.deepEqual(faultsOf(records, profile).slice(0, 10), []);
  assert.deepEqual(records.flatMap(([kind, it]) => emptyMembers(profile[`${kind}.json`], it, kind, profile)).slice(0, 10), []);
  context.diagnostic(`${records.length} records fit the profile`);
});

test('every record is valid against the official schemas', { skip: official ? false : 'the official schemas are not here' },
  async (context) => {
    const schemas = Object.fromEntries(readdirSync(official).map((it) => [it, JSON.parse(readFileSync(join(official, it), 'utf8'))]));
    const records = await everyRecord();
    assert.deepEqual(faultsOf(records, schemas).slice(0, 10), []);
    context.diagnostic(`${records.length} records are valid`);
  });

test('our importer reads our own server to an identical offer', async (context) => {
  const feed = join(folder, 'feed');
  mkdirSync(join(feed, 'services'), { recursive: true });
  const pages = await pagesOf(council, 'services');
  pages.forEach((page, at) => writeFileSync(join(feed, `services-${at + 1}.json`), JSON.stringify(page)));
  const ids = pages.flatMap((page) => page.contents.map((it) => it.id));
  for (const id of ids) writeFileSync(join(feed, `services/${id}.json`), JSON.stringify(await json(council, `/services/${id}`)));
  const copy = await serve('second', feed);
  for (const path of ['', ...ids.map((id) => `/${id}`)]) {
    const frames = await Promise.all([council, copy].map(async (origin) =>
      Buffer.from(await (await fetch(`${origin}/api/local_offer/services${path}`)).arrayBuffer())));
    assert.ok(frames[0].equals(frames[1]), path);
    assert.ok(frames[0].length > 100);
  }
  context.diagnostic(`${ids.length} services are the same, byte for byte`);
});

test('full pages alone are a feed too', async () => {
  const whole = (await pagesOf(council, 'services', '&full=true')).flatMap((page) => page.contents);
  for (const service of whole) assert.deepEqual(service, await json(council, `/services/${service.id}`));
});
