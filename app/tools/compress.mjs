/**
 * Brotli (quality 11) and gzip of a file's bytes, each made once: results are kept by content hash
 * in build/compressed, since quality 11 takes seconds. Used by make_www.mjs.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { sha256, writeWhole } from './files.mjs';

function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

const encoders = { br: brotli, gz: (bytes) => gzipSync(bytes, { level: 9 }) };

/** The bytes in one encoding ("br" or "gz"), from the folder `kept` when they are there. */
export function compressed(bytes, encoding, kept) {
  const place = join(kept, `${sha256(bytes)}.${encoding}`);
  if (existsSync(place)) return readFileSync(place);
  const result = encoders[encoding](bytes);
  writeWhole(place, result);
  return result;
}
