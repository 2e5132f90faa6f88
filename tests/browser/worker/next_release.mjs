/**
 * A later version of the client, made of the same build by app/tools/make_www.mjs with one line more in its
 * script: <html data-release="NAME">. Called by the tests of updates.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { catalogIn } from '../../../app/tools/make_catalog.mjs';
import { build, root, scratch, www } from '../support/paths.mjs';

/** A plugin's manifest, in whichever folder of the plugins it stands. */
function manifestOf(id) {
  const manifests = readdirSync(join(root, 'plugins'), { recursive: true }).filter((path) => basename(path) === 'plugin.json');
  return manifests.map((path) => join(root, 'plugins', path)).find((path) => JSON.parse(readFileSync(path, 'utf8')).id === id);
}

/**
 * @param {string} name what the page calls itself
 * @param {number} release its number: higher than the build's own, which cannot be gone back to after it, or the same
 * @returns {string} the folder to serve
 */
export function makeRelease(name, release) {
  const web = join(scratch, `${name}-web-${process.pid}-${release}`);
  const out = join(scratch, `${name}-www-${process.pid}-${release}`);
  rmSync(web, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  cpSync(join(root, 'web'), web, { recursive: true });
  appendFileSync(join(web, 'boot.js'), `\ndocument.documentElement.dataset.release = "${name}";\n`);
  const { fingerprint, plugins } = catalogIn(readFileSync(join(www, 'plugins/catalog.json'), 'utf8'));
  execFileSync(process.execPath, [join(root, 'app/tools/make_www.mjs'), `--app=${join(build, 'wasm/bin/app.mjs')}`, `--web=${web}`,
    `--assets=${join(build, 'assets')}`, `--out=${out}`, `--cache=${join(build, 'compressed')}`,
    `--esbuild=${join(build, 'npm/assets/node_modules/esbuild/lib/main.js')}`, `--resvg=${join(build, 'npm/assets/node_modules/@resvg/resvg-js')}`, `--fingerprint=${fingerprint}`,
    ...plugins.map(({ id }) => `--plugin=${manifestOf(id)}=${join(build, `wasm/bin/${id}.wasm`)}`)],
  { env: { ...process.env, ALONGSIDE_RELEASE: String(release) } });
  rmSync(web, { recursive: true });
  return out;
}

/** What tells two versions' files apart: the paths that only `folder` has, of `other`. */
export function filesOnlyIn(folder, other) {
  const assets = (where) => Object.values(JSON.parse(readFileSync(join(where, 'assets.json'), 'utf8')));
  const known = new Set(assets(other));
  return assets(folder).filter((path) => !known.has(path));
}
