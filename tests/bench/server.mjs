/**
 * ./alongside bench server: council-api under load, for SQLite and for PostgreSQL, with 5,000 people signed in and 1,000
 * connections open: durable changes a second and how long each takes, reads, the first load of the app. Beside each in the
 * same run: the very same SQL without a server (recorded from the server's own code and run again alone, at the same
 * number of changes a commit), pgbench with it, and nginx with the same files. Everything that is measured, the database
 * too, has core 0; the load generator has core 1. Run by bench.sh beside a PostgreSQL of its own, on the disk.
 */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../browser/support/paths.mjs';
import { bench, benchCouncil, generator, startCouncil } from './server/council.mjs';
import { databases } from './server/databases.mjs';
import { firstLoadFiles, startNginx } from './server/files.mjs';
import { median, report, row } from './support/report.mjs';

const people = 5_000;
const connections = 1_000;
const atOnce = 32;
const seconds = Number(process.env.ALONGSIDE_BENCH_SECONDS ?? 6);
const rounds = Number(process.env.ALONGSIDE_BENCH_ROUNDS ?? 3);
const batches = [1, 10];
const least = 0.6; // of the same SQL without a server
const steady = 500; // changes a second
const mostSteady = 250; // ms, of 99 in 100 of them
const sqlRequests = { 1: 4_000, 10: 800 };

const folder = join(build, 'bench', 'server');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const lines = (text) => text.trim().split('\n').map((line) => JSON.parse(line));
const of = (outcomes, name, batch) => median(outcomes.map((each) => each[batch][name]));

/** A council with everybody signed in, as it was then: each round begins there. */
async function prepare(kind) {
  const council = benchCouncil(folder, kind, databases[kind], people);
  const server = await startCouncil(council);
  const [signIn] = lines(await generator(['sign-in', council.port, council.cookies, 64, people]));
  await server.stop();
  databases[kind].keep(council);
  return { council, signIn };
}

async function underLoad(council) {
  const server = await startCouncil(council);
  const phases = [...batches.map((batch) => `push ${batch} ${atOnce} ${seconds}`), `rate ${steady} ${seconds}`, `read ${atOnce} ${seconds}`];
  const running = generator(['load', council.port, council.cookies, connections, ...phases]);
  const seen = await server.measures((seconds * phases.length * 1000) / 2);
  const outcomes = lines(await running);
  await server.stop();
  return { ...Object.fromEntries(batches.map((batch, at) => [batch, outcomes[at]])), rate: outcomes[batches.length], read: outcomes[batches.length + 1], seen };
}

function sqlAlone(kind, council) {
  const result = {};
  for (const batch of batches) {
    const [record, replay, third] = databases[kind].copies(council, 3);
    const script = join(folder, `${kind}-${batch}.sql`);
    const [scripted, push, read] = lines(bench(['sql', kind, record, replay, council.cookies, sqlRequests[batch], batch, script]));
    result[batch] = { ...push, pgbench: databases[kind].pgbench?.(third, script, scripted.count * batch) };
    if (batch === 1) result.read = read;
  }
  return result;
}

async function measured(kind) {
  const { council, signIn } = await prepare(kind);
  const served = [];
  const alone = [];
  for (let round = 0; round < rounds; round++) {
    databases[kind].renew(council);
    served.push(await underLoad(council));
    alone.push(sqlAlone(kind, council));
    appendFileSync(join(folder, 'rounds.jsonl'), `${JSON.stringify({ kind, served: served.at(-1), alone: alone.at(-1) })}\n`);
  }
  const sql = 'the same SQL in process';
  const beside = (name, value, unit, peer, peerValue, target = null, bound = 'least') => row(`${kind}: ${name}`, value, unit, { peer, peerValue, target, bound });
  const rows = [
    beside('people signed in at once', Math.min(...served.map(({ seen }) => seen.sessions)), '', null, null, people),
    beside('connections open', Math.min(...served.map(({ seen }) => seen.connections)), '', null, null, connections),
    beside('sign-ins', signIn.per_second, 'a second'),
  ];
  for (const batch of batches) {
    const name = `durable changes, ${batch} a push`;
    const peer = of(alone, 'per_second', batch);
    rows.push(beside(name, of(served, 'per_second', batch), 'a second', sql, peer, least * peer));
    if (databases[kind].pgbench) rows.push(beside(name, of(served, 'per_second', batch), 'a second', 'pgbench, the same SQL', of(alone, 'pgbench', batch)));
    rows.push(beside(`a push of ${batch}, ${atOnce} at once, p99`, of(served, 'p99_ms', batch), 'ms', `${sql}, one at a time`, of(alone, 'p99_ms', batch)));
  }
  rows.push(beside(`${steady} changes a second, p99`, of(served, 'p99_ms', 'rate'), 'ms', null, null, mostSteady, 'most'));
  rows.push(beside("reads of a person's whole feed", of(served, 'per_second', 'read'), 'a second', sql, of(alone, 'per_second', 'read')));
  rows.push(beside('a read, p99', of(served, 'p99_ms', 'read'), 'ms'));
  return { rows, council };
}

async function files(council) {
  const server = await startCouncil(council);
  const list = await firstLoadFiles(folder, server.url);
  const nginx = await startNginx(folder, list);
  const load = async (port) => lines(await generator(['load', port, council.cookies, 8, `files ${list.path} 8 ${seconds}`]))[0];
  const [ours, theirs] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(await load(council.port));
    theirs.push(await load(nginx.port));
  }
  await nginx.stop();
  await server.stop();
  const of = (outcomes, name) => median(outcomes.map((each) => each[name]));
  const each = ours[0].bytes_per_second / ours[0].per_second;
  return [
    row(`first loads (${list.count} files, ${Math.round(each).toLocaleString('en-GB')} bytes)`, of(ours, 'per_second'), 'a second', { peer: 'nginx, one worker', peerValue: of(theirs, 'per_second') }),
    row('a first load, 8 at once, p99', of(ours, 'p99_ms'), 'ms', { peer: 'nginx, one worker', peerValue: of(theirs, 'p99_ms') }),
  ];
}

const results = [];
let council;
for (const kind of Object.keys(databases)) {
  const done = await measured(kind);
  results.push(...done.rows);
  council ??= done.council;
}
results.push(...await files(council));
console.log(`${rounds} rounds of ${seconds} s a phase, medians; ${atOnce} requests at once over ${connections.toLocaleString('en-GB')} connections.`);
console.log('council-api, its database, the SQL alone, pgbench and nginx: core 0. The load generator: core 1, one thread.\n');
report('server', results);
