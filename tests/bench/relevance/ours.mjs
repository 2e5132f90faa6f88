/**
 * Asks our engine, as it is in council-api, and keeps the answers. All searches that are known to come are
 * asked in one go, as every start of the program reads the whole feed. Used by asked.mjs and engines.mjs.
 */
import { execFileSync } from 'node:child_process';
import { councilApi } from '../../browser/support/paths.mjs';
import { council, feed } from './services.mjs';

const answers = new Map();

function run(searches) {
  const options = ['offer', 'search', '--feed', feed, '--council', council, '--json', '--', searches.join('\n')];
  const lines = execFileSync(councilApi(), options, { encoding: 'utf8', maxBuffer: 1 << 28 }).trimEnd().split('\n');
  if (lines.length !== searches.length) throw new Error(`council-api answered ${lines.length} of ${searches.length} searches`);
  searches.forEach((words, at) => answers.set(words, JSON.parse(lines[at])));
}

export const filtersOf = ({ hints }) => hints.map(({ word }) => word).join(' ');

/** Asks for all of these, and then for what in them was understood as filters, on its own. */
export function askAll(searches) {
  run(searches);
  run([...new Set(searches.map((words) => filtersOf(answers.get(words))).filter((words) => words && !answers.has(words)))]);
}

export function ask(words) {
  if (!answers.has(words)) run([words]);
  return answers.get(words);
}

/** A short list goes on with others of its kind, as it does on the page. `isPartial`: the person is told that nothing has all of the words. */
export function findOurs(words) {
  const { results, similar, matched } = ask(words);
  return { ids: [...results, ...similar].map(({ id }) => id), isPartial: matched === 'some' };
}
