/** Orama: BM25 over a radix tree, with facets of its own; its index holds the texts too. */
import { create, insertMultiple, load, save, search } from '@orama/orama';
import { mostResults, phraseWithFacets } from '../phrase.mjs';

const schema = { text: 'string' };
const ids = ({ hits }) => hits.map(({ id }) => Number(id));

export async function open() {
  let index;
  let services;
  const find = (term, more = {}) => search(index, { term, properties: ['text'], limit: mostResults, ...more });
  return {
    name: 'Orama',
    ranks: true,
    async build(all) {
      services = all;
      index = create({ schema, components: { tokenizer: { language: 'english', normalizationCache: new Map(), stemming: false } } });
      await insertMultiple(index, all.map(({ id, text }) => ({ id: String(id), text })), 1000);
    },
    save: () => ({ index: Buffer.from(JSON.stringify(save(index))) }),
    async load({ index: bytes }, all) {
      services = all;
      index = create({ schema });
      load(index, JSON.parse(bytes.toString()));
    },
    one: async ({ words }) => ids(await find(words[0], { exact: true })),
    three: async ({ words }) => ids(await find(words.join(' '), { threshold: 1 })),
    prefix: async ({ words, prefix }) => ids(await find(`${words[0]} ${prefix}`, { threshold: 1 })),
    typo: async ({ words }) => ids(await find(words[0], { tolerance: words[0].length < 8 ? 1 : 2 })),
    async phrase(query) {
      const found = await find(query.words.join(' '), { threshold: 0, limit: services.length });
      return phraseWithFacets(found.hits.map(({ id }) => services[Number(id)]), query);
    },
  };
}
