/**
 * Fails the build when a plugin could not be loaded: check_wasm_imports.mjs app.wasm app.mjs plugin.wasm…
 * Called by app/cmake/main_module.cmake after the link.
 *   1. What a plugin imports must be exported by the main module or be one of the loader's own names.
 *      (A gap shows only at load, as "bad export type", or at the first call.)
 *   2. A plugin may not reach Dear ImGui, the screen or the browser: it has Ui and Host.
 *   3. The main module must not itself need a symbol that only a plugin has.
 *   4. Our app.mjs holds no eval and no new Function.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fromLoader } from './loader_names.mjs';

const forbidden = /ImGui|ImDraw|ImFont|^SDL_|^emscripten_|^gl[A-Z]|^alongside_js_/;

const read = (path) => new WebAssembly.Module(readFileSync(path));
const importsOf = (module) => WebAssembly.Module.imports(module).map(({ module: from, name }) => ({ from, name }));
const exportsOf = (module) => new Set(WebAssembly.Module.exports(module).map(({ name }) => name));

function checkPlugin(path, mainExports, problems) {
  const module = read(path);
  const own = exportsOf(module);
  for (const { name } of importsOf(module)) {
    if (forbidden.test(name)) problems.push(`${basename(path)} may not use ${name}`);
    if (fromLoader.has(name) || mainExports.has(name) || own.has(name)) continue;
    problems.push(`${basename(path)} needs ${name}, which the main module does not export`);
  }
}

// A main module that resolves a symbol from a plugin cannot start before that plugin is loaded.
function checkMain(main, plugins, problems) {
  const own = exportsOf(main);
  const inPlugins = new Set(plugins.flatMap((path) => [...exportsOf(read(path))]));
  for (const { from, name } of importsOf(main)) {
    if (own.has(name) || !inPlugins.has(name)) continue;
    problems.push(`app.wasm takes ${from}.${name} from a plugin`);
  }
}

const [mainPath, scriptPath, ...plugins] = process.argv.slice(2);
const problems = [];
const main = read(mainPath);
const mainExports = exportsOf(main);
for (const plugin of plugins) checkPlugin(plugin, mainExports, problems);
checkMain(main, plugins, problems);
if (/\beval\s*\(|new Function\b/.test(readFileSync(scriptPath, 'utf8'))) {
  problems.push(`${basename(scriptPath)} holds eval or new Function, which the page's security policy forbids`);
}
if (problems.length > 0) {
  for (const problem of problems) console.error(`check_wasm_imports: ${problem}`);
  process.exit(1);
}
