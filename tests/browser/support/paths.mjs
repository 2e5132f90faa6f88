/**
 * Where the built things are. Used by the other support modules and the benches. Each place can be
 * given by an environment variable, so that a test can be run on another build.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
export const build = process.env.ALONGSIDE_BUILD ?? join(root, 'build');
export const www = process.env.ALONGSIDE_WWW ?? join(build, 'www');
export const demo = join(root, 'assets/demo/northmere');
export const scratch = join(build, 'browser');

function firstOf(what, candidates) {
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error(`${what} is not there (looked for ${candidates.filter(Boolean).join(', ')}). Run ./alongside test, which builds it.`);
}

export function councilApi() {
  return firstOf('council-api', [
    process.env.ALONGSIDE_COUNCIL_API,
    join(build, 'native/bin/council-api'),
  ]);
}

/** The test-only plugin's module and manifest: tests/plugins/<id>. */
export function testPlugin(id) {
  const module = firstOf(`the test plugin ${id}`, [
    join(build, `wasm/bin/${id}.wasm`),
    join(build, `wasm/tests/plugins/${id}.wasm`),
  ]);
  return { manifest: join(root, 'tests/plugins', id, 'plugin.json'), module };
}

export const chromium = firstOf('Chromium', [process.env.ALONGSIDE_CHROMIUM, '/usr/bin/chromium']);
