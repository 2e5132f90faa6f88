/**
 * What the suites of this folder share: a council with a www of its own, an answer with its head as it came over the
 * wire, and the project's sources as text. Each test here is named after the requirements of OWASP ASVS 5.0 that it
 * proves; the list is tests/security/asvs.json.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'alongside-asvs-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** One request as it is written, and its answer: `{status, head, header(name), headers, body}`. */
export function exchange(origin, text) {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(text, 'latin1'));
    socket.setTimeout(15_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => { answer += chunk.toString('latin1'); });
    socket.on('error', reject);
    socket.on('close', () => resolve(readAnswer(answer)));
  });
}

export function readAnswer(answer) {
  const end = answer.indexOf('\r\n\r\n');
  const [first, ...lines] = answer.slice(0, end).split('\r\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
  return {
    status: Number(first.split(' ')[1] ?? 0), head: answer.slice(0, end), headers, body: answer.slice(end + 4),
    header: (name) => headers.filter(([each]) => each === name).map(([, value]) => value).join('\n'),
  };
}

/** A request for `exchange`, which asks for the connection to end after it. */
export const request = (method, path, headers = {}, body = '') => [
  `${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: close',
  ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ...(body && [`Content-Length: ${Buffer.byteLength(body, 'latin1')}`]),
  '', body].join('\r\n');

/** A form as a browser sends it from our own page; `fields` is an object or pairs. */
export const form = (origin, path, fields, headers = {}) => request('POST', path, {
  'Content-Type': 'application/x-www-form-urlencoded', Origin: origin, 'Sec-Fetch-Site': 'same-origin', ...headers,
}, new URLSearchParams(fields).toString());

/** `[{path, text}]` of the sources below `folder` whose path fits. */
export function sources(folder, fits) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => fits.test(path) && !path.includes('node_modules'))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

/** Those of the project's C++ that is in the server or in the app, without comments. */
export const cpp = () => ['app', 'plugins'].flatMap((folder) => sources(folder, /\.(cpp|hpp)$/))
  .map(({ path, text }) => ({ path, text: text.replace(/^\s*\/\/.*$/gm, '').replace(/\s\/\/ .*$/gm, '') }));

export const text = (path) => readFileSync(join(root, path), 'utf8');

/** The files in which `pattern` is found. */
export const places = (files, pattern) => files.filter((file) => pattern.test(file.text)).map(({ path }) => path).sort();
