/**
 * Compares one part of the cases in a process of its own, since survey-core keeps something of every survey it ever
 * had: 14,000 of them fill 4 GB. part.mjs NAME COUNT SEED prints one line of JSON. Used by ./alongside bench surveys.
 */
import { compare } from './compare.mjs';

const [name, count, seed] = process.argv.slice(2);
const { coverage, ...result } = compare(name, Number(count), Number(seed));
process.stdout.write(JSON.stringify({ ...result, counts: [...coverage.counts] }));
