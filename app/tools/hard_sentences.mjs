/**
 * Which of our English sentences are hard to read: too long, or with a word that only officials use. Easy read has
 * a shorter measure. Called by check_words.mjs.
 */
const longest = { en: 25, easy: 12 }; // words of one sentence
const official = ['respite', 'provision', 'utilise', 'commence', 'pursuant', 'ascertain', 'facilitate', 'endeavour', 'liaise', 'submit', 'hereby',
  'in accordance with', 'in respect of', 'prior to', 'with regard to', 'stakeholder', 'signpost'];

const sentencesIn = (text) => text.split(/(?<=[.!?:])\s+/);
const wordsIn = (sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word)).length;

function problemsOf(key, text, measure) {
  const problems = sentencesIn(text).filter((sentence) => wordsIn(sentence) > longest[measure])
    .map((sentence) => `${key}: ${wordsIn(sentence)} words in one sentence, at most ${longest[measure]}: "${sentence}"`);
  const found = official.find((word) => new RegExp(`\\b${word}`, 'i').test(text));
  if (found) problems.push(`${key}: "${found}" is a word of offices; say it as you would to a neighbour`);
  return problems;
}

/** @param {object} texts a text.json @returns {string[]} what is hard, in plain sentences */
export function hardSentences(texts) {
  return Object.entries(texts).flatMap(([key, { en, easy, wales }]) => {
    const usual = typeof en === 'string' ? [en] : Object.values(en ?? {});
    const inWales = wales ? hardSentences({ [`${key} (Wales)`]: wales }) : [];
    return [...usual.flatMap((text) => problemsOf(key, text, 'en')), ...(easy?.en ? problemsOf(`${key} (easy)`, easy.en, 'easy') : []), ...inWales];
  });
}
