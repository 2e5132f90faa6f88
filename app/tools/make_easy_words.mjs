/**
 * Every sentence of easy read, of the shell and all plugins, in one table that only those fetch who chose it: key,
 * English and Welsh, each ended by a zero, sorted bytewise, as app/ui/words.hpp reads it. Used by make_www.mjs.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { filesBelow } from './files.mjs';
import { isOfEasyRead, rowsOf } from './words.mjs';

const ofPlugins = /^plugins\/(?:[^/]+\/){1,2}(?:shared_)?text\.json$/;

function tablesOf(root) {
  const plugins = filesBelow(join(root, 'plugins')).map((name) => `plugins/${name}`).filter((name) => ofPlugins.test(name));
  return [['assets/shell_text.json', 'shell'], ...plugins.map((path) => [path, basename(dirname(path))])];
}

/** @param {string} root of the project @returns {Buffer} */
export function easyWords(root) {
  const rows = new Map(); // two modules of one plugin may both say a sentence
  for (const [path, id] of tablesOf(root)) {
    for (const row of rowsOf(JSON.parse(readFileSync(join(root, path), 'utf8')), id).rows) {
      if (isOfEasyRead(row.key)) rows.set(row.key, row);
    }
  }
  const sorted = [...rows.values()].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  return Buffer.from(sorted.map(({ key, en, cy }) => `${key}\0${en}\0${cy}\0`).join(''));
}
