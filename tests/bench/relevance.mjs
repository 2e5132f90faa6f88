/**
 * ./alongside bench relevance: how good the first ten services are that our search and its peers find for
 * queries as parents type them, over the demo offer. Every engine gets the same texts, weights, synonyms
 * and filters; each peer answers in the configuration that does best on the half of the queries that may
 * be looked at for tuning. What counts is the half that is held out.
 */
import { readJudgements, readQueries } from './relevance/judged.mjs';
import { openEngines } from './relevance/engines.mjs';
import { mean, ndcg, unjudgedShare } from './relevance/measure.mjs';
import { report, row } from './support/report.mjs';

/** Ours is good when it is as near the best order as this, or this much better than the best peer. */
const goodEnough = 0.95;
const betterBy = 1.1;

const queries = readQueries();
const judgements = readJudgements();
const halves = { tuning: queries.filter((query) => !query.held_out), 'held out': queries.filter((query) => query.held_out) };
const kinds = [...new Set(queries.map(({ kind }) => kind))];

async function answersOf(engine, configuration, some) {
  const answers = [];
  for (const query of some) {
    const answer = await engine.find(query.query, configuration);
    answers.push({ query, ...answer, ndcg: ndcg(answer, judgements[query.id]) });
  }
  return answers;
}

const meanOf = (answers) => mean(answers.map((answer) => answer.ndcg));

/** The held-out half has no part in the choice. */
async function measure(engine) {
  process.stderr.write(`  ${engine.name}\n`);
  let best = null;
  for (const configuration of engine.configurations) {
    const tuning = await answersOf(engine, configuration, halves.tuning);
    if (!best || meanOf(tuning) > meanOf(best.tuning)) best = { configuration, tuning };
  }
  return { name: engine.name, ...best, 'held out': await answersOf(engine, best.configuration, halves['held out']) };
}

const shown = (value) => (value === null ? '' : value.toFixed(3));

function table(head, lines) {
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at].length)));
  for (const line of [head, ...lines]) console.log(line.map((text, at) => (at === 0 ? text.padEnd(widths[at]) : text.padStart(widths[at]))).join('  ').trimEnd());
  console.log('');
}

function printEngines(measured) {
  const percent = (share) => `${(share * 100).toFixed(1)} %`;
  table(['nDCG@10', 'tuning', 'held out', 'not judged'], measured.map((each) => [
    each.name, shown(meanOf(each.tuning)), shown(meanOf(each['held out'])), percent(unjudgedShare([...each.tuning, ...each['held out']], judgements)),
  ]));
  for (const { name, configuration } of measured.slice(1)) console.log(`${name}: ${Object.entries(configuration).map((pair) => pair.join(' ')).join(', ')}`);
  console.log('');
}

function printKinds(measured) {
  for (const half of Object.keys(halves)) {
    table([half, 'queries', ...measured.map(({ name }) => name)], kinds.map((kind) => [
      kind, String(halves[half].filter((query) => query.kind === kind).length),
      ...measured.map((each) => shown(meanOf(each[half].filter(({ query }) => query.kind === kind)))),
    ]));
  }
}

const rounded = (value) => Number(value.toFixed(4));

function rowOf(half, ours, others) {
  const value = meanOf(ours[half]);
  const peer = others.reduce((best, each) => (meanOf(each[half]) > meanOf(best[half]) ? each : best));
  const peerValue = meanOf(peer[half]);
  const target = half === 'held out' ? rounded(Math.min(goodEnough, betterBy * peerValue)) : null;
  return row(`${half}, ${halves[half].length} queries`, rounded(value), 'nDCG@10', { target, bound: 'least', peer: peer.name, peerValue: rounded(peerValue) });
}

function printWorst(ours) {
  for (const { query, ndcg: value, ids } of ours.tuning.sort((a, b) => a.ndcg - b.ndcg)) {
    console.log(`${value.toFixed(3)} ${query.id} ${query.query} (${ids.length})`);
  }
}

const measured = [];
for (const engine of await openEngines(queries)) measured.push(await measure(engine));
const [ours, ...others] = measured;
if (process.argv.includes('--worst')) printWorst(ours);
printEngines(measured);
printKinds(measured);
report('relevance', ['tuning', 'held out'].map((half) => rowOf(half, ours, others)));
