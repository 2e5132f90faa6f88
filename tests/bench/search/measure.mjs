/**
 * Measures one engine in a process of its own: measure.mjs ENGINE SERVICES prints one line of JSON. Started
 * by ../search.mjs, so that no engine meets another's garbage.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import { makeCorpus, makeQueries } from './corpus.mjs';

const [file, size] = process.argv.slice(2);
const count = Number(size);
const isLarge = count > 10_000;
const corpus = makeCorpus(count);
const queries = makeQueries(corpus, isLarge ? 100 : 500);
const engine = await (await import(`./engines/${file}.mjs`)).open();

const now = () => performance.now();
const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const collectGarbage = () => globalThis.gc?.();

async function timed(work) {
  const from = now();
  await work();
  return now() - from;
}

/** The middle of several runs of one query, as another program's turn on the processor is not its time. */
async function latency(ask, query) {
  const times = [];
  let spent = 0;
  while (times.length < 5 && (times.length < 1 || spent < 60)) {
    const time = await timed(() => ask(query));
    times.push(time);
    spent += time;
  }
  return middle(times);
}

async function latencies(ask, all) {
  for (const query of all.slice(0, isLarge ? 5 : 50)) await ask(query);
  const times = [];
  for (const query of all) times.push(await latency(ask, query));
  times.sort((a, b) => a - b);
  return { p50: times[times.length >> 1], p99: times[Math.min(times.length - 1, Math.ceil(times.length * 0.99) - 1)] };
}

/** Every service that has what the query asks for, by looking at each. */
function exactIds({ words, prefix }) {
  const wanted = new Set(words);
  const fits = (word) => wanted.has(word) || (prefix && word.startsWith(prefix));
  return corpus.services.filter(({ text }) => text.split(' ').some(fits)).map(({ id }) => id);
}

/** Of an engine that gives all ids: whether they are the right ones. */
async function isExact(ask, kind) {
  if (engine.ranks) return null;
  if (kind === 'phrase') return undefined;  // by its counts, in ../search.mjs
  for (const query of queries[kind].slice(0, 25)) {
    const found = new Set(await ask(query));
    const exact = exactIds(query);
    if (found.size !== exact.length || !exact.every((id) => found.has(id))) return false;
  }
  return true;
}

const result = { name: engine.name, ranks: engine.ranks, kinds: {} };
try {
  const builds = [];
  for (let run = 0; run < (isLarge ? 1 : 3); run++) builds.push(await timed(() => engine.build(corpus.services)));
  result.build = middle(builds);
  await engine.build(corpus.services, { save: true });
  const saved = engine.save();
  result.bytes = saved.index.length;
  const params = { [constants.BROTLI_PARAM_QUALITY]: isLarge ? 5 : 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  result.brotli = brotliCompressSync(saved.index, { params }).length;
  if (saved.text) result.textBrotli = brotliCompressSync(saved.text, { params: { ...params, [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

  // Loaded into an engine that knows nothing yet, as a device does.
  const fresh = await (await import(`./engines/${file}.mjs`)).open();
  collectGarbage();
  const before = process.memoryUsage();
  result.load = await timed(() => fresh.load(saved, corpus.services));
  collectGarbage();
  const after = process.memoryUsage();
  result.memory = (fresh.memory?.() ?? after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / 2 ** 20;
  for (const kind of Object.keys(queries)) {
    if (!fresh[kind]) continue;
    result.kinds[kind] = { ...(await latencies(fresh[kind], queries[kind])), exact: await isExact(fresh[kind], kind) };
    result.kinds[kind].answers = [];
    for (const query of queries[kind].slice(0, 50)) {
      const answer = await fresh[kind](query);
      result.kinds[kind].answers.push(kind === 'phrase' ? [answer.found, [...answer.categories], [...answer.ages]] : [...answer]);
    }
  }
} catch (error) {
  result.failed = String(error.message ?? error);
}
console.log(JSON.stringify(result));
