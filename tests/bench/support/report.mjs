/**
 * A benchmark's result: prints the table and writes build/bench/NAME.json. Called by every bench.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../browser/support/paths.mjs';

/**
 * One line of the table; `target` is the most that is good, or with `bound: 'least'` the least; `peer` is
 * what the value stands beside.
 */
export function row(name, value, unit, { target = null, bound = 'most', peer = null, peerValue = null } = {}) {
  const ratio = peerValue ? Number((value / peerValue).toFixed(3)) : null;
  const isGood = bound === 'least' ? value >= target : value <= target;
  return { name, value, unit, peer, peer_value: peerValue, ratio, target, ok: target === null ? null : isGood };
}

const shown = (value) => (value === null ? '' : typeof value === 'number' ? value.toLocaleString('en-GB', { maximumFractionDigits: 2 }) : String(value));

function print(rows) {
  const head = ['', 'value', 'unit', 'peer', 'peer value', 'ratio', 'target', 'ok'];
  const lines = rows.map((each) => [each.name, each.value, each.unit, each.peer, each.peer_value, each.ratio, each.target,
    each.ok === null ? null : each.ok ? 'yes' : 'NO'].map(shown));
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at].length)));
  const isNumber = (at) => [1, 4, 5, 6].includes(at);
  const format = (line) => line.map((text, at) => (isNumber(at) ? text.padStart(widths[at]) : text.padEnd(widths[at]))).join('  ').trimEnd();
  console.log(format(head));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const line of lines) console.log(format(line));
}

/** Prints, writes, and makes the program fail when a target is missed. */
export function report(name, rows) {
  print(rows);
  const folder = join(build, 'bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(rows, null, 1)}\n`);
  console.log(`\nwritten to build/bench/${name}.json`);
  if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
