/**
 * Which of our sentences are hard to read: too long in either language, in English with a word that only officials use, or so
 * much longer in Welsh that they have no room where the English has. Easy read has a shorter measure. Called by check_words.mjs; easy_read.mjs counts words the same way.
 */
const longest = { usual: 25, easy: 12 }; // words of one sentence
const official = ['respite', 'provision', 'utilise', 'commence', 'pursuant', 'ascertain', 'facilitate', 'endeavour', 'liaise', 'submit', 'hereby',
  'in accordance with', 'in respect of', 'prior to', 'with regard to', 'stakeholder', 'signpost'];

const mostLonger = 2.6; // times as many letters; what is shorter than this has room anyway:
const hasRoom = 10;

const sentencesIn = (text) => text.split(/(?<=[.!?:])\s+/);
export const wordsIn = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word)).length;

function tooLong(key, text, measure) {
  return sentencesIn(text).filter((sentence) => wordsIn(sentence) > longest[measure])
    .map((sentence) => `${key}: ${wordsIn(sentence)} words in one sentence, at most ${longest[measure]}: "${sentence}"`);
}

function ofOffices(key, text) {
  const found = official.find((word) => new RegExp(`\\b${word}`, 'i').test(text));
  return found ? [`${key}: "${found}" is a word of offices; say it as you would to a neighbour`] : [];
}

function overLong(key, en, cy) {
  if (typeof en !== 'string' || typeof cy !== 'string' || cy.length <= Math.max(en.length, hasRoom) * mostLonger) return [];
  return [`${key}: the Welsh is ${(cy.length / en.length).toFixed(1)} times as long as the English: "${cy}"`];
}

/** @param {object} texts a text.json @returns {string[]} what is hard, in plain sentences */
export function hardSentences(texts) {
  return Object.entries(texts).flatMap(([key, { en, cy, easy = {}, wales }]) => {
    const usual = typeof en === 'string' ? [en] : Object.values(en ?? {});
    const welsh = typeof cy === 'string' ? [cy] : Object.values(cy ?? {});
    const { en: easyEnglish = '', cy: easyWelsh = '' } = easy;
    return [
      ...usual.flatMap((text) => [...tooLong(key, text, 'usual'), ...ofOffices(key, text)]),
      ...welsh.flatMap((text) => tooLong(`${key} (Welsh)`, text, 'usual')),
      ...overLong(key, en, cy),
      ...tooLong(`${key} (easy)`, easyEnglish, 'easy'),
      ...ofOffices(`${key} (easy)`, easyEnglish),
      ...tooLong(`${key} (easy, Welsh)`, easyWelsh, 'easy'),
      ...(wales ? hardSentences({ [`${key} (Wales)`]: wales }) : []),
    ];
  });
}
