/**
 * ./alongside bench ledger: 10,000 payments of one year imported, imported again, added up by four-weekly
 * periods and looked ahead from, by us and by those who do it well: Actual (npm), ledger and hledger (Debian).
 * All on the same rows in one run. Ours reads a bank's file, matches it and has it on the disk; Actual gets
 * rows that are parsed already, and its import is timed on a tenth of them, a row at a time being what counts.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from '../browser/support/paths.mjs';
import { median, report, row } from './support/report.mjs';

const rows = 10_000;
const peerRows = 1_000;
const timesFasterThanActual = 100;
const timesFasterThanLedger = 5;
const rounds = 3;
const folder = join(build, 'bench', 'ledger');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const run = (program, ...options) => execFileSync(program, options, { encoding: 'utf8', maxBuffer: 1 << 28 });
const ours = JSON.parse(run(join(build, 'native', 'bin', 'bench_ledger'), folder, String(rows)));

/** The median time of a program in milliseconds, and what it printed. */
function timed(program, ...options) {
  const times = [];
  let out = '';
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    out = run(program, ...options);
    times.push(performance.now() - start);
  }
  return { ms: median(times), out };
}

const journal = join(folder, 'rows.journal');
const everyFourWeeks = 'every 28 days from 2025-01-06 to 2026-01-05';
const ledgerBalance = timed('ledger', '-f', journal, 'balance');
const hledgerBalance = timed('hledger', '-f', journal, 'balance', '--period', everyFourWeeks);
const hledgerAhead = timed('hledger', '-f', join(folder, 'expected.journal'), '--forecast=2025-01-06..2026-01-05', 'balance', 'assets', '--daily');
const actual = JSON.parse(run(process.execPath, join(root, 'tests/bench/ledger/actual.mjs'), folder, String(rows), String(peerRows)));

/** Everybody must have the same money in the end, or the times say nothing. */
function agree(name, pence) {
  if (pence !== ours.left) throw new Error(`${name} has ${pence} pence at the end, and ours has ${ours.left}`);
}
const penceIn = (text) => Math.round(Number(text.match(/-?[\d,]+(\.\d\d)?/)[0].replaceAll(',', '')) * 100);
agree('Actual', actual.balance);
agree('ledger', penceIn(run('ledger', '-f', journal, 'balance', 'assets:bank')));
agree('hledger', penceIn(run('hledger', '-f', journal, 'balance', 'assets:bank')));

const each = (ms, count) => (ms * 1000) / count;
const beside = (name, value, unit, peer, peerValue, target = null) => row(name, value, unit, { peer, peerValue, target });
report('ledger', [
  beside('import, a row', each(ours.import_ms, rows), 'µs', 'Actual importTransactions', each(actual.import_ms, peerRows),
    each(actual.import_ms, peerRows) / timesFasterThanActual),
  beside('import, a row', each(ours.import_ms, rows), 'µs', 'Actual addTransactions', each(actual.add_ms, rows)),
  beside('import again, a row', each(ours.again_ms, rows), 'µs', 'Actual importTransactions', each(actual.again_ms, peerRows),
    each(actual.again_ms, peerRows) / timesFasterThanActual),
  beside('balances, 13 periods', ours.balances_ms, 'ms', 'ledger balance', ledgerBalance.ms, ledgerBalance.ms / timesFasterThanLedger),
  beside('balances, 13 periods', ours.balances_ms, 'ms', 'hledger balance', hledgerBalance.ms, hledgerBalance.ms / timesFasterThanLedger),
  beside("a year's forecast", ours.forecast_ms, 'ms', 'hledger --forecast', hledgerAhead.ms),
]);
