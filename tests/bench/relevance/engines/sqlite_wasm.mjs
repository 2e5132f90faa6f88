/** SQLite FTS5 in WebAssembly. */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { openSqlite } from '../sqlite.mjs';

export { configurations } from '../sqlite.mjs';
export const name = 'SQLite FTS5 wasm';

export async function open(services) {
  const sqlite = await sqlite3InitModule({ print: () => {}, printErr: () => {} });
  const database = new sqlite.oo1.DB(':memory:');
  const run = (sql, bind) => database.exec({ sql, ...(bind.length > 0 ? { bind } : {}) });
  const query = (sql, bind) => database.exec({ sql, bind, rowMode: 'array', returnValue: 'resultRows' });
  return openSqlite(services, { run, query });
}
