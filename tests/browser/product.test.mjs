/**
 * Nothing is left out of what is looked at: every address that a plugin or the shell has a screen for is among the
 * screens that axe, the pictures and the other tests go through.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support/paths.mjs';
import { leftOut } from './support/product.mjs';
import { ownScreens, screens, writtenScreens } from './support/screens.mjs';

const all = [...screens(), ...ownScreens(), ...writtenScreens()];
const read = (path) => readFileSync(join(root, path), 'utf8');
const matches = (path, pattern) => [...read(path).matchAll(pattern)].map(([, address]) => address);

const routesOfPlugins = readdirSync(join(root, 'plugins'), { recursive: true }).filter((path) => path.endsWith('plugin.json'))
  .flatMap((path) => JSON.parse(read(join('plugins', path))).routes);
const routesOfShell = [...matches('app/client/own_pages.cpp', /path == "([^"]+)"/g), ...matches('app/client/public_page.cpp', /PublicPageLink\{"[^"]+", "([^"]+)"/g)];

// Where a code is typed there is a screen of its own only in a council whose codes sign in alone: sign_in_looks.test.mjs has one, and
// axe looks at it there.
const elsewhere = ['/signin/code'];

test('every address of every plugin and of the shell is among the screens that are looked at', () => {
  assert.ok(routesOfPlugins.length > 40 && routesOfShell.length > 14, 'the addresses must have been found');
  assert.deepEqual(leftOut([...routesOfPlugins, ...routesOfShell], all), elsewhere);
  console.log(`screens: ${all.length} for the ${routesOfPlugins.length + routesOfShell.length} addresses of plugins and shell`);
});

test('a screen counts for the nearest address alone: a page of its own is no example of a pattern', () => {
  const routes = ['/say', '/say/*', '/say/note'];
  assert.deepEqual(leftOut(routes, [{ path: '/say' }, { path: '/say/note?of=1' }]), ['/say/*']);
  assert.deepEqual(leftOut(routes, [{ path: '/say' }, { path: '/say/note' }, { path: '/say/*' }]), []);
});
