/**
 * Assembles the folder the server serves: page, scripts, WebAssembly, fonts and plugins, under names
 * that carry a content hash, each with its .br and .gz beside it, and assets.json and the catalogue, signed
 * (signing.mjs says by whom), and release.json, the signed list of it all.
 * Called by the CMake target `www`:
 *   make_www.mjs --app=app.mjs --web=web --assets=build/assets --out=build/www --cache=DIR
 *                --esbuild=MODULE --resvg=MODULE --fingerprint=TAG --plugin=plugin.json=plugin.wasm …
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { compressed } from './compress.mjs';
import { filesBelow, readOptions, writeIfChanged } from './files.mjs';
import { hashNames } from './hashed_names.mjs';
import { catalogOf, pluginFrom } from './make_catalog.mjs';
import { easyWords } from './make_easy_words.mjs';
import { iconsOf } from './make_icons.mjs';
import { catalogAddress, releaseList, withRelease } from './make_release.mjs';
import { signingFrom } from './signing.mjs';

const compressible = /\.(js|mjs|css|html|wasm|ttf|otf|json|svg|txt|webmanifest)$/;

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

// The page is a template the server fills in, so it is compressed only when it is sent.
const template = 'index.html';

// The boot script asks for exactly this catalogue.
function nameCatalog(files, catalog) {
  const boot = files.get('boot.js').toString('utf8');
  if (!boot.includes('"/plugins/catalog.json"')) throw new Error('boot.js does not ask for the catalogue');
  files.set('boot.js', Buffer.from(boot.replaceAll('"/plugins/catalog.json"', `"${catalogAddress(catalog)}"`)));
}

async function logicalFiles(options, catalog, ring) {
  const files = new Map();
  for (const name of filesBelow(options.web)) files.set(name, readFileSync(join(options.web, name)));
  files.set('app.mjs', readFileSync(options.app));
  files.set('app.wasm', readFileSync(join(dirname(options.app), 'app.wasm')));
  for (const name of filesBelow(join(options.assets, 'fonts'))) {
    files.set(`fonts/${name}`, readFileSync(join(options.assets, 'fonts', name)));
  }
  files.set('easy_words.txt', easyWords(root));
  for (const name of filesBelow(join(root, 'assets', 'illustrations'))) {
    files.set(`illustrations/${name}`, readFileSync(join(root, 'assets', 'illustrations', name)));
  }
  for (const [name, bytes] of iconsOf(files.get('favicon.svg').toString('utf8'), options.resvg)) files.set(name, bytes);
  await bundle(files, options.web, options.esbuild, ring);
  nameCatalog(files, catalog);
  return files;
}

function write(out, kept, path, bytes, written) {
  writeIfChanged(join(out, path), bytes);
  written.add(path);
  if (!compressible.test(path) || path === template) return;
  for (const encoding of ['br', 'gz']) {
    writeIfChanged(join(out, `${path}.${encoding}`), compressed(bytes, encoding, kept));
    written.add(`${path}.${encoding}`);
  }
}

const options = readOptions(process.argv.slice(2));
const { out, cache } = options;
mkdirSync(out, { recursive: true });

const written = new Set();
const plugins = [options.plugin ?? []].flat().map(pluginFrom);
const signing = signingFrom(options.signing ?? join(cache, '..', 'signing'));
const catalog = Buffer.from(catalogOf(plugins, options.fingerprint, signing));
const named = hashNames(await logicalFiles(options, catalog, signing.ring));
const served = [...named.values(), ...plugins.map(({ entry, bytes }) => ({ path: entry.file.slice(1), bytes }))];
const worker = named.get('service_worker.js');
worker.bytes = withRelease(served, catalog, named.get(template).bytes, worker.bytes, signing.release);
for (const { entry, bytes } of plugins) write(out, cache, entry.file.slice(1), bytes, written);
// The page goes last: whoever asks for it while this runs finds everything it names.
const [page, rest] = [[], []];
for (const file of named.values()) (file.path === template ? page : rest).push(file);
for (const { path, bytes } of rest) write(out, cache, path, bytes, written);
const assets = Object.fromEntries([...named].map(([name, { path }]) => [name, `/${path}`]).sort());
write(out, cache, 'assets.json', Buffer.from(`${JSON.stringify(assets, null, 1)}\n`), written);
write(out, cache, 'plugins/catalog.json', catalog, written);
for (const { path, bytes } of page) write(out, cache, path, bytes, written);
writeIfChanged(join(out, 'release.json'), releaseList(out, written, signing));
written.add('release.json');
for (const name of filesBelow(out)) if (!written.has(name)) rmSync(join(out, name));
