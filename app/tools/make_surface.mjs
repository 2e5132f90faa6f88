/**
 * Writes the C file that names everything the main module must export:
 *   make_surface.mjs --nm=llvm-nm --out=surface.c --archive=libalongside_ui.a … --module=plugin.wasm …
 * Called by app/cmake/surface.cmake. Three sources: the plugin API itself (so that a plugin made later
 * finds it), what the given modules import, and type information that both sides have a copy of.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readOptions, writeIfChanged } from './files.mjs';
import { fromLoader } from './loader_names.mjs';

// What the headers a plugin may include declare, as mangled names.
const api = [
  /^_ZNK?9alongside2ui(2Ui|5Words)/,
  /^_ZN9alongside2ui(\d+format_\w+|7code_of|12weekday_name|10month_name|15plural_category)/,
  /^_ZNK?9alongside(4Date|5Money|8GeoPoint|5Route|4Uuid|5Error)/,
  /^_ZN9alongside\d+(uuid_text|parse_uuid|trim|split|search_words|search_fold|clean_text|text_fault|text_prefix|code_points|distance_metres|uk_day|uk_offset_minutes|name_of)/,
  /^_Z(NK?|T[VIS]N)9alongside4wire11Frame(Reader|Writer)/,
  /^_ZN9alongside4wire(11write_frame|10read_frame|8to_error|7name_of)/,
  /^_ZN3fmt2v97vformat/,
];
const isTypeData = (name) => /^_ZT[VISV]/.test(name);

function symbolsOf(nm, archive) {
  const listing = execFileSync(nm, ['--defined-only', '--extern-only', '--format=posix', archive], {
    encoding: 'utf8', maxBuffer: 1 << 26,
  });
  return listing.split('\n').map((line) => line.split(' ')).filter((fields) => fields.length > 1);
}

function importsAndExports(path) {
  const module = new WebAssembly.Module(readFileSync(path));
  const imports = WebAssembly.Module.imports(module).filter(({ name }) => !fromLoader.has(name));
  return { imports, exports: new Set(WebAssembly.Module.exports(module).map(({ name }) => name)) };
}

// name → whether it is data. A module's own weak symbols count only when they are type information
// that the main module has too: both sides must then use one copy.
function wantedNames(archives, modules) {
  const wanted = new Map();
  const defined = new Set(archives.map(([name]) => name));
  for (const [name, kind] of archives) {
    if (/^[TDR]$/.test(kind) && api.some((pattern) => pattern.test(name))) wanted.set(name, isTypeData(name));
  }
  if (wanted.size < 50) throw new Error(`only ${wanted.size} names of the API found: the patterns no longer fit the sources`);
  for (const { imports, exports } of modules) {
    for (const { module, name } of imports) {
      if (!exports.has(name) || (isTypeData(name) && defined.has(name))) wanted.set(name, module === 'GOT.mem');
    }
  }
  return [...wanted].sort(([a], [b]) => (a < b ? -1 : 1));
}

// Only the address is taken, so a function's true type does not matter.
const declaration = ([name, isData], index) => (isData
  ? `extern const char s${index}[] __asm__("${name}");`
  : `extern void s${index}(void) __asm__("${name}");`);

const options = readOptions(process.argv.slice(2));
const archives = [options.archive].flat().flatMap((archive) => symbolsOf(options.nm, archive));
const wanted = wantedNames(archives, [options.module].flat().map(importsAndExports));
writeIfChanged(options.out, [
  '/* Made by app/tools/make_surface.mjs; do not edit. */',
  ...wanted.map(declaration),
  'const void* const alongside_surface[] = {',
  ...wanted.map(([, isData], index) => `  (const void*)${isData ? '' : '&'}s${index},`),
  '};',
  '',
].join('\n'));
