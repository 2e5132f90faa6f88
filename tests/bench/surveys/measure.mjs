/**
 * One answer of the branching survey, with everything evaluated again and what shows read afterwards, in
 * survey-core and in our engine in WebAssembly; both in turn in one process, and both must show the same.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../../browser/support/paths.mjs';
import { now, Survey } from '../../surveys/peer.mjs';
import { before, branching, turns } from './branching.mjs';

function theirs() {
  const survey = new Survey.Model(branching());
  const questions = survey.getAllQuestions();
  const answer = (name, value) => survey.setValue(name, value);
  return { answer, shown: () => questions.map((each) => each.isVisible && each.isParentVisible) };
}

async function ours() {
  const { default: create } = await import(pathToFileURL(join(build, 'wasm/bench/bench_surveys.mjs')));
  const wasm = await create();
  const encoder = new TextEncoder();
  const text = (words) => {
    const bytes = encoder.encode(words);
    const at = wasm._text_create(bytes.length + 1);
    wasm.HEAPU8.set(bytes, at);
    wasm.HEAPU8[at + bytes.length] = 0;
    return at;
  };
  const survey = wasm._survey_create(text(JSON.stringify(branching())), now);
  if (survey === 0) throw new Error('our engine refuses the branching survey');
  const count = wasm._survey_questions(survey);
  const room = 64;
  const [first, second] = [wasm._text_create(room), wasm._text_create(room)];
  const put = (words, at) => {
    const { written } = encoder.encodeInto(words, wasm.HEAPU8.subarray(at, at + room - 1));
    wasm.HEAPU8[at + written] = 0;
  };
  // Words go in as words; a list as JSON.
  const answer = (name, value) => {
    const isText = typeof value === 'string';
    put(name, first);
    put(isText ? value : JSON.stringify(value), second);
    if (isText) wasm._survey_answer_text(survey, first, second);
    else wasm._survey_answer(survey, first, second);
  };
  const shown = () => {
    const at = wasm._survey_shown(survey);
    return wasm.HEAPU8.slice(at, at + count);
  };
  return { answer, shown };
}

const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

export async function measureAnswer(rounds = 400, warm = 100) {
  const engines = { ours: await ours(), theirs: theirs() };
  const times = { ours: [], theirs: [] };
  for (const engine of Object.values(engines)) for (const [name, value] of before) engine.answer(name, value);
  for (let round = 0; round < warm + rounds; round++) {
    const seen = {};
    for (const [name, engine] of Object.entries(engines)) {
      const start = performance.now();
      engine.answer('q1', turns[round % 2]);
      seen[name] = engine.shown();
      const took = performance.now() - start;
      if (round >= warm) times[name].push(took);
    }
    if (seen.ours.join() !== seen.theirs.map(Number).join()) throw new Error('the two engines do not show the same questions');
  }
  return Object.fromEntries(Object.entries(times).map(([name, each]) => [name, { p50: percentile(each, 0.5), p99: percentile(each, 0.99) }]));
}
