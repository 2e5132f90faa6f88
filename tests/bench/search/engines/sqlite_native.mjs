/** SQLite FTS5 as native code, the one that Node brings. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { insertService, insertWords, makeTables, queries } from '../sqlite_engine.mjs';

export async function open() {
  let database;
  const prepared = new Map();
  const statement = (sql) => {
    if (!prepared.has(sql)) {
      prepared.set(sql, database.prepare(sql));
      prepared.get(sql).setReturnArrays?.(true);
    }
    return prepared.get(sql);
  };
  const run = (sql, values) => statement(sql).run(...values);
  const query = (sql, values) => statement(sql).all(...values).map((row) => (Array.isArray(row) ? row : Object.values(row)));
  const file = join(tmpdir(), `alongside-bench-${process.pid}.sqlite`);
  const engine = {
    name: 'SQLite FTS5 native',
    ranks: true,
    build(services) {
      prepared.clear();
      database?.close();
      database = new DatabaseSync(':memory:');
      database.exec(makeTables);
      database.exec('BEGIN');
      for (const { id, category, youngest, oldest, text } of services) {
        run(insertService, [id, category, youngest, oldest]);
        run(insertWords, [id, text]);
      }
      database.exec('COMMIT');
      Object.assign(engine, queries({ query, run }));
    },
    save() {
      database.exec(`VACUUM INTO '${file}'`);
      const index = readFileSync(file);
      rmSync(file);
      return { index };
    },
    load({ index }) {
      writeFileSync(file, index);
      database = new DatabaseSync(file);
      rmSync(file);  // stays open
      Object.assign(engine, queries({ query, run }));
    },
  };
  return engine;
}
