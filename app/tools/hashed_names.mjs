/**
 * Gives files names that carry a hash of their content, and rewrites the references between them.
 * A file is named after the files it refers to, so that a change below changes every name above.
 * Used by make_www.mjs.
 */
import { sha256 } from './files.mjs';

// These keep their names: people, browsers and the server look for them under it.
const stable = /(\.html|^service_worker\.js|\.webmanifest|^favicon\.svg|^icon[\w-]*\.png|^illustrations\/[a-z]+\.svg)$/;
const textual = /\.(js|mjs|css|html|webmanifest|svg)$/;
// A quoted path: "/fonts/regular.ttf", './mirror.js', url(plain.css).
const reference = /(["'`(])(\/|\.\/|\.\.\/)?([\w/-]+(?:\.[\w-]+)*\.[a-z0-9]+)(?=["'`)?#])/g;

const withHash = (name, bytes) => name.replace(/(\.[a-z0-9]+)$/, `.${sha256(bytes).slice(0, 8)}$1`);
const folderOf = (name) => name.slice(0, name.lastIndexOf('/') + 1);
const baseOf = (name) => name.slice(name.lastIndexOf('/') + 1);

class Namer {
  constructor(files) {
    this.files = files;
    this.named = new Map();
    this.open = new Set();
  }

  // The logical file that a reference in `from` means, if it is one of ours.
  target(from, lead, path) {
    const folder = lead === '/' ? '' : folderOf(from);
    const name = (lead === '../' ? folderOf(folder.slice(0, -1)) : folder) + path;
    return name !== from && this.files.has(name) ? name : undefined;
  }

  rewrite(from, text) {
    return text.replace(reference, (whole, quote, lead = '', path) => {
      const target = this.target(from, lead, path);
      if (!target || stable.test(target)) return whole;
      return `${quote}${lead}${folderOf(path)}${baseOf(this.name(target).path)}`;
    });
  }

  name(file) {
    if (this.named.has(file)) return this.named.get(file);
    if (this.open.has(file)) throw new Error(`${file} refers to itself through other files`);
    this.open.add(file);
    const before = this.files.get(file);
    const bytes = textual.test(file) ? Buffer.from(this.rewrite(file, before.toString('utf8'))) : before;
    const result = { path: stable.test(file) ? file : withHash(file, bytes), bytes };
    this.open.delete(file);
    this.named.set(file, result);
    return result;
  }
}

/** Map of logical name → bytes in, map of logical name → {path, bytes} out. */
export function hashNames(files) {
  const namer = new Namer(files);
  for (const file of files.keys()) namer.name(file);
  return namer.named;
}
