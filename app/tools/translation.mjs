/**
 * Our sentences as one table for a translator, and back: a line for each sentence with its English and its Welsh, whatever
 * JSON file it stands in. What comes back changes these strings where they stand and nothing else of the files. Called by
 * translation_file.mjs and its test; knows no files and no rules of ours.
 */

/** Every string of a JSON text with where it stands: {path, value, start, end}, quotes included. */
export function stringsIn(text) {
  const found = [];
  let at = 0;
  const space = () => { while (/\s/.test(text[at] ?? '')) at++; };
  const string = () => {
    const start = at++;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
    return { value: JSON.parse(text.slice(start, at)), start, end: at };
  };
  const items = (close, one) => {
    at++;
    for (space(); text[at] !== close; space()) {
      one();
      space();
      if (text[at] === ',') at++;
      space();
    }
    at++;
  };
  const value = (path) => {
    space();
    if (text[at] === '"') found.push({ path, ...string() });
    else if (text[at] === '[') {
      let number = 0;
      items(']', () => value([...path, String(number++)]));
    } else if (text[at] === '{') {
      items('}', () => {
        const { value: name } = string();
        space();
        at++; // the colon
        value([...path, name]);
      });
    } else while (/[\w.+-]/.test(text[at] ?? '')) at++;
  };
  JSON.parse(text); // so that the walk meets no mistake
  value([]);
  return found;
}

const languages = ['en', 'cy'];

/**
 * The sentences of a JSON text in their order: {key, en, cy}, each language as a string of stringsIn() or missing. `key`
 * is the path without the language; a plural's ends in the category ("few"), of which English has not all.
 */
export function sentencesIn(text) {
  const sentences = new Map();
  for (const found of stringsIn(text)) {
    const at = found.path.findIndex((part, place) => languages.includes(part) && place > 0 && place >= found.path.length - 2);
    if (at < 0) continue;
    const key = found.path.toSpliced(at, 1).join('/');
    if (!sentences.has(key)) sentences.set(key, { key });
    sentences.get(key)[found.path[at]] = found;
  }
  return [...sentences.values()].filter(({ en, cy }) => en || cy);
}

/**
 * @param {string} text of a JSON file @param {Map<string, {en: string, cy: string}>} given by key
 * @returns {{text: string, changed: number, problems: string[]}} in plain sentences; the text as it was where there are any
 */
export function withSentences(text, given) {
  const known = new Map(sentencesIn(text).map((sentence) => [sentence.key, sentence]));
  const problems = [], edits = [];
  for (const [key, words] of given) {
    const sentence = known.get(key);
    if (!sentence) problems.push(`${key}: there is no such sentence; nothing can be added here`);
    for (const language of sentence ? languages : []) {
      const before = sentence[language], after = words[language].trim();
      if (!before && after) problems.push(`${key}: this sentence has no "${language}"; leave it empty`);
      if (before && !after) problems.push(`${key}: the "${language}" is empty`);
      if (before && after && after !== before.value) edits.push({ ...before, after });
    }
  }
  if (problems.length > 0) return { text, changed: 0, problems };
  let made = text;
  for (const { start, end, after } of edits.sort((a, b) => b.start - a.start)) made = made.slice(0, start) + JSON.stringify(after) + made.slice(end);
  return { text: made, changed: edits.length, problems };
}

const cell = (text) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A table as every spreadsheet opens it: UTF-8 with its mark, RFC 4180. */
export const csvOf = (rows) => `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** @returns {string[][]} the rows of a CSV, with commas or, as some spreadsheets write it, with semicolons */
export function rowsOfCsv(csv) {
  const text = csv.replace(/^\uFEFF/, '');
  const between = /[,;]/.exec(text.replace(/"[^"]*"/g, ''))?.[0] ?? ',';
  const rows = [[]];
  for (let at = 0; at < text.length;) {
    let value = '';
    if (text[at] === '"') {
      for (at++; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at++) {
        if (text[at] === '"') at++;
        value += text[at];
      }
      at++;
    } else while (at < text.length && text[at] !== between && !/[\r\n]/.test(text[at])) value += text[at++];
    rows.at(-1).push(value);
    if (text[at] === between) {
      at++;
      if (at === text.length) rows.at(-1).push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at < text.length) rows.push([]);
  }
  return rows.filter((row) => row.length > 1 || row[0]);
}
