/**
 * The release that the service worker keeps: every file the application may need, with the hash the
 * browser checks it by, and a version that changes when any of it does; and release.json, the signed list of
 * all that is served, by which council-api knows that nothing of it was changed. Used by make_www.mjs.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './files.mjs';
import { sealed } from './signing.mjs';

// Filled in for each page, the worker's own script, what only tools read, and what a home screen fetches for itself.
const notKept = /^(index\.html|service_worker\.js|assets\.json|icon-[\w-]+\.png)$/;

const integrityOf = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** The catalogue's address with its content's hash, so that a page never gets another version's. */
export const catalogAddress = (bytes) => `/plugins/catalog.json?${sha256(bytes).slice(0, 8)}`;

/**
 * @param {{path: string, bytes: Buffer}[]} files everything that is served
 * @param {Buffer} catalog plugins/catalog.json
 * @param {Buffer} page the template, of which the server makes the page that stands in for others
 * @param {Buffer} worker the worker's script, without a release
 * @param {number} number of the release
 * @returns {Buffer} the worker's script with its release
 */
export function withRelease(files, catalog, page, worker, number) {
  const kept = files.filter(({ path }) => !notKept.test(path)).map(({ path, bytes }) => [`/${path}`, integrityOf(bytes)]);
  kept.push([catalogAddress(catalog), integrityOf(catalog)]);
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const version = sha256(JSON.stringify([kept, sha256(page), sha256(worker), number])).slice(0, 12);
  return Buffer.concat([Buffer.from(`const ALONGSIDE_RELEASE=${JSON.stringify({ version, number, files: kept })};\n`), worker]);
}

/** @param {string} folder with all that is served @param {string[]} paths of it @returns {string} release.json */
export function releaseList(folder, paths, signing) {
  const { release, issued, expires } = signing;
  const files = Object.fromEntries([...paths].sort().map((path) => [path, sha256(readFileSync(join(folder, path)))]));
  return sealed('release', JSON.stringify({ release, issued, expires, files }), signing);
}
