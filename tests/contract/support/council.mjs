/**
 * council-api with the family of tests/fixtures/family/relations.json and the demo's survey about visits,
 * for contract tests written in JavaScript: starts it on a free port, signs people in, asks. Used by
 * tokens.test.mjs.
 */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted, frame } from '../../support/frame.mjs';

const nativeFetch = globalThis.fetch;
const demo = 'assets/demo/northmere';

// DemoSignIn (schema 51, version 1): a person's id and a device's name.
function signInFrame(person, device) {
  const id = person.replaceAll('-', '').match(/../g).map((hex) => parseInt(hex, 16));
  return frame(51, 1, [...id, ...counted(device)]);
}

function portIn(output) {
  const match = /"event":\s*"listening".*"port":\s*(\d+)/.exec(output);
  return match && Number(match[1]);
}

// The server's log until it listens, with the port; its output is read to the end, or it would have to wait for us.
function listening(child) {
  let output = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`council-api did not start: ${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (portIn(output)) resolve(output);
    });
  });
}

class Council {
  /**
   * @param {(...words: string[]) => string} verb asks the running server for a verb, and answers its report
   * @param {string} log what it said until it listened
   */
  constructor(child, port, verb, log) {
    this.log = log;
    this.child = child;
    this.verb = verb;
    this.origin = `http://127.0.0.1:${port}`;
  }

  fetch(path, options = {}) {
    const headers = { 'Sec-Fetch-Site': 'same-origin', Origin: this.origin, ...options.headers };
    return nativeFetch(this.origin + path, { ...options, headers });
  }

  async bytes(path) {
    return new Uint8Array(await (await this.fetch(path)).arrayBuffer());
  }

  async signIn(person) {
    const reply = await this.fetch('/api/session/demo', {
      method: 'POST', body: signInFrame(person, 'Node'), headers: { 'Content-Type': 'application/x-alongside' },
    });
    if (reply.status !== 200) throw new Error(`signing in: ${reply.status}`);
    return reply.headers.get('set-cookie').split(';')[0];
  }

  sign(purpose, cookie, blinded) {
    return this.fetch(`/api/tokens/${purpose}`, {
      method: 'POST', body: blinded, headers: { 'Content-Type': 'application/octet-stream', Cookie: cookie },
    });
  }

  stop() {
    return new Promise((resolve) => {
      this.child.once('exit', resolve);
      this.child.kill('SIGTERM');
    });
  }
}

/** Where the configuration is: the demo's own, or one with other values for some keys. */
function configuration(root, folder, changes) {
  const file = join(root, demo, 'council.json');
  if (Object.keys(changes).length === 0) return file;
  const changed = join(folder, 'council.json');
  writeFileSync(changed, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...changes }));
  return changed;
}

/** Starts the server with its data below `folder`, and the demo's configuration with `changes`. */
export async function startCouncil(root, folder, changes = {}) {
  const program = process.env.COUNCIL_API;
  const common = ['--data', join(folder, 'data'), '--council', configuration(root, folder, changes)];
  const verb = (...words) => execFileSync(program, [...words, ...common], { stdio: 'pipe' });
  verb('household', 'import', join(root, 'tests/fixtures/family/relations.json'));
  verb('survey', 'import', join(root, demo, 'surveys.json'));
  verb('survey', 'publish', join(root, demo, 'surveys/how_was_it.json'));
  const child = spawn(program, ['serve', ...common, '--demo', '--today', '2026-11-22', '--listen', '127.0.0.1:0',
    '--www', join(root, 'build/www'), '--admin', join(folder, 'admin')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ask = (...words) => execFileSync(program, [...words, ...common, '--admin', join(folder, 'admin')], { encoding: 'utf8' });
  const output = await listening(child);
  return new Council(child, portIn(output), ask, output);
}
