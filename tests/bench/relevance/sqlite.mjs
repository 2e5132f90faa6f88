/**
 * SQLite's full text search (FTS5), stemmed by Porter, ranked by BM25 over weighted fields; the same
 * statements natively and in WebAssembly. It has no typos. Used by the two engines.
 */
import { combinations } from './combine.mjs';
import { weights } from './services.mjs';

export const configurations = combinations({ match: ['all', 'some'], places: ['filtered', 'kept'], beginnings: ['last', 'all'] });

const fields = Object.keys(weights);

/** `run(sql, values)` gives nothing, `query(sql, values)` rows as arrays. */
export function openSqlite(services, { run, query }) {
  run(`CREATE VIRTUAL TABLE offer USING fts5 (id UNINDEXED, ${fields.join(', ')}, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')`, []);
  const places = fields.map(() => '?').join(', ');
  for (const service of services) run(`INSERT INTO offer VALUES (?, ${places})`, [service.id, ...fields.map((field) => service[field])]);
  const ranked = `SELECT id, -bm25(offer, 0, ${fields.map((field) => weights[field]).join(', ')}) AS score FROM offer WHERE offer MATCH ? ORDER BY score DESC`;
  return (words, { isLast }, { beginnings }) => {
    const mayGoOn = (at) => beginnings === 'all' || (isLast && at === words.length - 1);
    return query(ranked, [words.map((word, at) => `"${word}"${mayGoOn(at) ? '*' : ''}`).join(' AND ')]);
  };
}
