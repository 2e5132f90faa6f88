/**
 * ./alongside words export FILE.csv: every sentence of ours for a translator, English and Welsh side by side, to be opened
 * with any spreadsheet. ./alongside words import FILE.csv: takes back what was changed there, all of it or, where something
 * is not as it must be, nothing. Called by words.sh in the repository's root.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ourFiles, report, textOf } from './sources.mjs';
import { csvOf, rowsOfCsv, sentencesIn, withSentences } from './translation.mjs';
import { rowsOf } from './words.mjs';

const heads = ['File', 'Sentence', 'English', 'Welsh'];
const files = () => ourFiles(/^assets\/shell_text\.json$|^plugins\/.*\/(?:shared_)?text\.json$|^plugins\/.*\/plugin\.json$|^plugins\/[^/]+\/content\/[^/]+\.json$/);
const idOf = (path) => (path.startsWith('assets/') ? 'shell' : basename(dirname(path)));
const isText = (path) => path.endsWith('text.json');

function exported() {
  const rows = files().flatMap((path) => sentencesIn(textOf(path)).map(({ key, en, cy }) => [path, key, en?.value ?? '', cy?.value ?? '']));
  return { csv: csvOf([heads, ...rows]), count: rows.length };
}

/** What each file is to become, and what is wrong, in plain sentences. */
function imported(csv) {
  const [head, ...rows] = rowsOfCsv(csv);
  if (String(head) !== String(heads)) return { problems: [`the first line must be ${heads.join(', ')}`], made: [] };
  const given = new Map();
  for (const [path, key, en = '', cy = ''] of rows) {
    if (!given.has(path)) given.set(path, new Map());
    given.get(path).set(key, { en, cy });
  }
  const known = new Set(files()), problems = [], made = [];
  for (const [path, sentences] of given) {
    if (!known.has(path)) {
      problems.push(`${path}: there is no such file of sentences`);
      continue;
    }
    const { text, changed, problems: found } = withSentences(textOf(path), sentences);
    if (found.length === 0 && isText(path)) found.push(...rowsOf(JSON.parse(text), idOf(path)).problems);
    problems.push(...found.map((problem) => `${path}: ${problem}`));
    if (changed > 0) made.push({ path, text, changed });
  }
  return { problems, made };
}

const [verb, path] = process.argv.slice(2);
if (!path || !['export', 'import'].includes(verb)) report(['write: ./alongside words export FILE.csv, or ./alongside words import FILE.csv']);
if (verb === 'export') {
  const { csv, count } = exported();
  writeFileSync(path, csv);
  console.log(`${count} sentences are in ${path}`);
} else {
  const { problems, made } = imported(readFileSync(path, 'utf8'));
  if (problems.length > 0) report([...problems, 'Nothing was changed.']);
  for (const { path: file, text } of made) writeFileSync(file, text);
  console.log(`${made.reduce((sum, { changed }) => sum + changed, 0)} sentences changed in ${made.length} files. Now: ./alongside check`);
}
