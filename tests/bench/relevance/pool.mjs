/**
 * node tests/bench/relevance/pool.mjs FILE: writes for each query every service that any engine, in any of
 * its configurations, has among its first ten, in a shuffled order and without a word of who found it, so
 * that it can be judged. What is judged already is left out; --all has it too.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { openEngines } from './engines.mjs';
import { readJudgements, readQueries } from './judged.mjs';
import { readServices, shortId } from './services.mjs';

const depth = 10;
const [file, ...options] = process.argv.slice(2);
if (!file) throw new Error('say which file to write: node tests/bench/relevance/pool.mjs FILE [--all]');

/** Shuffled by a hash of query and service: the same each time, and nobody's order. */
function shuffled(query, ids) {
  const place = (id) => createHash('sha256').update(`pool:${query}:${id}`).digest('hex');
  return [...ids].map((id) => [place(id), id]).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id);
}

async function pooled(engines, query) {
  const ids = new Set();
  for (const { configurations, find } of engines) {
    for (const configuration of configurations) {
      for (const id of (await find(query, configuration)).ids.slice(0, depth)) ids.add(id);
    }
  }
  return ids;
}

const engines = await openEngines(readQueries());
const names = new Map(readServices().map(({ id, name }) => [id, name]));
const judgements = options.includes('--all') ? {} : readJudgements();
const pool = [];
for (const { id, query } of readQueries()) {
  const known = judgements[id] ?? {};
  const ids = shuffled(query, await pooled(engines, query)).filter((service) => known[shortId(service)] === undefined);
  pool.push({ id, query, services: ids.map((service) => ({ id: shortId(service), name: names.get(service) })) });
}
writeFileSync(file, `${JSON.stringify(pool, null, 1)}\n`);
console.log(`${pool.reduce((sum, { services }) => sum + services.length, 0)} pairs to judge`);
