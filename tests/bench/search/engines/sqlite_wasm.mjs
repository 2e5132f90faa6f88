/** SQLite FTS5 in WebAssembly; what it saves is its database, texts and all. */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { insertService, insertWords, makeTables, queries } from '../sqlite_engine.mjs';

export async function open() {
  const sqlite = await sqlite3InitModule({ print: () => {}, printErr: () => {} });
  let database;
  const prepared = new Map();
  const statement = (sql) => {
    if (!prepared.has(sql)) prepared.set(sql, database.prepare(sql));
    return prepared.get(sql);
  };
  const forget = () => {
    for (const each of prepared.values()) each.finalize();
    prepared.clear();
    database?.close();
  };
  const use = (sql, values, row) => {
    const found = statement(sql);
    try {
      if (values.length > 0) found.bind(values);
      while (found.step()) row(found);
    } finally {
      found.reset(true);
    }
  };
  const run = (sql, values) => use(sql, values, () => {});
  const query = (sql, values) => {
    const rows = [];
    use(sql, values, (found) => rows.push(found.get([])));
    return rows;
  };
  const engine = {
    name: 'SQLite FTS5 wasm',
    ranks: true,
    build(services) {
      forget();
      database = new sqlite.oo1.DB(':memory:');
      database.exec(makeTables);
      database.exec('BEGIN');
      for (const { id, category, youngest, oldest, text } of services) {
        run(insertService, [id, category, youngest, oldest]);
        run(insertWords, [id, text]);
      }
      database.exec('COMMIT');
      Object.assign(engine, queries({ query, run }));
    },
    save: () => ({ index: sqlite.capi.sqlite3_js_db_export(database.pointer) }),
    load({ index }) {
      database = new sqlite.oo1.DB(':memory:');
      const at = sqlite.wasm.allocFromTypedArray(index);
      const flags = sqlite.capi.SQLITE_DESERIALIZE_FREEONCLOSE | sqlite.capi.SQLITE_DESERIALIZE_RESIZEABLE;
      const result = sqlite.capi.sqlite3_deserialize(database.pointer, 'main', at, index.length, index.length, flags);
      if (result !== 0) throw new Error(`SQLite refused its own database: ${result}`);
      Object.assign(engine, queries({ query, run }));
    },
    memory: () => sqlite.wasm.memory.buffer.byteLength,
  };
  return engine;
}
