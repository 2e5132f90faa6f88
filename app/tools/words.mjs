/**
 * The rules of a text.json, shared by make_words.mjs and check_words.mjs: every key has English and
 * Welsh, a plural has the categories its language needs, both languages fill the same {places}. A sentence
 * may have an easier one, "easy", in both languages too, which is read where somebody chose easy read, with a "picture"
 * beside it: a word of the council's symbols (assets/symbols.json, or its own). And there may be one for
 * councils in Wales, "wales", whose law has other names for the same things, which may have its own "easy".
 */
const categories = { en: ['one', 'other'], cy: ['zero', 'one', 'two', 'few', 'many', 'other'] };
const languages = ['en', 'cy'];

// Where a council's symbols are served by a word.
const symbols = '/api/feedback/symbols/';

/** Whether a row is read only where somebody chose easy read: its sentence, or the picture beside it. */
export const isOfEasyRead = (key) => /#(easy|picture)$/.test(key);

export const placesIn = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);

const samePlaces = (a, b) => JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...new Set(b)].sort());

function plainRow(key, entry, problems) {
  if (!samePlaces(placesIn(entry.en), placesIn(entry.cy))) {
    problems.push(`${key}: English and Welsh do not have the same {places}`);
  }
  return [{ key, en: entry.en, cy: entry.cy }, ...easyRows(key, entry, problems), ...walesRows(key, entry, problems)];
}

function walesRows(key, { en, wales }, problems) {
  if (wales === undefined) return [];
  if (languages.some((language) => typeof wales[language] !== 'string')) {
    problems.push(`${key}: "wales" needs both "en" and "cy"`);
    return [];
  }
  for (const language of languages) {
    if (!samePlaces(placesIn(en), placesIn(wales[language]))) problems.push(`${key}: the ${language} of Wales does not have the same {places}`);
  }
  return [{ key: `${key}#wales`, en: wales.en, cy: wales.cy }, ...easyRows(`${key}#wales`, wales, problems)];
}

function easyRows(key, { en, easy }, problems) {
  if (easy === undefined) return [];
  const { picture, ...sentences } = easy;
  const isWhole = languages.every((language) => typeof easy[language] === 'string');
  if (!isWhole || Object.keys(sentences).length !== languages.length) {
    problems.push(`${key}: "easy" needs both "en" and "cy", and nothing else but a "picture"`);
    return [];
  }
  if (picture !== undefined && !/^[a-z]+$/.test(picture)) problems.push(`${key}: "${picture}" is no word of a symbol`);
  for (const language of languages) {
    if (!samePlaces(placesIn(en), placesIn(easy[language]))) problems.push(`${key}: the easy ${language} does not have the same {places}`);
  }
  const beside = picture === undefined ? [] : [{ key: `${key}#picture`, en: symbols + picture, cy: symbols + picture }];
  return [{ key: `${key}#easy`, en: easy.en, cy: easy.cy }, ...beside];
}

function pluralRows(key, entry, problems) {
  for (const language of languages) {
    for (const category of categories[language]) {
      if (typeof entry[language][category] !== 'string') problems.push(`${key}: no ${language} "${category}"`);
    }
    const unknown = Object.keys(entry[language]).filter((name) => !categories[language].includes(name));
    for (const name of unknown) problems.push(`${key}: ${language} has no plural category "${name}"`);
  }
  const other = new Set([...placesIn(entry.en.other ?? ''), 'n']);
  for (const text of languages.flatMap((language) => Object.values(entry[language]))) {
    for (const place of placesIn(text)) if (!other.has(place)) problems.push(`${key}: {${place}} is not in the English`);
  }
  return categories.cy.map((category) => ({
    key: `${key}#${category}`,
    en: entry.en[category] ?? entry.en.other,
    cy: entry.cy[category],
  }));
}

/** Every row of one text.json, sorted bytewise, and what is wrong with it in plain sentences. */
export function rowsOf(texts, id) {
  const problems = [];
  const rows = Object.entries(texts).flatMap(([key, entry]) => {
    if (!key.startsWith(`${id}.`)) problems.push(`${key}: keys here start with "${id}."`);
    const kinds = languages.map((language) => typeof entry[language]);
    if (kinds.includes('undefined')) {
      problems.push(`${key}: needs both "en" and "cy"`);
      return [];
    }
    if (kinds[0] !== kinds[1]) problems.push(`${key}: is a plural in one language only`);
    if (kinds[0] === 'object' && (entry.easy || entry.wales)) problems.push(`${key}: a plural has no easy read and none of Wales`);
    if (kinds.every((kind) => kind === 'object')) return pluralRows(key, entry, problems);
    return kinds.every((kind) => kind === 'string') ? plainRow(key, entry, problems) : [];
  });
  for (const row of rows) if (!row.en || !row.cy) problems.push(`${row.key}: a sentence is empty`);
  rows.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  return { rows, problems };
}
