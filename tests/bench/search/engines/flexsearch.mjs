/**
 * FlexSearch: it does not rank, so its first twenty are no answer, and it is asked for all ids; with
 * those it is a target wherever they are the right ones. It has no typos.
 */
import flexsearch from 'flexsearch';
import { phraseWithFacets } from '../phrase.mjs';

const options = { tokenize: 'forward', encoder: flexsearch.Charset.Exact };
const everything = { limit: 1_000_000 };

export async function open() {
  let index;
  let services;
  return {
    name: 'FlexSearch',
    ranks: false,
    build(all) {
      services = all;
      index = new flexsearch.Index(options);
      for (const { id, text } of all) index.add(id, text);
    },
    save() {
      const parts = [];
      index.export((key, data) => parts.push([key, data]));
      return { index: Buffer.from(JSON.stringify(parts)) };
    },
    load({ index: bytes }, all) {
      services = all;
      index = new flexsearch.Index(options);
      for (const [key, data] of JSON.parse(bytes.toString())) index.import(key, data);
    },
    one: ({ words }) => index.search(words[0], everything),
    three: ({ words }) => index.search(words.join(' '), { ...everything, suggest: true }),
    prefix: ({ words, prefix }) => index.search(`${words[0]} ${prefix}`, { ...everything, suggest: true }),
    phrase: (query) => phraseWithFacets(index.search(query.words.join(' '), everything).map((id) => services[id]), query),
  };
}
