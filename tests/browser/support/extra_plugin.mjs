/**
 * One plugin more than the council has, built apart from the application (tests/plugins): what a proxy
 * answers instead, so that the page finds it in its catalogue. Called by plugins.test.mjs and the benches.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogIn, catalogOf, pluginFrom } from '../../../app/tools/make_catalog.mjs';
import { testPlugin, www } from './paths.mjs';
import { buildSigning } from './signing.mjs';

/** @param {string} id a folder of tests/plugins @returns {{entry: object, instead: (path: string) => object | undefined}} for startProxy() */
export function withExtra(id) {
  const catalog = catalogIn(readFileSync(join(www, 'plugins/catalog.json'), 'utf8'));
  const { manifest, module } = testPlugin(id);
  const extra = pluginFrom(`${manifest}=${module}`);
  const plugins = [...catalog.plugins.map((entry) => ({ entry })), extra];
  const body = catalogOf(plugins, catalog.fingerprint, buildSigning());
  const instead = (path) => {
    if (path === '/plugins/catalog.json') return { headers: { 'content-type': 'application/json' }, body };
    return path === extra.entry.file ? { headers: { 'content-type': 'application/wasm' }, body: extra.bytes } : undefined;
  };
  return { entry: extra.entry, instead };
}
