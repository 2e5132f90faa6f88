/**
 * A peer of bench frame as one script, as a page for families would get it: bundled, minified and built for
 * production. Called by frame.mjs.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as folder } from '../../browser/support/paths.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { build } = createRequire(join(folder, 'npm/assets/node_modules/'))('esbuild');

function versionOf(name) {
  const folderOf = dirname(require.resolve(name));
  for (let at = folderOf; at !== dirname(at); at = dirname(at)) {
    try {
      const found = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
      if (found.name === name) return found.version;
    } catch {
      // Further up.
    }
  }
  throw new Error(`no version of ${name}`);
}

/** @param {'react' | 'preact'} name @returns {Promise<{name: string, script: string}>} */
export async function bundlePeer(name) {
  const made = await build({
    entryPoints: [join(here, `${name}.mjs`)], bundle: true, minify: true, write: false, format: 'iife', define: { 'process.env.NODE_ENV': '"production"' },
  });
  return { name: `${name} ${versionOf(name)}`, script: made.outputFiles[0].text };
}
