/**
 * Easy read is real: it says something simpler than the usual words, its pictures are seen, and where young people come every
 * sentence that explains something has it. Called by check_words.mjs; how long its sentences are is in hard_sentences.mjs.
 */
import { wordsIn } from './hard_sentences.mjs';

const mostOfLabel = 6; // words; a text with more explains something
const youngPeoplesParts = /^assets\/shell_text\.json$|^plugins\/(feedback|guidance|requests)\//;
const leastShare = 100; // percent of what explains something there; it was reached once, and may not fall

// What draws a sentence by its key, and so its picture too: Ui::sentence() and what hands a key on to it.
const drawing = /\b(?:sentence|tell|sign_in_ui|whose_money_ui|agreement_ui)\([^;]*;/g;

const languages = ['en', 'cy'];
const variantsOf = ([key, entry]) => [[key, entry], ...(entry.wales ? [[`${key} (Wales)`, entry.wales]] : [])];

/** @param {object} texts a text.json @returns {string[]} where easy read is the usual words once more */
export function easyAsUsual(texts) {
  return Object.entries(texts).flatMap(variantsOf).flatMap(([key, { easy, ...usual }]) =>
    languages.filter((language) => easy && easy[language] === usual[language])
      .map((language) => `${key}: the easy ${language} is the usual one; say it more simply, or leave it out`));
}

/** The keys whose picture no page draws. @param {string[]} sources the text of our C++ files */
export function unseenPictures(texts, sources) {
  const pictured = Object.keys(texts).filter((key) => texts[key].easy?.picture !== undefined);
  const drawn = new Set(sources.flatMap((source) => source.match(drawing) ?? []).flatMap((call) => call.match(/[\w.]+(?="_t)/g) ?? []));
  return pictured.filter((key) => !drawn.has(key)).map((key) => `${key}: no page draws its picture; write ui.sentence("${key}"_t)`);
}

/**
 * How much of what explains something has easy read in the parts where young people come.
 * @param {Map<string, object>} files each text.json by its path
 */
export function youngPeoplesShare(files) {
  const explaining = [...files].filter(([path]) => youngPeoplesParts.test(path)).flatMap(([path, texts]) => Object.entries(texts)
    .filter(([, { en }]) => typeof en === 'string' && wordsIn(en) > mostOfLabel)
    .map(([key, { easy }]) => ({ name: `${path}: ${key}`, isEasy: easy !== undefined })));
  const missing = explaining.filter(({ isEasy }) => !isEasy).map(({ name }) => name);
  const share = explaining.length === 0 ? 100 : Math.floor((100 * (explaining.length - missing.length)) / explaining.length);
  const problems = share >= leastShare ? [] : missing.map((name) => `${name} has more than ${mostOfLabel} words and no easy read; ` +
    `in young people's parts ${share} % have it, and it was ${leastShare} %`);
  return { explaining: explaining.length, share, problems };
}
