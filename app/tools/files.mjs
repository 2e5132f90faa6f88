/**
 * Small file helpers shared by the build scripts in app/tools.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Writes through a temporary name, so that an interrupted build leaves no half file. */
export function writeWhole(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}

/** Leaves the file's time alone when nothing changed, so that nothing is compiled again. */
export function writeIfChanged(path, content) {
  const before = existsSync(path) ? readFileSync(path) : null;
  if (before === null || !before.equals(Buffer.from(content))) writeWhole(path, content);
}

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Every file below a folder, as paths relative to it, sorted. */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** `--name=value` arguments; a name given more than once becomes a list. */
export function readOptions(argv) {
  const options = {};
  for (const argument of argv) {
    const match = /^--([\w-]+)=(.*)$/s.exec(argument);
    if (!match) throw new Error(`not understood: ${argument}`);
    const [, name, value] = match;
    options[name] = name in options ? [options[name], value].flat() : value;
  }
  return options;
}
