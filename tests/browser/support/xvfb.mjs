/**
 * A screen of the test's own for browsers that draw only on one. Called by firefox.mjs and webkit.mjs.
 */
import { spawn } from 'node:child_process';

/** @returns {Promise<{display: string, stop: () => void}>} */
export async function startScreen() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    child.stdio[3].once('data', (text) => resolve(String(text).trim()));
    child.once('exit', () => reject(new Error('Xvfb ended at once; is the package xvfb installed?')));
    child.once('error', reject);
  });
  return { display: `:${number}`, stop: () => child.kill() };
}
