/**
 * council-api with the family of tests/fixtures/family/relations.json and ways to sign in, on a port that is known
 * beforehand, since its providers send people back there. Used by the browser tests of signing in.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { councilWithSignIn } from '../../support/sign_in_section.mjs';
import { freePort } from './free_port.mjs';
import * as paths from './paths.mjs';
import { answers } from './server.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const person = (digit) => `30000000-0000-4000-8000-00000000000${digit}`;

/** @param {object[]} providers as in the configuration; `more` stands beside them in "sign_in" */
export async function startSignInCouncil(folder, providers, more = {}, port = null) {
  const own = port ?? await freePort();
  const origin = `http://localhost:${own}`;
  const place = join(folder, String(own));
  const config = councilWithSignIn(root, place, origin, providers, more);
  const common = ['--council', config, '--data', join(place, 'data'), '--admin', join(place, 'admin')];
  const verb = (...words) => execFileSync(paths.councilApi(), [...words, ...common], { encoding: 'utf8' });
  verb('household', 'import', join(root, 'tests/fixtures/family/relations.json'));
  const child = spawn(paths.councilApi(), ['serve', ...common, '--www', paths.www, '--listen', `127.0.0.1:${own}`],
    { stdio: ['ignore', 'ignore', 'inherit'] });
  assert.ok(await answers(origin, child));
  return {
    origin, invite: (digit) => verb('household', 'invite', person(digit)).split('\n')[0],
    stop: () => new Promise((resolve) => { child.once('exit', resolve); child.kill('SIGTERM'); }),
  };
}
