/**
 * The council of bench server: 2,500 households of two people around a child, all of whom may sign in by the demo's door;
 * and the programs of the bench, each on its core. Used by server.mjs and databases.mjs.
 */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, councilApi as findCouncilApi, demo, www } from '../../browser/support/paths.mjs';

export const councilApi = findCouncilApi();
const program = join(build, 'native', 'bin', 'bench_server');
const officer = ['--officer', 'the bench'];
const generatorsCore = '1';
const ports = { sqlite: 9310, postgres: 9320 };

// As people.cpp counts them.
const id = (kind, number) => `${kind}000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

function family(people) {
  const households = [];
  for (let number = 0; number < people / 2; number++) {
    const pair = [2 * number, 2 * number + 1].map((each) => ({ id: id(51, each), name: `Person ${each}` }));
    households.push({
      id: id(52, number), demo: true, people: pair,
      children: [{
        id: id(53, number), name: `Child ${number}`, born: '2015-05-04', shares: [],
        around: pair.map((person) => ({ person: person.id, role: 'parent', parental_responsibility: true, from: '2015-05-04' })),
      }],
    });
  }
  return { households };
}

/** Its configuration and its family, imported. */
export function benchCouncil(folder, kind, database, people) {
  const own = join(folder, kind);
  mkdirSync(join(own, 'data'), { recursive: true });
  const port = ports[kind];
  const config = JSON.parse(readFileSync(join(demo, 'council.json'), 'utf8'));
  config.metrics = `127.0.0.1:${port + 1}`;
  Object.assign(config, database.section());
  const council = { folder: own, kind, port, metrics: port + 1, config: join(own, 'council.json'), data: join(own, 'data'), cookies: join(own, 'cookies') };
  writeFileSync(council.config, JSON.stringify(config));
  writeFileSync(join(own, 'family.json'), JSON.stringify(family(people)));
  execFileSync(councilApi, ['household', 'import', join(own, 'family.json'), '--council', council.config, '--data', council.data, ...officer]);
  return council;
}

async function isReady(url, child) {
  for (let tries = 0; tries < 200; tries++) {
    if (ended(child)) break;
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => { setTimeout(done, 50); });
  }
  throw new Error(`council-api does not answer at ${url}`);
}

/** One figure of what Prometheus reads. */
async function measure(port, name) {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(new RegExp(`^alongside_${name} (\\S+)$`, 'm').exec(text)[1]);
}

export async function startCouncil(council) {
  const log = openSync(join(council.folder, 'council-api.log'), 'a');
  const child = start(councilApi, ['serve', '--council', council.config, '--data', council.data, '--www', www, '--listen', `127.0.0.1:${council.port}`,
    '--admin', join(council.folder, 'admin.sock'), '--demo'], { stdio: ['ignore', log, log] });
  closeSync(log);
  const url = `http://127.0.0.1:${council.port}`;
  await isReady(url, child);
  return {
    url,
    /** After so many milliseconds. */
    async measures(wait) {
      await new Promise((done) => { setTimeout(done, wait); });
      return { sessions: await measure(council.metrics, 'sessions'), connections: await measure(council.metrics, 'connections') };
    },
    stop: () => stopped(child),
  };
}

// A bench that fails leaves nothing behind.
const running = new Set();
process.on('exit', () => { for (const child of running) child.kill('SIGKILL'); });

function started(child) {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

const ended = (child) => child.exitCode !== null || child.signalCode !== null;

/** Told to stop, and gone when this resolves. */
export function stopped(child) {
  return new Promise((done) => {
    if (ended(child)) return done();
    child.once('exit', done);
    child.kill('SIGTERM');
  });
}

/** Like spawn(); ends with the bench. */
export const start = (...command) => started(spawn(...command));

const words = (list) => list.map(String);

/** @returns {string} what it printed; on the core of what is measured */
export const bench = (list) => execFileSync(program, words(list), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** @returns {Promise<string>} what it printed; on a core of its own */
export function generator(list) {
  return new Promise((resolve, reject) => {
    const child = start('taskset', ['-c', generatorsCore, program, ...words(list)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk) => { out += chunk; });
    child.once('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`bench_server ended with ${code}: ${out}`))));
  });
}
