/** MiniSearch: BM25+ over a radix tree, in JavaScript. */
import MiniSearch from 'minisearch';
import { mostResults, phraseWithFacets } from '../phrase.mjs';

const options = { fields: ['text'], idField: 'id' };
const ids = (results) => results.slice(0, mostResults).map(({ id }) => id);

export async function open() {
  let index;
  let services;
  return {
    name: 'MiniSearch',
    ranks: true,
    build(all) {
      services = all;
      index = new MiniSearch(options);
      index.addAll(all);
    },
    save: () => ({ index: Buffer.from(JSON.stringify(index)) }),
    load({ index: bytes }, all) {
      services = all;
      index = MiniSearch.loadJSON(bytes.toString(), options);
    },
    one: ({ words }) => ids(index.search(words[0])),
    three: ({ words }) => ids(index.search(words.join(' '))),
    prefix: ({ words, prefix }) => ids(index.search(`${words[0]} ${prefix}`, { prefix: (term, at) => at === 1 })),
    typo: ({ words }) => ids(index.search(words[0], { fuzzy: (term) => (term.length < 4 ? false : term.length < 8 ? 1 : 2) })),
    phrase(query) {
      const found = index.search(query.words.join(' '), { combineWith: 'AND' });
      return phraseWithFacets(found.map(({ id }) => services[id]), query);
    },
  };
}
