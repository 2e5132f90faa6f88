/**
 * Words: every text.json is whole in both languages, every key the C++ uses is there, every key that is
 * there is used, no sentence of ours is hard to read, and easy read is easier. Called by check.sh.
 */
import { cppFiles, ourFiles, report, textOf } from './sources.mjs';
import { easyAsUsual, unseenPictures, youngPeoplesShare } from './easy_read.mjs';
import { hardSentences } from './hard_sentences.mjs';
import { rowsOf } from './words.mjs';

const files = ourFiles(/^assets\/shell_text\.json$|^plugins\/(?:[^/]+\/){1,2}(?:shared_)?text\.json$/);
const idOf = (path) => (path.startsWith('assets/') ? 'shell' : path.split('/').at(-2));
const sources = cppFiles().filter((path) => !path.startsWith('tests/')).map((path) => ({ path, text: textOf(path) }));

const problems = [];
const keys = new Map(), textsOf = new Map();
let easy = 0, pictures = 0;
const symbolWords = new Set(JSON.parse(textOf('assets/symbols.json')).symbols.flatMap(({ words }) => words));
for (const path of files) {
  const texts = JSON.parse(textOf(path));
  textsOf.set(path, texts);
  const { rows, problems: found } = rowsOf(texts, idOf(path));
  problems.push(...found.map((problem) => `${path}: ${problem}`));
  const hard = [...hardSentences(texts), ...easyAsUsual(texts), ...unseenPictures(texts, sources.map(({ text }) => text))];
  problems.push(...hard.map((problem) => `${path}: ${problem}`));
  if (rows.length === 0) problems.push(`${path}: holds no words`);
  for (const key of Object.keys(texts)) keys.set(key, path);
  easy += Object.values(texts).filter((entry) => entry.easy).length;
  for (const [key, { easy: { picture } = {} }] of Object.entries(texts)) {
    if (picture === undefined) continue;
    pictures++;
    if (!symbolWords.has(picture)) problems.push(`${path}: ${key}: no symbol of assets/symbols.json has the word "${picture}"`);
  }
}

const literals = new Set();
const starts = new Set();
for (const { path, text } of sources) {
  for (const [, key] of text.matchAll(/"((?:\w+\.)+\w+)"_t\b/g)) {
    if (!keys.has(key)) problems.push(`${path}: "${key}"_t is in no text.json`);
  }
  for (const [, literal] of text.matchAll(/"((?:\w+\.)+\w*)"/g)) (literal.endsWith('.') ? starts : literals).add(literal);
}
// A key put together in code ("local_offer.kind." and a code) counts as used by its beginning.
const isUsed = (key) => literals.has(key) || [...starts].some((start) => key.startsWith(start));
for (const [key, path] of keys) if (!isUsed(key)) problems.push(`${path}: "${key}" is used nowhere`);

// What a plugin tells from a content file reads as easily as its screens; names of sources are others' words.
const contents = ourFiles(/^plugins\/[^/]+\/content\/[^/]+\.json$/);
for (const path of contents) {
  const texts = {};
  const walk = (value, at) => {
    if (value === null || typeof value !== 'object') return;
    if (typeof value.en === 'string') texts[at] = value;
    for (const [name, inner] of Object.entries(value)) if (!['easy', 'sources'].includes(name)) walk(inner, `${at}.${name}`);
  };
  walk(JSON.parse(textOf(path)), 'content');
  problems.push(...[...hardSentences(texts), ...easyAsUsual(texts)].map((problem) => `${path}: ${problem}`));
}

const young = youngPeoplesShare(textsOf);
problems.push(...young.problems);
report(problems, `${keys.size} keys in ${files.length} files, ${easy} of them with easy read, ${pictures} of those with a picture; ` +
  `${young.share} % of ${young.explaining} explaining sentences in young people's parts`);
