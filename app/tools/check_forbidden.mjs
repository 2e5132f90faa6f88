/**
 * Things that must not be in our sources, each with the reason. Called by check.sh.
 */
import { ourFiles, report, textOf } from './sources.mjs';

const cpp = /\.(cpp|hpp)$/;
const build = /(CMakeLists\.txt|\.cmake|CMakePresets\.json|\.sh)$/;
const script = /\.(js|mjs|html)$/;
const everything = /\.(cpp|hpp|js|mjs|css|html|sh|py|cmake|json|md|txt|yml)$|^alongside$/;
const checker = /^app\/tools\/check_(forbidden|includes|wasm_imports)\.mjs$/;

const rules = [
  [/\b(EM_ASM|EM_JS|EM_ASYNC_JS)\w*\s*\(/, cpp, 'needs eval in the loader'],
  [/emscripten\/(bind|val)\.h|emscripten::val/, cpp, 'embind makes functions from text'],
  [/fvisibility(-inlines)?-?=?-?hidden|CXX_VISIBILITY_PRESET/, build, 'splits type information between modules'],
  [/\bdynamic_cast\s*<|\btypeid\s*\(|\bthread_local\b/, /^(app\/(base|wire|ui|plugin_api|client)|plugins\/[^/]+\/(model|pages)).*\.(cpp|hpp)$/,
    'does not hold across modules'],
  [/^\s*using namespace\s+(?!\w+::literals|\w+::\w+::literals|literals)/m, /\.hpp$/, 'a header puts no names into others'],
  [/\beval\s*\(|new Function\b|\bFunction\s*\(\s*['"]/, script, 'the page forbids making code from text'],
  [/\.(innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write\b/, /^web\//, 'text goes into the page by textContent only'],
  [/\bstyle\s*=\s*["']|<style\b|\bon(click|load|error|submit)\s*=/, /^web\/.*\.html$/, 'the security policy forbids inline style and script'],
  [/CEREAL_REGISTER_TYPE|CEREAL_REGISTER_POLYMORPHIC/, cpp, 'polymorphic registration is global state'],
  [/(^|[\s"'=(])\/(work|tmp)\/\w/m, everything, 'names a path of one machine'],
  [/\b(registry|deb|snapshot|ftp)\.[\w-]+\.(org|com|net)\b/, everything, 'names a package registry'],
];

const problems = [];
const files = ourFiles(everything).filter((path) => !checker.test(path));
for (const path of files) {
  const text = textOf(path);
  for (const [pattern, where, why] of rules) {
    const match = where.test(path) && pattern.exec(text);
    if (!match) continue;
    const line = text.slice(0, match.index).split('\n').length;
    problems.push(`${path}:${line}: "${match[0].trim()}" ${why}`);
  }
}
// A frame is known by its schema's number, so no two messages may have the same.
const schemas = new Map();
for (const path of files.filter((each) => /^(app|plugins)\/.*\.hpp$/.test(each))) {
  for (const [, number] of textOf(path).matchAll(/SchemaId schema\{(\d+),/g)) {
    if (schemas.has(number)) problems.push(`${path}: schema ${number} is already in ${schemas.get(number)}`);
    schemas.set(number, path);
  }
}
report(problems, `${files.length} files, ${rules.length} rules`);
