/**
 * Who may include whom: fails on the first include line that goes against the table.
 * Called by check.sh. The table is the architecture: base ← wire ← ui ← plugin_api ← client, wire ← server,
 * a plugin sees its own folders and the layers named here, and nobody sees another plugin.
 */
import { cppFiles, report, textOf } from './sources.mjs';

const layers = {
  'app/base': ['app/base'],
  'app/wire': ['app/base', 'app/wire'],
  'app/ui': ['app/base', 'app/wire', 'app/ui'],
  'app/plugin_api': ['app/base', 'app/wire', 'app/ui', 'app/plugin_api'],
  'app/client': ['app/base', 'app/wire', 'app/ui', 'app/plugin_api', 'app/client'],
  'app/server': ['app/base', 'app/wire', 'app/server'],
  'app/cmake': [],
  'app/tools': [],
};
const partMayUse = {
  model: ['app/base', 'app/wire'],
  pages: ['app/base', 'app/wire', 'app/ui', 'app/plugin_api'],
  api: ['app/base', 'app/wire', 'app/server'],
  entry: ['app/base', 'app/wire', 'app/ui', 'app/plugin_api'],
};
const ownParts = { model: ['model'], pages: ['model', 'pages'], api: ['model', 'api'], entry: ['model', 'pages'] };

// Third-party and platform headers, and the only files that may include them.
const wrapped = [
  [/^imgui/, /^app\/ui\/[^/]+\.cpp$|^app\/client\/(shell|window)\w*\.cpp$|^tests\//],
  [/^SDL/, /^app\/client\/window_sdl\.cpp$|^app\/tools\/setup\//],
  [/^emscripten/, /_web\.(cpp|hpp)$|^app\/client\/(main|window_sdl)\w*\.cpp$|^app\/tools\/setup\//],
  [/^(cereal|rapidjson)\//, /^app\/wire\/|^plugins\/[^/]+\/model\/|^tests\//],
  [/^sqlite3\.h$/, /^app\/server\/(storage\/)?\w*sqlite\w*\.(cpp|hpp)$|^tests\//],
  [/^openssl\//, /^app\/server\/(\w+\/)*\w*_openssl\.[ch]pp$|^tests\//],
  [/^curl\//, /^app\/server\/(\w+\/)*\w*_curl\.cpp$/],
  [/^readstat\.h$/, /_readstat\.cpp$|^tests\//],
  [/^zip\.h$/, /_libzip\.cpp$|^tests\//],
  [/^expat\.h$/, /_expat\.cpp$/],
  [/^qrencode\.h$/, /_qrencode\.cpp$/],
  [/^fido(\.h$|\/)/, /_fido2\.cpp$/],
  [/^libpq/, /^app\/server\/(storage\/)?\w*postgres\w*\.cpp$|^tests\//],
  [/^boost\/(beast|asio)/, /^app\/server\/(http|admin|tcp)\w*\.(cpp|hpp)$|^app\/cmake\/libraries\/boost\.cpp$|^tests\/(contract|support|bench\/server)\//],
  [/^boost\/json/, /^app\/server\/(json|boost)\w*\.(cpp|hpp)$/],
  [/^spdlog\//, /^app\/server\/\w*log\w*\.(cpp|hpp)$|^app\/cmake\/libraries\/spdlog\.cpp$/],
  [/^CLI\//, /^app\/server\/(main|command_line\w*|\w*cli\w*)\.cpp$/],
  [/^(iostream|sstream|fstream|ostream|istream|iomanip)$/,
    /^app\/server\/|^plugins\/[^/]+\/api\/|^tests\/|_native\.cpp$|^app\/wire\/json\w*\.(cpp|hpp)$/],
  [/^doctest\//, /^tests\//],
  [/^rapidcheck/, /^tests\//],
];

// Made by the build out of a plugin's text.json.
const madeWords = /^plugins\/\w+\/words\.hpp$/;

const layerOf = (path) => Object.keys(layers).find((layer) => path.startsWith(`${layer}/`));

function pluginPartOf(path) {
  const match = /^plugins\/([^/]+)\/(?:(model|pages|api)\/)?/.exec(path);
  return match && { plugin: match[1], part: match[2] ?? 'entry' };
}

function mayInclude(from, target) {
  const to = pluginPartOf(target);
  const own = pluginPartOf(from);
  if (to && own) return to.plugin === own.plugin && ownParts[own.part].includes(to.part);
  // The server's composition root is the one place that names the features.
  if (to) return from === 'app/server/main.cpp' && to.part === 'api';
  const allowed = own ? partMayUse[own.part] : layers[layerOf(from)];
  return allowed !== undefined && allowed.includes(layerOf(target));
}

function problemWith(path, line, kind, target) {
  const where = `${path}:${line}: #include ${target}`;
  for (const [pattern, files] of wrapped) {
    if (pattern.test(target) && !files.test(path)) return `${where}: this header is wrapped elsewhere`;
  }
  const ours = /^(app|plugins|tests)\//.test(target);
  if (kind === '"' && !ours && !/^\w+_words\.hpp$/.test(target)) return `${where}: write the path from the repository's root`;
  if (!ours || path.startsWith('tests/') || madeWords.test(target)) return undefined;
  return mayInclude(path, target) ? undefined : `${where}: this layer may not see that one`;
}

const problems = [];
let count = 0;
for (const path of cppFiles()) {
  textOf(path).split('\n').forEach((text, index) => {
    const match = /^\s*#\s*include\s*([<"])([^>"]+)/.exec(text);
    if (!match) return;
    count += 1;
    const problem = problemWith(path, index + 1, match[1], match[2]);
    if (problem) problems.push(problem);
  });
}
report(problems, `${count} include lines`);
