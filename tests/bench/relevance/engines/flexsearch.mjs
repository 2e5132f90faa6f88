/**
 * FlexSearch: it gives ids in an order and no scores, so a service is worth the weights of the fields that
 * have the words, less towards the end of each field's list. Its encoders stand for stemming and slips.
 */
import flexsearch from 'flexsearch';
import english from 'flexsearch/lang/en';
import { combinations } from '../combine.mjs';
import { weights } from '../services.mjs';

const { Charset, Encoder, Index } = flexsearch;
const encoders = {
  balance: () => new Encoder(Charset.LatinBalance, english, { filter: false }),
  advanced: () => new Encoder(Charset.LatinAdvanced, english, { filter: false }),
  exact: () => new Encoder(Charset.Default, english, { filter: false }),
};

export const name = 'FlexSearch';
export const configurations = combinations({ match: ['all', 'some'], places: ['filtered', 'kept'], encoder: Object.keys(encoders) });

function makeIndexes(services, encoder) {
  return Object.keys(weights).map((field) => {
    const index = new Index({ tokenize: 'forward', encoder: encoders[encoder]() });
    services.forEach((service, at) => index.add(at, service[field]));
    return { index, weight: weights[field] };
  });
}

export async function open(services) {
  const indexes = Object.fromEntries(Object.keys(encoders).map((encoder) => [encoder, makeIndexes(services, encoder)]));
  return (words, _, { encoder }) => {
    const scores = new Map();
    for (const { index, weight } of indexes[encoder]) {
      const found = index.search(words.join(' '), { limit: services.length });
      found.forEach((at, position) => {
        const { id } = services[at];
        scores.set(id, (scores.get(id) ?? 0) + weight * (1 - position / (2 * found.length)));
      });
    }
    return [...scores];
  };
}
