/**
 * ./alongside bench decoders: every decoder of bytes from outside, with inputs of up to 1 MB that are as much work as
 * they can be: how long the slowest takes, and how many times its own size the hungriest has in memory.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from '../browser/support/paths.mjs';
import { report, row } from './support/report.mjs';

const mostMilliseconds = 20;
const mostTimesItsSize = 32;

const lines = execFileSync(join(build, 'native', 'bin', 'bench_decoders'), { encoding: 'utf8' });
const decoders = lines.trim().split('\n').map((line) => JSON.parse(line));
report('decoders', decoders.flatMap(({ name, inputs, ms, slowest, times, hungriest }) => [
  row(`${name}: slowest of ${inputs} (${slowest})`, ms, 'ms', { target: mostMilliseconds }),
  row(`${name}: memory for its size (${hungriest})`, times, 'times', { target: mostTimesItsSize }),
]));
