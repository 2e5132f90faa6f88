/**
 * Gives the same cases to survey-core and to us (build/native/bin/survey_lines, a case a line) and says where
 * we differ. Used by the suite "surveys" and by ./alongside bench surveys.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from '../browser/support/paths.mjs';
import { expressionParts, makeExpression } from './make_expression.mjs';
import { makePattern, patternParts } from './make_pattern.mjs';
import { chooseParts } from './make_choices.mjs';
import { makeChoiceSurvey, makeSurvey, surveyParts } from './make_survey.mjs';
import { expressionResult, now, patternResult, same, surveyResult } from './peer.mjs';
import { Random } from './random.mjs';
import { shrink } from './shrink.mjs';

const program = process.env.ALONGSIDE_SURVEY_LINES ?? join(build, 'native/bin/survey_lines');

function ours(lines) {
  const run = spawnSync(program, { input: lines.join('\n') + '\n', encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`survey_lines stopped: ${run.error ?? run.stderr}`);
  const results = run.stdout.split('\n').filter(Boolean);
  if (results.length !== lines.length) throw new Error(`survey_lines answered ${results.length} of ${lines.length} cases`);
  return results;
}

/** How often each part was in a case that both sides gave a result to. */
export class Coverage {
  constructor(parts) {
    this.counts = new Map(parts.map((part) => [part, 0]));
  }

  add(parts) {
    for (const part of parts) if (this.counts.has(part)) this.counts.set(part, this.counts.get(part) + 1);
  }

  /** Adds what another part counted: pairs of a part's name and how often. */
  join(counts) {
    for (const [part, often] of counts) this.counts.set(part, (this.counts.get(part) ?? 0) + often);
  }

  least() {
    return [...this.counts].sort((a, b) => a[1] - b[1])[0];
  }

  table() {
    const cells = [...this.counts].map(([part, count]) => `${part.padEnd(16)}${String(count).padStart(6)}`);
    const rows = [];
    for (let at = 0; at < cells.length; at += 5) rows.push(cells.slice(at, at + 5).join('   '));
    return rows.join('\n');
  }
}

/** What kind of result it was: a run in which everything is null would prove nothing. */
function kindOf({ value, fault }) {
  if (fault !== undefined) return 'fault';
  if (value.startsWith('"$date')) return 'date';
  if (value.startsWith('"$')) return 'undefined, NaN';
  if (value.startsWith('"')) return 'text';
  if (value.startsWith('[')) return 'list';
  if (value.startsWith('{')) return 'map';
  return /^(true|false|null)$/.test(value) ? value : 'number';
}

const expressionKinds = ['fault', 'date', 'undefined, NaN', 'text', 'list', 'map', 'true', 'false', 'null', 'number'];

/** A line of ours beside a result of theirs; our value is taken as it is written, so that no digit is lost. */
function agree(line, theirs) {
  if (theirs.fault !== undefined) return line.startsWith('{"fault":');
  return line.startsWith('{"value":') && same(line.slice('{"value":'.length, -1), theirs.value);
}

/** Each kind of case: how one is made, what survey-core makes of it, what has to be among them. */
const kinds = {
  expressions: { make: makeExpression, theirs: expressionResult, parts: [...expressionParts, ...expressionKinds], kindOf },
  patterns: { make: makePattern, theirs: patternResult, parts: [...patternParts, 'fault', 'true', 'false'], kindOf },
  choices: { make: makeChoiceSurvey, theirs: surveyResult, parts: chooseParts, kindOf: () => 'survey' },
  surveys: { make: makeSurvey, theirs: surveyResult, parts: surveyParts, kindOf: () => 'survey' },
};

export function compare(name, count, seed) {
  const kind = kinds[name];
  const cases = Array.from({ length: count }, (_, at) => kind.make(new Random(seed * 100_003 + at)));
  const lines = ours(cases.map((each) => JSON.stringify({ ...each, now })));
  const coverage = new Coverage(kind.parts);
  const result = { name, cases: count, compared: 0, thrown: 0, differences: [], coverage };
  cases.forEach((each, at) => {
    const theirs = kind.theirs(each);
    if (theirs.thrown !== undefined) {
      result.thrown += 1;
      return;
    }
    result.compared += 1;
    coverage.add([...each.parts, kind.kindOf(theirs)]);
    if (!agree(lines[at], theirs)) result.differences.push({ ...each, ours: lines[at], theirs });
  });
  return result;
}

function parted(line) {
  const members = (text) => Object.entries(JSON.parse(text)).map(([name, value]) => [name, JSON.stringify(value)]);
  return Object.fromEntries(members(line));
}

/** Which of these surveys is the first in which we differ; -1: none. What one of the two refuses is not meant. */
export function firstThatDiffers(cases) {
  const lines = ours(cases.map((each) => JSON.stringify({ ...each, now })));
  return cases.findIndex((each, at) => {
    if (!lines[at].startsWith('{"value":')) return false;
    const theirs = surveyResult(each);
    return theirs.value !== undefined && !agree(lines[at], theirs);
  });
}

/** A survey in which we differ as small as it gets, and where the two differ in it: words to print. */
export function smallest(given) {
  const small = shrink(given, firstThatDiffers);
  const mine = parted(ours([JSON.stringify({ ...small, now })])[0].slice('{"value":'.length, -1));
  const other = parted(surveyResult(small).value);
  const differing = Object.keys(mine).filter((name) => mine[name] !== other[name]);
  return [JSON.stringify(small), ...differing.map((name) => `  ${name}: ${mine[name]} ours\n  ${name}: ${other[name]} survey-core's`)].join('\n');
}

/** Whether a difference would be seen: a result that is not ours must not agree. */
export function seesDifferences() {
  const theirs = expressionResult({ expression: '{a} + 1', values: { a: 2 } });
  return theirs.value === '3' && agree('{"value":3}', theirs) && !agree('{"value":4}', theirs) &&
    !agree('{"value":"3"}', theirs) && !agree('{"fault":0}', theirs) && !agree('{"value":3}', { fault: 0 });
}
