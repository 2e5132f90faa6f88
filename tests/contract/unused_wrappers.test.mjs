/**
 * The page's module goes out without the functions that Emscripten writes for exports only plugins use.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dropUnusedWrappers } from '../../app/tools/unused_wrappers.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const wrapper = (name, parameters) => `var _${name}=${parameters}=>(_${name}=wasmExports["${name}"])(${parameters.replace(/[()]/g, '')});`;

test('a wrapper that nobody calls goes, with any number of parameters', () => {
  for (const parameters of ['()', 'a0', '(a0,a1,a2)']) {
    assert.equal(dropUnusedWrappers(`var a=1;${wrapper('_ZN4left', parameters)}a=2;`), 'var a=1;a=2;');
  }
});

test('one that is called anywhere stays, and so does one that the page can call', () => {
  for (const kept of [
    `${wrapper('_ZN4used', 'a0')}later=()=>__ZN4used(1);`,
    `wasmImports.x=_malloc;${wrapper('malloc', 'a0')}`,
    'var _main=(a0,a1)=>(_main=Module["_main"]=wasmExports["main"])(a0,a1);',
  ]) assert.equal(dropUnusedWrappers(kept), kept);
});

test('the module that was built has many of them, and the one that goes out has none for a C++ name', () => {
  const built = readFileSync(join(root, 'build/wasm/bin/app.mjs'), 'utf8');
  assert.match(built, /wasmExports\["_ZN/);
  assert.doesNotMatch(dropUnusedWrappers(built), /wasmExports\["_ZN/);
});
