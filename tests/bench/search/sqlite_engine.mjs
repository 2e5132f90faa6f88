/**
 * SQLite's full text search (FTS5) over a database that is given: the same tables and statements for
 * SQLite in WebAssembly and natively. Used by the two engines. It has no typos.
 */
import { categories } from './corpus.mjs';
import { mostResults } from './phrase.mjs';

export const makeTables = `
  CREATE TABLE service (id INTEGER PRIMARY KEY, category TEXT, youngest INTEGER, oldest INTEGER);
  CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'ascii', prefix = '2 3 4');`;
export const insertService = 'INSERT INTO service VALUES (?, ?, ?, ?)';
export const insertWords = 'INSERT INTO words (rowid, text) VALUES (?, ?)';

const ranked = `SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ${mostResults}`;
const withPhrase = `CREATE TEMP TABLE IF NOT EXISTS found (id INTEGER PRIMARY KEY, rank REAL, category TEXT, youngest INTEGER, oldest INTEGER)`;

/** `query(sql, values)` gives rows as arrays; `run(sql, values)` gives nothing. */
export function queries({ query, run }) {
  const ids = (match) => query(ranked, [match]).map(([id]) => id);
  run(withPhrase, []);
  return {
    one: ({ words }) => ids(words[0]),
    three: ({ words }) => ids(words.join(' OR ')),
    prefix: ({ words, prefix }) => ids(`${words[0]} OR ${prefix}*`),
    phrase({ words, category, age }) {
      run('DELETE FROM found', []);
      run(`INSERT INTO found SELECT service.id, words.rank, category, youngest, oldest FROM words JOIN service ON service.id = words.rowid
           WHERE words MATCH ?`, [`"${words.join(' ')}"`]);
      const fits = 'category = ?1 AND youngest <= ?2 AND oldest >= ?2';
      const best = query(`SELECT id FROM found WHERE ${fits} ORDER BY rank, id LIMIT ${mostResults}`, [category, age]).map(([id]) => id);
      const [[found]] = query(`SELECT count(*) FROM found WHERE ${fits}`, [category, age]);
      const counts = { categories: new Uint32Array(categories.length), ages: new Uint32Array(30) };
      for (const [name, count] of query('SELECT category, count(*) FROM found WHERE youngest <= ?1 AND oldest >= ?1 GROUP BY category', [age])) {
        counts.categories[categories.indexOf(name)] = count;
      }
      for (const [youngest, oldest] of query('SELECT youngest, oldest FROM found WHERE category = ?1', [category])) {
        for (let each = youngest; each <= oldest; each++) counts.ages[each] += 1;
      }
      return { ids: best, found, ...counts };
    },
  };
}
