/**
 * The table for a translator: out and back it changes nothing; what is changed in it stands in the files, and nothing else of
 * them; a table that a spreadsheet spoiled, or a sentence that lost its {place}, changes nothing at all.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { csvOf, rowsOfCsv, sentencesIn, withSentences } from '../../app/tools/translation.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const tool = join(root, 'app/tools/translation_file.mjs');
const words = ['assets/shell_text.json', 'plugins/feedback/safe/text.json', 'plugins/guidance/plugin.json', 'plugins/guidance/content/wales.json'];
let folder, table;

// A repository of a few of our files, so that what is written back is not ours.
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-translation-'));
  for (const path of words) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  table = join(folder, 'words.csv');
});
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words_) => spawnSync(process.execPath, [tool, ...words_], { cwd: folder, encoding: 'utf8' });
const contents = () => Object.fromEntries(words.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
const rows = () => rowsOfCsv(readFileSync(table, 'utf8'));

function exported() {
  const { status, stderr } = run('export', table);
  assert.equal(status, 0, stderr);
  return rows();
}

/** Puts `change` on the row of this sentence and takes the table back. */
function importedWith(key, change) {
  const all = exported();
  const row = all.find(([, name]) => name === key);
  assert.ok(row, `${key} is in the table`);
  change(row, all);
  writeFileSync(table, csvOf(all));
  return run('import', table);
}

test('out and back again changes no byte', () => {
  const was = contents();
  assert.ok(exported().length > 400);
  const { status, stdout } = run('import', table);
  assert.equal(status, 0);
  assert.match(stdout, /^0 sentences changed in 0 files/);
  assert.deepEqual(contents(), was);
});

test('a changed sentence stands in its file, and every other byte is as it was', () => {
  const was = contents();
  const welsh = 'Dweud "wrthym", nawr;\nos gwelwch yn dda';
  const { status, stdout } = importedWith('safe.tell', (row) => { row[3] = welsh; });
  assert.equal(status, 0);
  assert.match(stdout, /^1 sentences changed in 1 files/);
  const path = 'plugins/feedback/safe/text.json';
  assert.equal(JSON.parse(contents()[path])['safe.tell'].cy, welsh);
  assert.deepEqual({ ...contents(), [path]: was[path] }, was);
  const [before_, now] = [was[path].split('\n'), contents()[path].split('\n')];
  assert.equal(now.filter((line, at) => line !== before_[at]).length, 1);
});

test('easy read, the law of Wales, plurals, names of plugins and content each have their own line', () => {
  const keys = new Set(exported().map(([, key]) => key));
  for (const key of ['safe.thanks/easy', 'nav', 'topics/0/title', 'topics/0/title/easy']) assert.ok(keys.has(key), key);
  assert.ok([...keys].some((key) => key.endsWith('/few')) && [...keys].some((key) => key.endsWith('/other')));
});

for (const [name, key, change, said] of [
  ['a sentence without its {place}', 'shell.ring', (row) => { row[3] = 'Ffonio'; }, /do not have the same \{places\}/],
  ['an empty sentence', 'safe.tell', (row) => { row[2] = ' '; }, /the "en" is empty/],
  ['a sentence that nobody knows', 'safe.tell', (row) => { row[1] = 'safe.sing'; }, /safe\.sing: there is no such sentence/],
  ['a file that is none of ours', 'safe.tell', (row) => { row[0] = '../../etc/passwd'; }, /there is no such file of sentences/],
  ['a first line in other words', 'safe.tell', (row, all) => { all[0] = ['Ffeil', 'Brawddeg', 'Saesneg', 'Cymraeg']; }, /the first line must be/],
  ['English for a Welsh plural of its own', 'shell.sync.will_go/few', (row) => { row[2] = '{n} things'; }, /this sentence has no "en"/],
]) {
  test(`${name}: nothing is changed, and it is said why`, () => {
    const was = contents();
    const { status, stderr } = importedWith(key, change);
    assert.equal(status, 1);
    assert.match(stderr, said);
    assert.match(stderr, /Nothing was changed\./);
    assert.deepEqual(contents(), was);
  });
}

test('a table is read as spreadsheets write it: semicolons, quotes within quotes, lines within a cell, no last line', () => {
  const table_ = [['a', 'b;c', 'd "e"'], ['line\none', '', 'x,y']];
  assert.deepEqual(rowsOfCsv(csvOf(table_)), table_);
  assert.deepEqual(rowsOfCsv('\uFEFFa;"b;c";"d ""e"""\n"line\none";;x,y'), table_);
  assert.deepEqual(rowsOfCsv('a,b\r\n\r\n1,\r\n'), [['a', 'b'], ['1', '']]);
  assert.deepEqual(rowsOfCsv('"never closed, and no end'), [['never closed, and no end']]);
});

test('strings are found where they stand, whatever is in them', () => {
  const text = '{"x": {"en": "a \\"b\\" \\\\", "cy": "{}[],:"}, "n": [1e-5, true, {"y": {"en": "é", "cy": "\\u00e9"}}]}';
  assert.deepEqual(sentencesIn(text).map(({ key, en, cy }) => [key, en.value, cy.value]), [['x', 'a "b" \\', '{}[],:'], ['n/2/y', 'é', 'é']]);
  const made = withSentences(text, new Map([['n/2/y', { en: 'é', cy: 'ŵ' }]]));
  assert.deepEqual([made.changed, made.text], [1, text.replace('\\u00e9', 'ŵ')]);
});
