/**
 * The corpus of ./alongside bench search: services with 90 to 150 words each from a vocabulary of 20,000
 * invented words that follow Zipf's law, ids and facets; and the queries asked of it. Everything from
 * one seed, so that every engine, in its own process, gets the same.
 */
const vocabularySize = 20_000;
/** Zipf's law as it stands: the word at place n is 1/n as common as the first. */
const zipfExponent = 1;
const seed = 20261128;

export const categories = ['club', 'sport', 'swimming', 'arts', 'play', 'holiday', 'overnight', 'support', 'training', 'transport', 'equipment', 'advice'];

/** mulberry32: a small generator that is the same on every machine. */
export function dice(from) {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (random, most) => Math.floor(random() * most);

/** Invented words of two to four syllables; the commonest ones are the shortest, as in any language. */
function makeVocabulary(random) {
  const starts = ['b', 'br', 'c', 'ch', 'd', 'f', 'g', 'gr', 'h', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'st', 't', 'tr', 'w'];
  const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou'];
  const ends = ['', '', '', 'n', 'r', 's', 'l', 't'];
  const syllable = () => starts[below(random, starts.length)] + vowels[below(random, vowels.length)] + ends[below(random, ends.length)];
  const words = new Set();
  while (words.size < vocabularySize) {
    const syllables = words.size < 300 ? 2 : words.size < 8000 ? 2 + below(random, 2) : 3 + below(random, 2);
    let word = '';
    for (let i = 0; i < syllables; i++) word += syllable();
    words.add(word);
  }
  return [...words];
}

function makeZipf() {
  const cumulative = new Float64Array(vocabularySize);
  let sum = 0;
  for (let rank = 0; rank < vocabularySize; rank++) cumulative[rank] = sum += 1 / (rank + 1) ** zipfExponent;
  return (random) => {
    const at = random() * sum;
    let low = 0;
    let high = vocabularySize - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

export function makeCorpus(count) {
  const random = dice(seed);
  const vocabulary = makeVocabulary(random);
  const draw = makeZipf();
  const services = [];
  for (let id = 0; id < count; id++) {
    const words = [];
    for (let left = 90 + below(random, 61); left > 0; left--) words.push(vocabulary[draw(random)]);
    const youngest = below(random, 16);
    services.push({
      id,
      text: words.join(' '),
      category: categories[below(random, categories.length)],
      youngest,
      oldest: youngest + 2 + below(random, 10),
    });
  }
  return { services, vocabulary };
}

/** One letter wrong, missing, doubled or swapped with its neighbour. */
function slip(random, word) {
  const at = 1 + below(random, word.length - 2);
  const letter = String.fromCharCode(97 + below(random, 26));
  switch (below(random, 4)) {
    case 0: return word.slice(0, at) + letter + word.slice(at + 1);
    case 1: return word.slice(0, at) + word.slice(at + 1);
    case 2: return word.slice(0, at) + word[at] + word.slice(at);
    default: return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  }
}

/** Queries are made of words as services use them: common words are asked for more often. */
export function makeQueries({ services }, count) {
  const random = dice(seed + 1);
  const wordsOf = () => services[below(random, services.length)].text.split(' ');
  const word = () => {
    const words = wordsOf();
    return words[below(random, words.length)];
  };
  const longWord = () => {
    for (;;) {
      const found = word();
      if (found.length >= 5) return found;
    }
  };
  const make = (one) => Array.from({ length: count }, one);
  return {
    one: make(() => ({ words: [word()] })),
    three: make(() => ({ words: [word(), word(), word()] })),
    prefix: make(() => {
      const last = longWord();
      return { words: [word()], prefix: last.slice(0, 2 + below(random, last.length - 2)) };
    }),
    typo: make(() => ({ words: [slip(random, longWord())] })),
    phrase: make(() => {
      const { text, category, youngest } = services[below(random, services.length)];
      const words = text.split(' ');
      const at = below(random, words.length - 1);
      return { words: words.slice(at, at + 2), category, age: youngest + 1 };
    }),
  };
}
