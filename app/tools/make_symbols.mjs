/**
 * Puts the symbols that assets/symbols.json names into one pack: their words, and OpenMoji's drawings as they are, but
 * for a size, without which a browser cannot draw them on a canvas. The server has the pack inside.
 *   make_symbols.mjs <symbols.json> <folder of the npm package openmoji> <pack.json>
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeIfChanged } from './files.mjs';

const mostBytes = 20_000; // of one drawing

const [list, openmoji, out] = process.argv.slice(2);

function drawing(emoji) {
  const svg = readFileSync(join(openmoji, 'color/svg', `${emoji}.svg`), 'utf8').trim();
  if (svg.length > mostBytes) throw new Error(`${emoji}.svg has ${svg.length} bytes`);
  if (!/^<svg [^>]*viewBox="0 0 72 72"/.test(svg)) throw new Error(`${emoji}.svg does not begin as expected`);
  return svg.replace('<svg ', '<svg width="72" height="72" ');
}

const { symbols } = JSON.parse(readFileSync(list, 'utf8'));
const pack = symbols.map(({ emoji, words }) => ({ file: `${emoji}.svg`, words, content: drawing(emoji) }));
writeIfChanged(out, `${JSON.stringify({ symbols: pack })}\n`);
