/**
 * ./alongside bench surveys: our survey engine beside survey-core, in one run: random surveys with answers and
 * random expressions in both (all of them must be equal, and everything that they can hold must be among them
 * often enough), definitions that other people wrote, one answer of a branching survey, and the bytes of both.
 *
 * ALONGSIDE_PAIRS=2000 compares fewer pairs.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from '../browser/support/paths.mjs';
import { Coverage, smallest } from '../surveys/compare.mjs';
import { leftOut } from '../surveys/left_out.mjs';
import { version } from '../surveys/peer.mjs';
import { report, row } from './support/report.mjs';
import { measureAnswer } from './surveys/measure.mjs';
import { loadRealWorld } from './surveys/real_world.mjs';

const pairs = Number(process.env.ALONGSIDE_PAIRS ?? 20_000);
const part = 1_000;
const partScript = fileURLToPath(new URL('../surveys/part.mjs', import.meta.url));
const fewest = Math.min(500, Math.floor(pairs / 40));
const peer = `survey-core ${version}`;

/** What a part of the cases gave, in a process of its own. */
async function comparePart(name, count, seed) {
  const { stdout } = await promisify(execFile)(process.execPath, [partScript, name, String(count), String(seed)], { maxBuffer: 1 << 30 });
  return JSON.parse(stdout);
}

/** A part at a time, two beside each other. */
async function compareMany(name, count) {
  const all = { compared: 0, thrown: 0, differences: [], coverage: new Coverage([]) };
  let next = 0;
  const work = async () => {
    while (next * part < count) {
      const at = next++;
      const result = await comparePart(name, Math.min(part, count - at * part), 1000 + at);
      all.compared += result.compared;
      all.thrown += result.thrown;
      all.differences.push(...result.differences);
      all.coverage.join(result.counts);
      process.stderr.write(`  ${name}: ${all.compared} compared, ${all.differences.length} differ\n`);
    }
  };
  await Promise.all([work(), work()]);
  return all;
}

const rows = [];
for (const [name, count] of [['surveys', pairs], ['choices', pairs / 2], ['expressions', Math.max(2_000, pairs / 5)], ['patterns', Math.max(2_000, pairs / 5)]]) {
  const result = await compareMany(name, count);
  console.log(`\nrandom ${name}, and how many of them hold what\n${result.coverage.table()}`);
  const isSurvey = name === 'surveys' || name === 'choices';
  for (const each of result.differences.slice(0, 10)) console.log(isSurvey ? smallest(each) : JSON.stringify(each));
  rows.push(row(`random ${name}: compared`, result.compared, 'cases', { peer }));
  rows.push(row(`random ${name}: different`, result.differences.length, 'cases', { peer, target: 0 }));
  rows.push(row(`random ${name}: ${peer} itself gives up`, result.thrown, 'cases', { target: result.compared / 100 }));
  if (isSurvey) {
    const few = [...result.coverage.counts].filter(([, often]) => often < fewest);
    if (few.length) console.log(`in fewer than ${fewest}: ${few.map(([each, often]) => `${each} ${often}`).join(', ')}`);
    rows.push(row(`random ${name}: parts in fewer than ${fewest}`, few.length, 'parts', { target: 0 }));
  }
}

console.log(`\nleft out of random surveys:\n${leftOut.map((each) => `  ${each}`).join('\n')}\n`);
rows.push(row('random surveys: kinds of case left out', leftOut.length, 'kinds'));

const real = loadRealWorld();
for (const each of real.refused) console.log(`refused: ${each}`);
for (const each of real.aloneRefused) console.log(`with types of its authors' own, which survey-core alone refuses: ${each}`);
rows.push(row('definitions of others: there are', real.count, 'definitions'));
rows.push(row(`definitions of others: ${peer} alone refuses`, real.aloneRefused.length, 'definitions'));
rows.push(row('definitions of others: refused', real.refused.length, 'definitions', { target: Math.floor(real.count / 10) }));

const times = await measureAnswer();
const milliseconds = (value) => Number(value.toFixed(4));
rows.push(row('one answer of 100 questions, p50', milliseconds(times.ours.p50), 'ms', { peer, peerValue: milliseconds(times.theirs.p50) }));
rows.push(row('one answer of 100 questions, p50: faster than the peer', Number((times.theirs.p50 / times.ours.p50).toFixed(1)), 'times',
  { target: 50, bound: 'least' }));
rows.push(row('one answer of 100 questions, p99', milliseconds(times.ours.p99), 'ms', { peer, peerValue: milliseconds(times.theirs.p99) }));

const brotli = (file) => brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const core = join(dirname(createRequire(import.meta.url).resolve('survey-core')), 'survey.core.min.js');
rows.push(row('engine in WebAssembly, brotli', brotli(join(build, 'wasm/bench/bench_surveys.wasm')), 'bytes', { peer, peerValue: brotli(core) }));
const peers = join(build, 'npm/bench-surveys/node_modules');
const pages = JSON.parse(readFileSync(join(peers, 'survey-js-ui/package.json'), 'utf8')).version;
rows.push(row('plugin, brotli', brotli(join(build, 'wasm/bin/feedback.wasm')), 'bytes', {
  peer: `survey-core + survey-js-ui ${pages} (its newest on npm)`,
  peerValue: brotli(join(peers, 'survey-core/survey.core.min.js')) + brotli(join(peers, 'survey-js-ui/survey-js-ui.min.js')),
  target: 80 * 1024,
}));
report('surveys', rows);
