/** SQLite FTS5 as native code, the one that Node brings. */
import { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '../sqlite.mjs';

export { configurations } from '../sqlite.mjs';
export const name = 'SQLite FTS5 native';

export async function open(services) {
  const database = new DatabaseSync(':memory:');
  const run = (sql, values) => database.prepare(sql).run(...values);
  const query = (sql, values) => database.prepare(sql).all(...values).map((row) => Object.values(row));
  return openSqlite(services, { run, query });
}
