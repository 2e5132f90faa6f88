/** What Prometheus reads of a running council: the figures, whom they do not name, and who cannot reach them. Run by ctest. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startCouncil } from './support/council.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const family = JSON.parse(readFileSync(join(root, 'tests/fixtures/family/relations.json'), 'utf8'));

let folder;
let council;
let metricsPort;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-metrics-'));
  council = await startCouncil(root, folder, { metrics: '127.0.0.1:0' });
  metricsPort = Number(/"event":\s*"metrics".*?"port":\s*(\d+)/.exec(council.log)[1]);
});
after(async () => {
  await council?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const metrics = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();

/** The value of a line such as `alongside_sessions`, or with labels. */
function value(text, line) {
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}

/** What the metrics' address answers to these bytes before it closes, politely or not. */
function raw(bytes) {
  return new Promise((resolve) => {
    const socket = connect(metricsPort, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => { answer += chunk; });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => {});
  });
}

test('answers count by their route and status, and a stranger\'s address is nowhere', async () => {
  const line = (route, status) => `alongside_requests_total{method="GET",route="${route}",status="${status}"}`;
  const earlier = value(await metrics(), line('/api/council', 200)) ?? 0;
  await council.bytes('/api/council');
  await council.bytes('/api/council');
  await council.fetch('/no-such-page/a-child-of-ours?name=mo-canary');
  const text = await metrics();
  assert.equal(value(text, line('/api/council', 200)), earlier + 2);
  assert.ok(value(text, 'alongside_request_seconds_count{route="/api/council"}') >= 2);
  assert.doesNotMatch(text, /a-child-of-ours|mo-canary/);
});

test('how it is now is told in numbers of the whole: who is signed in is counted and not named', async () => {
  const before = value(await metrics(), 'alongside_sessions');
  const person = family.households[0].people[0];
  await council.signIn(person.id);
  const text = await metrics();
  assert.equal(value(text, 'alongside_sessions'), before + 1);
  assert.ok(!text.includes(person.id) && !text.includes(person.id.replaceAll('-', '')));
  for (const name of ['letters_waiting', 'letters_given_up', 'last_verified_backup_timestamp_seconds', 'safety_calls_unacknowledged']) {
    assert.equal(value(text, `alongside_${name}`), 0, name);
  }
  assert.ok(value(text, 'alongside_resident_memory_bytes') > 1e6);
  assert.ok(value(text, 'alongside_open_files') > 3);
  assert.equal(value(text, 'alongside_measure_failures_total'), undefined);
});

test('every line is one that Prometheus reads', async () => {
  const line = /^(# (HELP|TYPE) [a-z_:]+ .+|[a-z_:]+(\{([a-z]+="[^"\\\n]*",?)+\})? (-?[0-9.e+-]+|NaN|\+Inf))$/;
  const text = await metrics();
  for (const each of text.split('\n').filter((it) => it !== '')) assert.match(each, line);
  assert.ok(text.length > 500);
});

test('families cannot reach the figures', async () => {
  const reply = await council.fetch('/metrics');
  assert.equal(reply.status, 404);
  assert.doesNotMatch(await reply.text(), /alongside_requests_total/);
});

test('whatever else is asked there is turned away, and the next is answered', async () => {
  assert.match(await raw('GET / HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 404 /);
  assert.match(await raw('POST /metrics HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello'), /^HTTP\/1\.1 404 /);
  assert.match(await raw('GET /metrics/../etc HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 404 /);
  assert.equal(await raw(`GET /${'a'.repeat(9000)}`), '');
  assert.match(await metrics(), /alongside_requests_total/);
});

test('connections that say nothing do not keep others out for longer than five seconds', async () => {
  const silent = Array.from({ length: 12 }, () => connect(metricsPort, '127.0.0.1').on('error', () => {}));
  await new Promise((resolve) => { setTimeout(resolve, 5500); });
  assert.match(await metrics(), /alongside_connections/);
  for (const socket of silent) socket.destroy();
});

test('an address that others could reach is refused, with what to write', () => {
  const file = join(folder, 'open.json');
  const demo = JSON.parse(readFileSync(join(root, 'assets/demo/northmere/council.json'), 'utf8'));
  for (const address of ['0.0.0.0:9464', '[::]:9464', '10.0.0.4:9464', 'localhost:9464', '9464']) {
    writeFileSync(file, JSON.stringify({ ...demo, metrics: address }));
    const { status, stderr } = spawnSync(process.env.COUNCIL_API, ['check-config', file], { encoding: 'utf8' });
    assert.equal(status, 1, address);
    assert.match(stderr, /metrics: write an address of this machine alone and a port, like "127\.0\.0\.1:9464"/);
  }
});
