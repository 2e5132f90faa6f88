/**
 * Turns a text.json (English and Welsh side by side) into a C++ table.
 * Called by app/cmake/words.cmake:  make_words.mjs text.json <id> <output base> [shared_text.json <its id> [left.out. …]]
 *   [--more=text.json …]: further files whose keys begin with the same id
 *   [--usual]: without the sentences of easy read, which travel by themselves (make_easy_words.mjs)
 * A plural is one sentence a category, "key#one"; sorted bytewise for binary search.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { writeIfChanged } from './files.mjs';
import { isOfEasyRead, rowsOf } from './words.mjs';

const literal = (text) => `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}" "\\0"`;

function source(id, header, rows) {
  const lines = rows.map(({ key, en, cy }) => `    ${literal(key)} ${literal(en)} ${literal(cy)}`);
  return `#include "${header}"

namespace alongside {
const char ${id}_word_text[] =
${lines.join('\n')};
}  // namespace alongside
`;
}

const header = (id, count) => `// Made by app/tools/make_words.mjs; do not edit.
#pragma once

#include "app/ui/text_key.hpp"

namespace alongside {
extern const char ${id}_word_text[];
inline constexpr ui::WordTable ${id}_words = {${id}_word_text, ${count}};
}  // namespace alongside
`;

const [json, id, base, shared, sharedId, ...leftOut] = process.argv.slice(2).filter((given) => !given.startsWith('--'));
const isUsual = process.argv.includes('--usual');
const more = process.argv.slice(2).filter((given) => given.startsWith('--more=')).map((given) => [given.slice('--more='.length), id]);
const rows = [];
for (const [path, itsId] of [[json, id], [shared, sharedId], ...more]) {
  if (!path) continue;
  const read = rowsOf(JSON.parse(readFileSync(path, 'utf8')), itsId);
  for (const problem of read.problems) console.error(`${path}: ${problem}`);
  if (read.problems.length > 0) process.exit(1);
  rows.push(...read.rows.filter(({ key }) => !leftOut.some((begins) => key.startsWith(begins)) && !(isUsual && isOfEasyRead(key))));
}
rows.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
if (rows.length === 0) rows.push({ key: '', en: '', cy: '' });
writeIfChanged(`${base}.cpp`, source(id, `${basename(base)}.hpp`, rows));
writeIfChanged(`${base}.hpp`, header(id, rows.length));
