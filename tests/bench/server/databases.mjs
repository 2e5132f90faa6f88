/**
 * What differs between the two databases of bench server: where a council's is, how it is kept as it was after the
 * sign-ins, copied, and what else can run its SQL. Used by server.mjs.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const socket = process.env.ALONGSIDE_TEST_POSTGRES;
const asAdministrator = ['-q', '-h', socket, '-U', 'postgres'];
const quietly = { ...process.env, PGOPTIONS: '-c client_min_messages=warning' };
const ask = (sql) => execFileSync('psql', [...asAdministrator, '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-c', sql], { encoding: 'utf8', env: quietly });

function copyDatabase(from, to) {
  ask(`DROP DATABASE IF EXISTS ${to}`);
  ask(`CREATE DATABASE ${to} OWNER alongside TEMPLATE ${from}`);
  return to;
}

const sqlite = {
  section: () => ({}),
  keep: (council) => cpSync(council.data, join(council.folder, 'kept'), { recursive: true }),
  renew(council) {
    rmSync(council.data, { recursive: true });
    cpSync(join(council.folder, 'kept'), council.data, { recursive: true });
  },
  copies: (council, count) => Array.from({ length: count }, (_, number) => {
    const copy = join(council.folder, `copy-${number}`);
    rmSync(copy, { recursive: true, force: true });
    cpSync(join(council.folder, 'kept'), copy, { recursive: true });
    return join(copy, 'alongside.sqlite');
  }),
};

const postgres = {
  section() {
    ask('DROP DATABASE IF EXISTS bench');
    ask("CREATE DATABASE bench OWNER alongside ENCODING 'UTF8' TEMPLATE template0");
    return { database: { kind: 'postgres', host: socket, name: 'bench', user: 'alongside', password_file: join(socket, 'password') } };
  },
  keep: () => copyDatabase('bench', 'kept'),
  renew: () => copyDatabase('kept', 'bench'),
  copies: (council, count) => Array.from({ length: count }, (_, number) => copyDatabase('kept', `copy_${number}`)),
  /** How many of its `changes` pgbench makes in a second, with the script that bench_server wrote. */
  pgbench(name, script, changes) {
    const env = { ...process.env, PGPASSWORD: readFileSync(join(socket, 'password'), 'utf8').trim() };
    const said = execFileSync('pgbench', ['-n', '-c', '1', '-j', '1', '-t', '1', '-f', script, '-h', socket, '-U', 'alongside', name], { env, encoding: 'utf8' });
    return changes * Number(/^tps = ([\d.]+)/m.exec(said)[1]);
  },
};

export const databases = { sqlite, postgres };
