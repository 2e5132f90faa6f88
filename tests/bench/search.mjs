/**
 * ./alongside bench search: our search in WebAssembly beside MiniSearch, FlexSearch, Orama and SQLite's
 * FTS5, on one seeded corpus of 3,000 and of 100,000 services, without stemming, in one run: building,
 * the index's bytes by brotli, loading, memory, and the p50 and p99 of one word, three words, a word and
 * a beginning, a slip, and a phrase with two filters and facets with counts.
 *
 * ALONGSIDE_SERVICES=3000 measures only one of the sizes.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../browser/support/paths.mjs';
import { fewestBytes } from './search/bound.mjs';
import { makeCorpus } from './search/corpus.mjs';
import { report, row } from './support/report.mjs';

const sizes = process.env.ALONGSIDE_SERVICES ? [Number(process.env.ALONGSIDE_SERVICES)] : [3_000, 100_000];
const peers = ['minisearch', 'flexsearch', 'orama', 'sqlite_wasm', 'sqlite_native'];
const kinds = { one: 'one word', three: 'three words', prefix: 'word and beginning', typo: 'slip', phrase: 'phrase + facets' };
const limits = {
  3_000: { build: 80, brotli: 250 * 1024, load: null, memory: null, p99: 0.5 },
  100_000: { build: null, brotli: null, load: 300, memory: 150, p99: 5 },
};

function measure(engine, services) {
  process.stderr.write(`  ${engine}, ${services} services\n`);
  const script = join(root, 'tests/bench/search/measure.mjs');
  const options = ['--expose-gc', '--no-warnings', '--max-old-space-size=12000', script, engine, String(services)];
  try {
    return JSON.parse(execFileSync(process.execPath, options, { encoding: 'utf8', maxBuffer: 1 << 28 }));
  } catch (error) {
    return { name: engine, failed: String(error.message).split('\n')[0], kinds: {} };
  }
}

const rounded = (value) => (value === undefined || value === null ? null : Math.round(value * 1000) / 1000);

/** A row for each peer; where there is none that has the thing, one without a peer. */
function rowsBeside(name, value, unit, limit, others) {
  if (others.length === 0) return [row(name, rounded(value), unit, { target: limit })];
  return others.map(([peer, peerValue, counts]) => {
    const target = counts ? Math.min(limit ?? Infinity, peerValue) : limit;
    return row(name, rounded(value), unit, { target: rounded(target), peer: peer.name, peerValue: rounded(peerValue) });
  });
}

/** An engine that does not rank is a target only where it finds exactly what there is. */
const isTarget = (peer, kind, ours) => peer.ranks || (kind === 'phrase' ? hasOurPhrases(peer, ours) : peer.kinds[kind].exact === true);

const hasOurPhrases = (peer, ours) => JSON.stringify(peer.kinds.phrase.answers) === JSON.stringify(ours.kinds.phrase.answers);

function checkAnswers(ours, others) {
  const sqlite = others.find(({ name, kinds: has }) => name.startsWith('SQLite') && has.phrase);
  if (!sqlite) return;
  const differ = ours.kinds.phrase.answers.filter((answer, at) => JSON.stringify(answer) !== JSON.stringify(sqlite.kinds.phrase.answers[at]));
  if (differ.length > 0) throw new Error(`${differ.length} of our phrases or counts are not those of ${sqlite.name}`);
}

const rows = [];
for (const services of sizes) {
  const ours = measure('alongside', services);
  if (ours.failed) throw new Error(`our engine failed: ${ours.failed}`);
  const others = peers.map((peer) => measure(peer, services));
  for (const { name, failed } of others.filter((peer) => peer.failed)) console.log(`${name} gave up at ${services} services: ${failed}`);
  const there = others.filter((peer) => !peer.failed);
  checkAnswers(ours, there);
  console.log(`No index of these ${services} services can be smaller than ${fewestBytes(makeCorpus(services))} bytes and its words, without the texts.`);
  const limit = limits[services] ?? limits[3_000];
  const of = (name) => `${services.toLocaleString('en-GB')}: ${name}`;
  const beside = (pick) => there.map((peer) => [peer, pick(peer), false]);
  rows.push(...rowsBeside(of('build'), ours.build, 'ms', limit.build, beside(({ build }) => build)));
  rows.push(...rowsBeside(of('index, brotli'), ours.brotli, 'bytes', limit.brotli, beside(({ brotli }) => brotli)));
  rows.push(...rowsBeside(of('texts for phrases, brotli'), ours.textBrotli, 'bytes', null, []));
  rows.push(...rowsBeside(of('load'), ours.load, 'ms', limit.load, beside(({ load }) => load)));
  rows.push(...rowsBeside(of('memory'), ours.memory, 'MB', limit.memory, beside(({ memory }) => memory)));
  for (const [kind, name] of Object.entries(kinds)) {
    const able = there.filter((peer) => peer.kinds[kind]);
    const p50 = able.map((peer) => [peer, peer.kinds[kind].p50, false]);
    const p99 = able.map((peer) => [peer, peer.kinds[kind].p99, isTarget(peer, kind, ours)]);
    rows.push(...rowsBeside(of(`${name}, p50`), ours.kinds[kind].p50, 'ms', null, p50));
    rows.push(...rowsBeside(of(`${name}, p99`), ours.kinds[kind].p99, 'ms', limit.p99, p99));
  }
}
report('search', rows);
