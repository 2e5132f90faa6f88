/**
 * A council-api with the demo council for the tests: the one that the suite started (ALONGSIDE_URL),
 * or one of the test's own in a temporary folder, on a free port, killed after. Called by every
 * browser test and bench, so that each can also be run alone with `node --test FILE`.
 */
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free_port.mjs';
import * as paths from './paths.mjs';

const run = promisify(execFile);
export const council = join(paths.demo, 'council.json');
const published = readdirSync(join(paths.demo, 'surveys')).sort().map((name) => join(paths.demo, 'surveys', name));

async function importDemo(data) {
  const common = ['--council', council, '--data', data, '--admin', join(data, 'admin.socket')];
  const verbs = [
    ['household', 'import', join(paths.demo, 'family.json')],
    ['offer', 'import', join(paths.demo, 'offer')],
    ['survey', 'import', join(paths.demo, 'surveys.json')],
    ...published.map((path) => ['survey', 'publish', path]),
    ['guide', 'import', join(paths.demo, 'direct_payments.json')],
    ['agreement', 'import', join(paths.demo, 'agreements.json')],
    ['payroll', 'import', join(paths.root, 'assets/payroll/figures.json')],
    ['payroll', 'import', join(paths.demo, 'payroll.json'), '--own'],
  ];
  for (const verb of verbs) await run(paths.councilApi(), [...verb, ...common]);
}

// The imported demo is kept while the server and the demo files are the same.
export async function demoData() {
  const files = ['offer', 'surveys.json', 'family.json', 'direct_payments.json', 'agreements.json', 'payroll.json'];
  const newest = Math.max(...[paths.councilApi(), council, ...published, ...files.map((name) => join(paths.demo, name))]
    .map((path) => statSync(path).mtimeMs));
  const kept = join(paths.scratch, `demo-${Math.round(newest)}`);
  if (existsSync(kept)) return kept;
  mkdirSync(paths.scratch, { recursive: true });
  const fresh = mkdtempSync(join(paths.scratch, 'importing-'));
  await importDemo(fresh);
  try {
    renameSync(fresh, kept);
  } catch {
    rmSync(fresh, { recursive: true });  // another test file was first
  }
  return kept;
}

export async function answers(origin, child) {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) return false;
    try {
      if ((await fetch(`${origin}/readyz`)).ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

/**
 * @param {{www?: string, own?: boolean, nation?: string, today?: string, changes?: object}} given another folder of client files than the build's, or a
 * server that nobody else uses: it is then the test's own, with a fresh database in the folder `data`; `nation`: the demo
 * council as it would be there, without its own pages; `today`: the day that an `own` server has; `changes`: keys of the configuration with other values
 * @returns {Promise<{origin: string, data?: string, log: () => string, stop: () => Promise<void>, verb?: (...words: string[]) => Promise<string>}>}
 */
export async function startServer({ www = paths.www, own = false, nation = '', today = '2026-11-22', changes = nation ? { nation } : null } = {}) {
  const isShared = process.env.ALONGSIDE_URL && www === paths.www && !own && !changes;
  if (isShared) return { origin: process.env.ALONGSIDE_URL, log: () => '', stop: async () => {} };
  const data = mkdtempSync(join(tmpdir(), 'alongside-test-'));
  cpSync(await demoData(), data, { recursive: true });
  const config = changes ? join(data, 'council.json') : council;
  if (changes) writeFileSync(config, JSON.stringify({ ...JSON.parse(readFileSync(council, 'utf8')), ...changes }));
  // A council's own pages stand beside its configuration.
  if (changes && !nation) cpSync(join(paths.demo, 'pages'), join(data, 'pages'), { recursive: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(paths.councilApi(), ['serve', '--council', config, '--data', data, '--www', www,
    '--listen', `127.0.0.1:${port}`, '--admin', join(data, 'admin.socket'), '--demo', '--today', today]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { output += text; });
  if (!(await answers(origin, child))) {
    child.kill('SIGKILL');
    throw new Error(`council-api did not become ready on ${origin}:\n${output}`);
  }
  const stop = async () => {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 5000);
    if (child.exitCode === null) await ended;
    clearTimeout(late);
    rmSync(data, { recursive: true, force: true });
  };
  /** What the council's staff type, such as verb('requests', 'list'): its output. */
  const verb = async (...words) => (await run(paths.councilApi(), [...words, '--council', council, '--data', data, '--admin', join(data, 'admin.socket')])).stdout;
  return { origin, data, log: () => output, stop, verb };
}
