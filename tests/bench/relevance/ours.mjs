/**
 * Asks our engine, as it is in council-api, for one query, and keeps the answers: a bench asks for the
 * same filters many times. Used by asked.mjs and by the pool.
 */
import { execFile } from 'node:child_process';
import { councilApi } from '../../browser/support/paths.mjs';
import { council, feed } from './services.mjs';

const answers = new Map();

function run(words) {
  const options = ['offer', 'search', '--feed', feed, '--council', council, '--json', '--', words];
  return new Promise((resolve, reject) => {
    execFile(councilApi(), options, { encoding: 'utf8', maxBuffer: 1 << 26 }, (error, output) => {
      if (error) reject(new Error(`council-api failed for "${words}": ${error.message}`));
      else resolve(JSON.parse(output));
    });
  });
}

export function ask(words) {
  if (!answers.has(words)) answers.set(words, run(words));
  return answers.get(words);
}

/** `isPartial`: the person is told that nothing has all of the words. */
export async function findOurs(words) {
  const { results, matched } = await ask(words);
  return { ids: results.map(({ id }) => id), isPartial: matched === 'some' };
}
