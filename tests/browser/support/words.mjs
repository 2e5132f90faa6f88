/**
 * The application's own words, from the same tables that are built into it, so that a test names a
 * thing as a person reads it, in either language. Called by the browser tests and benches.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './paths.mjs';

function tables() {
  const tree = readdirSync(join(root, 'plugins'), { recursive: true });
  const plugins = tree.filter((path) => /^(shared_)?text\.json$/.test(basename(path))).map((path) => join(root, 'plugins', path));
  return [join(root, 'assets/shell_text.json'), ...plugins];
}

const words = Object.assign({}, ...tables().map((path) => JSON.parse(readFileSync(path, 'utf8'))));

/** @param {string} key such as "shell.help" @param {object} holes values for {name} in the sentence */
export function say(key, holes = {}, language = 'en') {
  const sentence = words[key]?.[language];
  if (typeof sentence !== 'string') throw new Error(`no sentence "${key}" in "${language}"`);
  return sentence.replace(/\{(\w+)\}/g, (hole, name) => holes[name] ?? hole);
}

/** @returns {RegExp} the usual English sentence, or its easy one */
export function eitherWay(key) {
  const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^(${[say(key), words[key].easy?.en].filter(Boolean).map(quoted).join('|')})$`);
}

/** @returns {object} the English of every sentence that is no plural, by its key */
export function allKeys() {
  return Object.fromEntries(Object.entries(words).filter(([, { en }]) => typeof en === 'string').map(([key, { en }]) => [key, en]));
}
