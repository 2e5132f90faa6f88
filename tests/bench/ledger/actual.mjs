/**
 * Actual's half of `bench ledger`: its own API, headless and without a server, on the rows that ours got. Prints
 * one line of JSON: milliseconds to add ROWS, to import PEER_ROWS onto them and to import those again, and the
 * account's balance in pence after the first. Usage: actual.mjs FOLDER ROWS PEER_ROWS
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from '../../browser/support/paths.mjs';

const [folder, rows, peerRows] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const api = createRequire(join(build, 'npm', 'bench-ledger', 'package.json'))('@actual-app/api');
const dataDir = join(folder, 'actual');
mkdirSync(dataDir, { recursive: true });

const payments = readFileSync(join(folder, 'rows.json'), 'utf8').trim().split('\n').map((line) => JSON.parse(line)).slice(0, rows);
// Payments of the next year, alike in kind, that are not there yet.
const later = payments.slice(0, peerRows).map((payment, at) => ({ ...payment, date: payment.date.replace('2025', '2026'), imported_id: `later-${at}` }));

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

// It reports on standard output; ours is the last line.
const log = console.log;
console.log = () => {};
await api.init({ dataDir });
const result = {};
await api.runImport('bench', async () => {
  const account = await api.createAccount({ name: 'bank', type: 'checking' });
  result.add_ms = await timed(() => api.addTransactions(account, payments, { learnCategories: false }));
  result.balance = await api.getAccountBalance(account);
  result.import_ms = await timed(() => api.importTransactions(account, later));
  result.again_ms = await timed(() => api.importTransactions(account, later));
});
await api.shutdown();
console.log = log;
console.log(JSON.stringify(result));
process.exit(0);
