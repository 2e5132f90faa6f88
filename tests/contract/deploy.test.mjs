/**
 * What stands in app/server/deploy, tried for real: nginx with TLS in front of council-api, and systemd's own judgement of
 * the unit. Run by ctest with COUNCIL_API in the environment; what this machine has not is said to be skipped.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http2 from 'node:http2';
import http from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { hasNginx, name, startEdge } from './support/edge.mjs';
import { providerEntry } from '../support/sign_in_section.mjs';
import { mangledRequests } from './support/mangled.mjs';
import { startSignInCouncil, freePort } from './support/sign_in_council.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const unit = join(root, 'app/server/deploy/alongside.service');
const skip = hasNginx() ? false : 'nginx is not installed';
// How many requests that nobody should send go through both.
const mangled = process.env.ALONGSIDE_KILLS ? 5000 : 1024;
const atOnce = 64;
// "I do not do that", of a kind of transfer and of a version of HTTP: refusals, and no faults.
const refusals = [501, 505];
let folder;
let council;
let edge;

before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), 'alongside-edge-'));
  const port = await freePort();
  council = await startSignInCouncil(root, folder, port, [providerEntry('council', 'https://login.northmere.example')]);
  edge = await startEdge(root, folder, `127.0.0.1:${port}`);
});
after(async () => {
  await edge?.stop();
  await council?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

/** Bytes as they are, and all that comes back until it is closed or nothing more comes. */
function exchange(open, bytes, patience) {
  return new Promise((resolve) => {
    let answer = '';
    let failure;
    const socket = open(() => socket.write(bytes, 'latin1'));
    let timer = setTimeout(() => { failure ??= 'hang'; socket.destroy(); }, patience);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      clearTimeout(timer);
      timer = setTimeout(() => socket.destroy(), 700);  // kept open for more, as it may be
    });
    socket.on('error', (error) => { failure ??= error.code ?? String(error); });
    socket.on('close', () => { clearTimeout(timer); resolve({ answer, failure, status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0) }); });
  });
}

const through = (bytes, { patience = 5000, ...options } = {}) => exchange((ready) => tls.connect({
  host: '127.0.0.1', port: edge.secure, servername: name, ca: edge.authority, ALPNProtocols: ['http/1.1'], ...options,
}, ready), bytes, patience);
const direct = (bytes, { patience }) => exchange((ready) => connect(Number(new URL(council.app).port), '127.0.0.1', ready), bytes, patience);

const get = (path, more = '') => through(`GET ${path} HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n${more}\r\n`);

test('V13.2.2: systemd judges the unit to be well shut in: 2.0 at the most', (context) => {
  if (spawnSync('systemd-analyze', ['--version']).status !== 0) return context.skip('systemd-analyze is not installed');
  const told = execFileSync('systemd-analyze', ['security', '--offline=true', unit], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const level = Number(/Overall exposure level.*?: ([\d.]+)/.exec(told)[1]);
  context.diagnostic(`exposure level ${level}`);
  assert.ok(level <= 2.0, told);
});

test('V12.2.1: who comes without TLS is sent to the same address with it', { skip }, async () => {
  const answer = await new Promise((resolve) => http.get({ host: '127.0.0.1', port: edge.plain, path: '/find?q=a', headers: { Host: name } }, resolve));
  assert.equal(answer.statusCode, 301);
  assert.equal(answer.headers.location, `https://${name}/find?q=a`);
});

test('V3.4.1: a page comes through with every header that council-api gives it, and is to be asked for with TLS for two years', { skip }, async () => {
  const { answer, status } = await get('/');
  assert.equal(status, 200);
  assert.match(answer, /strict-transport-security: max-age=63072000; includeSubDomains/i);
  assert.match(answer, /content-security-policy: default-src 'none'/i);
  assert.doesNotMatch(answer, /nginx\/|content-encoding: gzip/i);
  assert.match(await (await get('/healthz')).answer, /ok\n/);
});

test('V12.1.1: HTTP/2 is spoken, and TLS before 1.2 is not', { skip }, async () => {
  const client = http2.connect(`https://${name}:${edge.secure}`, { ca: edge.authority, servername: name, lookup: (_, options, done) => (options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4)) });
  const status = await new Promise((resolve, reject) => {
    client.on('error', reject);
    client.request({ ':path': '/healthz' }).on('response', (headers) => resolve(headers[':status'])).resume();
  });
  client.close();
  assert.equal(status, 200);
  const old = await through('GET / HTTP/1.1\r\n\r\n', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' });
  assert.ok(old.failure, 'TLS 1.1 was taken');
});

test('who asks for another name is told nothing', { skip }, async () => {
  const { answer, failure } = await through('GET / HTTP/1.1\r\nHost: other.example\r\n\r\n', { servername: 'other.example', rejectUnauthorized: false });
  assert.equal(answer, '');
  assert.ok(failure);
});

test('a body over the limit is refused, and a head over the limit as well', { skip }, async () => {
  const large = await through(`POST /api/local_offer/search HTTP/1.1\r\nHost: ${name}\r\nContent-Length: 3000000\r\nContent-Type: application/x-alongside\r\nConnection: close\r\n\r\n`);
  assert.equal(large.status, 413);
  const head = await through(`GET / HTTP/1.1\r\nHost: ${name}\r\nX-Long: ${'a'.repeat(40000)}\r\n\r\n`);
  assert.ok(head.status >= 400 && head.status < 500, String(head.status));
});

test('what is private is never packed on the way, whoever offers to unpack it', { skip }, async () => {
  const { answer } = await get('/api/session', 'Accept-Encoding: gzip, br\r\nSec-Fetch-Site: same-origin\r\n');
  assert.doesNotMatch(answer, /content-encoding/i);
  assert.match(answer, /cache-control: no-store/i);
});

test('the log of the edge tells of no person: no address, no path, no words of a search', { skip }, async () => {
  await get('/find?q=secretword');
  const log = edge.access();
  assert.ok(log.split('\n').length > 3);
  assert.doesNotMatch(log, /secretword|127\.0\.0\.1|\/find/);
});

for (const [way, send] of [['through nginx', through], ['directly', direct]]) test(`${way}, ${mangled} requests that nobody should send end in a refusal: no fault, no hang, and never more answers than requests`, { skip, timeout: 300_000 }, async (context) => {
  const requests = mangledRequests(mangled, name);
  const statuses = new Map();
  for (let at = 0; at < requests.length; at += atOnce) {
    const answers = await Promise.all(requests.slice(at, at + atOnce).map((request) => send(request.bytes, { patience: 20_000 })));
    answers.forEach(({ answer, failure, status }, i) => {
      const request = requests[at + i];
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      assert.notEqual(failure, 'hang', JSON.stringify(request.bytes));
      assert.ok(status < 500 || refusals.includes(status), `${status}: ${JSON.stringify(request.bytes)}`);
      const heads = answer.match(/HTTP\/1\.1 \d{3} /g)?.length ?? 0;
      assert.ok(heads <= request.most, `${heads} answers: ${JSON.stringify(request.bytes)}`);
    });
  }
  context.diagnostic(`answers: ${[...statuses].sort(([a], [b]) => a - b).map((pair) => pair.join(' x ')).join(', ')}`);
  assert.equal((await get('/healthz')).status, 200);
  assert.doesNotMatch(council.log(), /"fault"|terminate|sanitizer/i);
});
