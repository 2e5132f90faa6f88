/** Orama: BM25 over weighted fields with its own stemmer; it always takes words as beginnings. */
import { create, insertMultiple, search } from '@orama/orama';
import { combinations } from '../combine.mjs';
import { weights } from '../services.mjs';

export const name = 'Orama';
export const configurations = combinations({
  match: ['all', 'some'], places: ['filtered', 'kept'], stemming: [true, false], slips: ['always', 'when needed', 'never'],
});

async function makeIndex(services, stemming) {
  const schema = Object.fromEntries(Object.keys(weights).map((field) => [field, 'string']));
  const index = create({ schema, components: { tokenizer: { language: 'english', stemming } } });
  await insertMultiple(index, services.map(({ raw, ...fields }) => fields));
  return index;
}

export async function open(services) {
  const indexes = { true: await makeIndex(services, true), false: await makeIndex(services, false) };
  return async (words, _, { stemming, slips }) => {
    const options = { term: words.join(' '), boost: weights, threshold: 0, limit: services.length };
    const find = async (tolerance) => (await search(indexes[stemming], { ...options, tolerance })).hits.map(({ id, score }) => [id, score]);
    const mayBeSlips = slips !== 'never' && words.every((word) => word.length > 3);
    const exact = slips === 'always' && mayBeSlips ? [] : await find(0);
    return exact.length > 0 || !mayBeSlips ? exact : find(1);
  };
}
