/**
 * council-api with the family of tests/fixtures/family/relations.json and providers to sign in by, on a port that is
 * known beforehand, since its providers send people back there. Used by sign_in.test.mjs.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { councilWithSignIn } from '../../support/sign_in_section.mjs';

export const person = (digit) => `30000000-0000-4000-8000-00000000000${digit}`;

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function started(child) {
  let output = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`council-api did not start: ${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      child.log = output;
      if (/"port":\s*\d+/.test(output)) resolve();
    });
  });
}

// The least of a client that a server wants: nobody here has scripts.
function smallClient(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="{{lang}}"><title>{{title}}</title><main>{{main}}</main>');
  return folder;
}

/** @param {object[]} providers as in the configuration; `more` stands beside them in "sign_in" */
export async function startSignInCouncil(root, folder, port, providers, more = {}) {
  const program = process.env.COUNCIL_API;
  const app = `http://127.0.0.1:${port}`;
  const council = councilWithSignIn(root, join(folder, `council-${port}`), app, providers, more);
  const common = ['--data', join(folder, `data-${port}`), '--council', council];
  const verb = (...words) => execFileSync(program, [...words, ...common], { encoding: 'utf8', stdio: 'pipe' });
  verb('household', 'import', join(root, 'tests/fixtures/family/relations.json'));
  const child = spawn(program, ['serve', ...common, '--listen', `127.0.0.1:${port}`, '--www',
    smallClient(join(folder, 'www')), '--admin', join(folder, `admin-${port}`)], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ALONGSIDE_TEST_SECRET: 'hunter2' } });
  await started(child);
  return {
    app, verb, log: () => child.log, check: () => execFileSync(program, ['check-config', council], {
      encoding: 'utf8', env: { ...process.env, ALONGSIDE_TEST_SECRET: 'hunter2' },
    }),
    invitation: (digit) => verb('household', 'invite', person(digit), '--admin', join(folder, `admin-${port}`)).split('\n')[0],
    stop: () => new Promise((resolve) => { child.once('exit', resolve); child.kill('SIGTERM'); }),
  };
}
