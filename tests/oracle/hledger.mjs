/**
 * The oracle: COUNT random ledgers added up by us and by hledger, compared to the penny: balances by account,
 * each budget period's money brought over, paid in, spent and left, and every day of a year's forecast.
 * Called by the suite 67_oracle.
 *   hledger.mjs COUNT [SEED]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../browser/support/paths.mjs';

const count = Number(process.argv[2] ?? 1000);
const seed = process.argv[3] ?? '20261128';
const folder = join(build, 'oracle');
const mostShown = 5;
const forecastDays = 364;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
execFileSync(join(build, 'native', 'bin', 'ledger_oracle'), [folder, String(count), seed]);

/** hledger's table as lists of cells; its amounts have no commas, and quotes stand around every cell. */
function table(journal, ...options) {
  const out = execFileSync('hledger', ['-f', journal, 'balance', '--flat', '--no-total', '-O', 'csv', ...options],
    { encoding: 'utf8', maxBuffer: 1 << 28 });
  return out.trim().split('\n').map((line) => line.slice(1, -1).split('","'));
}

const pence = (text) => {
  const [whole, part = '00'] = text.replace('-', '').split('.');
  const size = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return text.startsWith('-') ? -size : size;
};

/** Each ledger's balance of each account; what is missing is zero. */
function balances(journal) {
  const all = new Map();
  for (const [account, amount] of table(journal).slice(1)) {
    const [ledger, , name] = account.split(':');
    all.set(`balance,${ledger},${name}`, pence(amount));
  }
  return all;
}

/** The first day of a period as hledger heads it: 2026-01-05..2026-02-01, 2026-01, 2026Q1, 2026H2. */
function firstDay(head) {
  const [, year, kind, number] = head.match(/^(\d{4})(?:([-QH])(\d+))?$/) ?? [];
  if (!year) return head.slice(0, 10);
  const month = { '-': 1, Q: 3, H: 6 }[kind] * (Number(number) - 1) + 1;
  return `${year}-${String(kind ? month : 1).padStart(2, '0')}-01`;
}

/** Each ledger's periods: [paid in, spent, change of the money there] by the period's first day. */
function periods(journal, period) {
  const [head, ...lines] = table(journal, '--period', period);
  const all = new Map();
  for (const [account, ...amounts] of lines) {
    const [ledger, kind] = account.split(':');
    amounts.forEach((amount, at) => {
      const key = `period,${ledger},${firstDay(head[at + 1])}`;
      const sums = all.get(key) ?? { paidIn: 0, spent: 0, change: 0 };
      if (kind === 'expenses') sums.spent += pence(amount);
      else if (kind === 'assets') sums.change += pence(amount);
      else sums.paidIn -= pence(amount);
      all.set(key, sums);
    });
  }
  return all;
}

/** What was there before the first period, by ledger. */
function brought(journal, end) {
  const all = new Map();
  for (const [account, amount] of table(journal, '--end', end).slice(1)) {
    const [ledger, kind] = account.split(':');
    if (kind === 'assets') all.set(ledger, (all.get(ledger) ?? 0) + pence(amount));
  }
  return all;
}

/** Each ledger's money at the end of every day of the year ahead, from hledger's own recurring rules. */
function forecasts(rules, start) {
  const end = new Date(Date.parse(start) + forecastDays * 86_400_000).toISOString().slice(0, 10);
  const lines = table(rules, `--forecast=${start}..${end}`, '--daily', '--historical', '--begin', start, '--end', end, 'assets');
  return new Map(lines.slice(1).map(([account, ...amounts]) => [account.split(':')[0], amounts.map(pence)]));
}

/** The differences of one batch, in words. */
function compare(name) {
  const journal = join(folder, `${name}.journal`);
  const period = readFileSync(join(folder, `${name}.period`), 'utf8');
  const theirBalances = balances(journal);
  const theirPeriods = periods(journal, period);
  const start = period.match(/from (\S+)/)[1];
  const left = brought(journal, start);
  const ahead = forecasts(join(folder, `${name}.expected`), start);
  const differences = [];
  const check = (what, ours, theirs) => {
    compared += 1;
    if (ours !== theirs) differences.push(`batch ${name}: ${what}: ours ${ours}, hledger's ${theirs}`);
  };
  for (const line of readFileSync(join(folder, `${name}.csv`), 'utf8').trim().split('\n')) {
    const [kind, ledger, key, ...ours] = line.split(',');
    const place = `${kind},${ledger},${key}`;
    if (kind === 'forecast') {
      const theirs = ahead.get(ledger) ?? [];
      ours.forEach((value, day) => check(`${place} ${day}`, Number(value), theirs[day] ?? 0));
      continue;
    }
    if (kind === 'balance') {
      check(place, Number(ours[0]), theirBalances.get(place) ?? 0);
      continue;
    }
    const sums = theirPeriods.get(place) ?? { paidIn: 0, spent: 0, change: 0 };
    const before = left.get(ledger) ?? 0;
    left.set(ledger, before + sums.change);
    [before, sums.paidIn, sums.spent, before + sums.change].forEach((theirs, at) => {
      check(`${place} ${['brought', 'paid in', 'spent', 'left'][at]}`, Number(ours[at]), theirs);
    });
  }
  return differences;
}

let compared = 0;
const batches = readdirSync(folder).filter((name) => name.endsWith('.journal')).map((name) => name.replace('.journal', ''));
const differences = batches.flatMap(compare);
for (const difference of differences.slice(0, mostShown)) console.error(difference);
console.log(`${count} random ledgers, seed ${seed}: ${compared} sums compared with hledger's, ${differences.length} differ`);
if (differences.length > 0 || compared === 0) process.exitCode = 1;
