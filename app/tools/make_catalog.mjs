/**
 * The catalogue of plugins: what the shell shows before a plugin is loaded, and what the loader
 * checks a fetched module against (ABI fingerprint, SHA-256, imports), signed. Used by make_www.mjs.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sha256 } from './files.mjs';
import { sealed, textIn } from './signing.mjs';

const needed = ['id', 'version', 'hue', 'icon', 'order', 'nav', 'about', 'routes'];
const optional = ['takes', 'beside'];

const owns = (routes, path) => routes.some((route) => (
  route.endsWith('/*') ? path.startsWith(route.slice(0, -1)) && path.length > route.length - 1 : path === route
));

/** `takes` names intents of other plugins and the route of this one that takes each. */
function checkTakes(path, { takes = {}, routes }) {
  for (const [name, route] of Object.entries(takes)) {
    if (!/^[a-z][a-z0-9_.]*$/.test(name)) throw new Error(`${path}: "${name}" is no name of an intent`);
    if (!owns(routes, route)) throw new Error(`${path}: takes "${name}" at ${route}, which is none of its routes`);
  }
}

/** `beside` puts a link to this plugin under other plugins' pages, instead of one into the navigation. */
function checkBeside(path, { beside, routes }) {
  if (!beside) return;
  for (const route of ['at', 'to']) {
    if (!beside[route]?.endsWith('/*')) throw new Error(`${path}: beside.${route} must end in "/*"`);
  }
  if (!routes.includes(beside.to)) throw new Error(`${path}: beside goes to ${beside.to}, which is none of its routes`);
  if (!beside.name?.en || !beside.name?.cy) throw new Error(`${path}: beside has no name in both languages`);
}

function readManifest(path) {
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  for (const field of needed) if (!(field in manifest)) throw new Error(`${path}: "${field}" is missing`);
  for (const field of Object.keys(manifest)) {
    if (![...needed, ...optional].includes(field)) throw new Error(`${path}: "${field}" is not known`);
  }
  if (!/^[a-z][a-z0-9_]*$/.test(manifest.id)) throw new Error(`${path}: "${manifest.id}" is no plugin id`);
  for (const text of ['nav', 'about']) {
    for (const language of ['en', 'cy']) {
      if (!manifest[text][language]) throw new Error(`${path}: no ${text} text in "${language}"`);
    }
  }
  checkTakes(path, manifest);
  checkBeside(path, manifest);
  return manifest;
}

function importsOf(bytes) {
  return WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ module, name }) => `${module}.${name}`).sort();
}

/** One plugin given as "plugin.json=plugin.wasm": its catalogue entry and its bytes. */
export function pluginFrom(pair) {
  const [manifestPath, modulePath] = pair.split('=');
  const manifest = readManifest(manifestPath);
  const bytes = readFileSync(modulePath);
  if (basename(modulePath) !== `${manifest.id}.wasm`) throw new Error(`${modulePath} is not ${manifest.id}'s module`);
  const hash = sha256(bytes);
  const file = `/plugins/${manifest.id}.${hash.slice(0, 8)}.wasm`;
  return { bytes, entry: { ...manifest, file, bytes: bytes.length, sha256: hash, imports: importsOf(bytes) } };
}

/** @param {object} signing from signingFrom() @returns {string} catalog.json, as web/signed_catalog.js opens it */
export function catalogOf(plugins, fingerprint, signing) {
  const { release, issued, expires } = signing;
  const entries = plugins.map(({ entry }) => entry).sort((a, b) => a.order - b.order);
  return sealed('catalogue', JSON.stringify({ release, issued, expires, fingerprint, plugins: entries }), signing);
}

/** The catalogue in the bytes of a catalog.json of our own. */
export const catalogIn = (bytes) => JSON.parse(textIn(bytes));
