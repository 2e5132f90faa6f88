/** MiniSearch: BM25+ over weighted fields, beginnings and slips; stemmed by a stemmer that it is handed. */
import MiniSearch from 'minisearch';
import { combinations } from '../combine.mjs';
import { weights } from '../services.mjs';
import { stem } from '../stem.mjs';

export const name = 'MiniSearch';
export const configurations = combinations({
  match: ['all', 'some'], places: ['filtered', 'kept'], stemmed: [true, false], fuzzy: [0.2, 'by length'], slips: ['always', 'when needed'],
});

const fuzziness = { 0.2: 0.2, 'by length': (term) => (term.length < 4 ? false : term.length < 8 ? 1 : 2) };

function makeIndex(services, isStemmed) {
  const processTerm = (term) => (isStemmed ? stem(term.toLowerCase()) : term.toLowerCase());
  const index = new MiniSearch({ fields: Object.keys(weights), idField: 'id', processTerm });
  index.addAll(services);
  return index;
}

export async function open(services) {
  const indexes = { true: makeIndex(services, true), false: makeIndex(services, false) };
  return (words, { isLast }, { stemmed, fuzzy, slips }) => {
    const options = { combineWith: 'AND', boost: weights, prefix: (_, at, terms) => isLast && at === terms.length - 1 };
    const find = (more) => indexes[stemmed].search(words.join(' '), { ...options, ...more }).map(({ id, score }) => [id, score]);
    const exact = slips === 'always' ? [] : find({});
    return exact.length > 0 ? exact : find({ fuzzy: fuzziness[fuzzy] });
  };
}
