/**
 * `council-api offer import` from feeds on the network, honest ones and all others: every misbehaviour is told by
 * record and reason, and the last good offer stays. Run by ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { FeedServer, idOf, service } from './support/feed_server.mjs';
import { ImportingCouncil } from './support/importing.mjs';

const ten = () => Array.from({ length: 10 }, (_, i) => service(i + 1));
let feed;
let council;
const running = [];

async function startFeed(services = ten(), address = undefined) {
  const server = await new FeedServer(services).start(address);
  running.push(server);
  return server;
}

beforeEach(async () => {
  feed = await startFeed();
  council = new ImportingCouncil([{ name: 'fis', url: feed.url }]);
});
afterEach(async () => {
  council.remove();
  for (const server of running.splice(0)) await server.stop();
});
after(() => council?.remove());

const html = ({ response }) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>') && true;
const json = (response, value) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value)) && true;

// The first import is good; then the feed behaves as told, and everything has to stay.
async function failsWith(misbehave, words) {
  const before = await (async () => { await council.import(); return council.offer(); })();
  assert.equal(Object.keys(before).length, 10);
  feed.misbehave = misbehave;
  feed.tags = false;
  feed.takeAsked();
  const report = await council.import();
  assert.match(report.feeds[0].failed, words);
  assert.equal(report.feeds[0].services, 10);
  assert.equal(report.feeds[0].age_days, 0);
  assert.deepEqual(await council.offer(), before);
}

test('a feed is read page by page and service by service; what has not changed is not sent again', async () => {
  const first = await council.import();
  assert.equal(first.feeds[0].added, 10);
  assert.equal(feed.pagesAsked(), 3);
  assert.deepEqual(first.feeds[0].visit, ['13 answers were fetched.']);
  const again = await council.import();
  assert.deepEqual(again.feeds[0].visit, ['0 answers were fetched, 13 had not changed.']);
  assert.equal(again.feeds[0].same, 10);
  feed.services[4] = service(5, { description: 'Something new.' });
  feed.services.pop();
  const third = await council.import();
  assert.deepEqual([third.feeds[0].changed, third.feeds[0].same, third.feeds[0].removed], [1, 8, 1]);
});

test('a service with the same last_modified in the list is not asked for at all', async () => {
  feed.services = ten().map((it) => ({ ...it, last_modified: '2026-11-01T10:00:00.000Z' }));
  await council.import();
  feed.services[2] = service(3, { description: 'New.', last_modified: '2026-11-20T10:00:00.000Z' });
  feed.takeAsked();
  const report = await council.import();
  assert.equal(report.feeds[0].changed, 1);
  assert.deepEqual(feed.asked.filter((path) => !path.includes('?')), [`/services/${idOf(3)}`]);
});

test('a run that was cut off goes on from its last whole page, and the old offer is live until the new one is whole', async () => {
  feed.misbehave = ({ response, page }) => page === 3 && response.destroy() && true;
  const cut = await council.verb('offer', 'import');
  assert.equal(cut.code, 1);
  assert.match(cut.err, /page 3: it did not answer.*at each of 4 tries/);
  assert.match(cut.err, /There is nothing of it in the offer/);
  feed.misbehave = () => false;
  feed.takeAsked();
  const report = await council.import();
  assert.equal(feed.pagesAsked(), 1);
  assert.match(report.feeds[0].visit[0], /2 were there from a run that was cut off/);
  assert.equal(report.feeds[0].added, 10);
});

test('a page that stops in its middle is not taken', () => failsWith(({ response, page }) => page === 2
  && response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 5000 }).write('{"contents":[')
  && setTimeout(() => response.destroy(), 10) && true, /page 2: it did not answer/));

test('what answers 500 is asked four times and no more', async () => {
  await failsWith(({ response, page }) => page === 1 && response.writeHead(500).end() && true,
    /page 1: it answered 500, at each of 4 tries/);
  assert.equal(feed.pagesAsked(), 4);
});

test('a passing 500 is passed over', async () => {
  let times = 0;
  feed.misbehave = ({ response, page }) => page === 2 && times++ < 2 && response.writeHead(503).end() && true;
  assert.equal((await council.import()).feeds[0].added, 10);
});

test('one service that cannot be had keeps what it had, and the others are taken', async () => {
  await council.import();
  feed.services = ten().map((it) => ({ ...it, description: 'All new.' }));
  feed.misbehave = ({ response, id }) => id === idOf(4) && response.writeHead(500).end() && true;
  const { feeds: [report] } = await council.import();
  assert.deepEqual([report.changed, report.kept], [9, 1]);
  assert.equal(report.refused[0].id, idOf(4));
  assert.match(report.refused[0].reason, /it could not be fetched: it answered 500/);
  assert.match((await council.offer())[idOf(4)], /What service 4 does/);
});

test('when ten services in a row cannot be had the visit ends', () => failsWith(({ response, id }) => id
  && response.writeHead(404).end() && true, /10 services in a row could not be fetched; the last: it answered 404/));

test('a feed that has fewer services than it says has stopped before its end', () => failsWith(({ response, page }) => page === 3
  && json(response, { ...feed.page(3), contents: [] }), /it says that it has 10 services, and its 2 pages have 8/));

test('a feed that says too many pages is taken to where it ends, and the report says so', async () => {
  feed.misbehave = ({ response, page }) => page && json(response, { ...feed.page(page), total_pages: 7, last_page: false });
  const { feeds: [report] } = await council.import();
  assert.equal(report.added, 10);
  assert.ok(report.visit.includes('it says that it has 7 pages, and has 3'));
});

test('a feed that says too few pages is read to its end all the same', async () => {
  feed.misbehave = ({ response, page }) => page && json(response, { ...feed.page(page), total_pages: 1 });
  assert.equal((await council.import()).feeds[0].added, 10);
});

test('a feed that gives one page for ever is noticed on the second', () => failsWith(({ response, page }) => page
  && json(response, { ...feed.page(1), total_pages: page + 1, last_page: false }), /page 2 has only services of earlier pages/));

test('a feed without an end comes to one', { timeout: 60000 }, () => failsWith(({ response, page }) => page
  && json(response, { total_items: 1, total_pages: page + 1, last_page: false, contents: [service(1000 + page, { contacts: [{}] })] }),
/it has not come to an end after 2000 pages/));

test('who is sent on and on gives up', () => failsWith(({ response, page }) => page
  && response.writeHead(302, { Location: `${feed.url}/services?page=${page}` }).end() && true, /more than 5 times/));

test('a feed that moved is followed', async () => {
  const moved = await startFeed();
  feed.misbehave = ({ request, response }) => response.writeHead(307, { Location: moved.url + request.url }).end() && true;
  assert.equal((await council.import()).feeds[0].added, 10);
});

test('V13.2.4: nobody is sent on to an address inside, by number, by name or without encryption', async () => {
  const inside = await startFeed(ten(), '127.0.0.2');
  const { port } = new URL(inside.url);
  for (const [to, words] of [[`https://127.0.0.2:${port}/`, /127\.0\.0\.2, which is no public address/],
    [`http://127.0.0.2:${port}/`, /127\.0\.0\.2, which is no public address/],
    [`https://2130706434:${port}/`, /127\.0\.0\.2, which is no public address/],
    ['http://169.254.169.254/latest/meta-data', /169\.254\.169\.254, which is no public address/],
    [`http://[::1]:${port}/`, /an address where nobody should ask/], ['file:///etc/passwd', /where nobody should ask|sends us/],
    ['http://user@127.0.0.1/', /an address where nobody should ask/]]) {
    feed.misbehave = ({ response }) => response.writeHead(302, { Location: to }).end() && true;
    assert.match((await council.import()).feeds[0].failed, words, to);
  }
  assert.deepEqual(inside.asked, []);
});

test('a feed on this machine is not asked unless the configuration allows its address', async () => {
  for (const host of ['127.0.0.1', 'localhost']) {
    council.name([{ name: 'fis', url: feed.url.replace('http://127.0.0.1', `https://${host}`), inner_addresses: ['10.9.9.9'] }]);
    assert.match((await council.import()).feeds[0].failed, /which is no public address/);
  }
  assert.deepEqual(feed.asked, []);
  const told = await council.verb('offer', 'import', feed.url, '--feed', 'none');
  assert.match(told.err, /the configuration names no feed "none"/);
});

test('V12.3.2: a server whose certificate nobody can check is not believed', async (context) => {
  council.name([{ name: 'fis', url: feed.url.replace('http:', 'https:') }]);
  assert.match((await council.import()).feeds[0].failed, /SSL/);
  const files = ['key', 'certificate'].map((name) => join(council.folder, `${name}.pem`));
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1',
    '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', files[0], '-out', files[1]]);
  if (made.status !== 0) return context.skip('the openssl command is not here to make a certificate of its own');
  const [key, cert] = files.map((file) => readFileSync(file));
  const forged = new FeedServer(ten());
  running.push(forged);
  await forged.start('127.0.0.1', { key, cert });
  council.name([{ name: 'fis', url: forged.url }]);
  assert.match((await council.import()).feeds[0].failed, /certificate/);
  assert.deepEqual(forged.asked, []);
  return undefined;
});

test('a page in place of an answer is no feed', () => failsWith(html, /page 1: its answer is text\/html, and not JSON/));
test('JSON that is no page is no feed', () => failsWith(({ response }) => json(response, { hello: 1 }), /no page of a feed/));
test('JSON that stops is no feed', () => failsWith(({ response }) => response.writeHead(200, { 'Content-Type': 'application/json' })
  .end('{"contents":[') && true, /page 1: JSON: .*incomplete JSON/));
test('what comes packed without being asked is not unpacked', () => failsWith(({ response }) => response
  .writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1 << 22, ' '))) && true,
/packed \(gzip\), which was not asked for/));
test('a page without end is cut', () => failsWith(({ response, page }) => {
  if (!page) return false;
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const more = () => { while (!response.destroyed && response.write(Buffer.alloc(1 << 20, ' '))); };
  response.on('drain', more);
  more();
  return true;
}, /page 1: its answer is too large/));

test('records that cannot be are told by id and reason, and the others are taken', async () => {
  const place = (more) => ({ service_at_locations: [{ id: idOf(90), location: { id: idOf(91), location_type: 'physical', ...more } }] });
  const term = (id, parent) => ({ id: idOf(id), name: `Term ${id}`, description: 'x', parent_id: idOf(parent), taxonomy: 'circle' });
  feed.services = [service(1), service(2, { description: 'x'.repeat(10 << 20) }), service(3, { description: '<b>'.repeat(20000) }),
    service(4, { assured_date: '2026-02-30' }), service(5, place({ latitude: 100, longitude: 0 })), service(6, { minimum_age: 12, maximum_age: 5 }),
    service(7, { attributes: [{ id: idOf(70), taxonomy_term: term(71, 72) }, { id: idOf(73), taxonomy_term: term(72, 71) }] }),
    { ...service(8), name: '' }, service(9), service(9, { description: 'Another with its id.' }), { ...service(10), id: 'ten' }];
  const { feeds: [report] } = await council.import();
  const reasons = Object.fromEntries(report.refused.map((line) => [line.id, line.reason]));
  assert.match(reasons[idOf(2)], /its answer is too large/);
  assert.match(reasons[idOf(3)], /tangled|deep|tags/i);
  assert.match(reasons[idOf(4)], /assured_date is not a date/);
  assert.match(reasons[idOf(6)], /minimum_age is more than maximum_age/);
  assert.match(reasons[idOf(8)], /name is missing/);
  assert.match(reasons.ten, /not a UUID/);
  assert.match(report.notes.find((line) => line.id === idOf(5)).reason, /not on the globe/);
  assert.deepEqual(Object.keys(await council.offer()), [1, 5, 7, 9].map(idOf));
});

test('a feed of version 1 is read from its address', async () => {
  feed.version = 1;
  feed.services = ten().map((it, i) => ({ ...it, id: `fis-${i}`, eligibilitys: [{ minimum_age: 5, maximum_age: '11' }],
    regular_schedules: [{ freq: 'weekly', byday: 'Saturday', opens_at: '9:00', closes_at: '10:00' }] }));
  const first = await council.import();
  assert.equal(first.feeds[0].added, 10);
  const records = Object.values(await council.offer());
  assert.match(records[0], /"byday":"SA"/);
  assert.match(records[0], /"maximum_age":11/);
  assert.equal((await council.import()).feeds[0].same, 10);
  council.name([{ name: 'fis', url: feed.url, shape: '3.0' }]);
  assert.match((await council.import()).feeds[0].failed, /it is of Open Referral UK 1.0, and the configuration says 3.0/);
});

test('two feeds become one offer, and one that fails takes nothing away from the other', async () => {
  const reach = { organization: { id: idOf(80), name: 'Otter', description: 'x' }, url: 'https://otter.example/a', email: 'a@otter.example',
    contacts: [{ id: idOf(81), phones: [{ number: '01632 960 123' }] }] };
  feed.services[0] = service(1, { name: 'Otter swim', ...reach });
  const other = await startFeed([service(51, { name: 'Otter Swimming', ...reach }), service(52)]);
  council.name([{ name: 'charities', url: other.url }, { name: 'fis', url: feed.url, priority: 1 }]);
  const report = await council.import();
  assert.deepEqual([report.listed, report.merged, report.doubtful], [11, 1, 0]);
  assert.match((await council.verb('offer', 'duplicates', 'list', '--all')).out, /95 of 100, certain: shown once/);
  feed.misbehave = ({ response }) => response.destroy() && true;
  other.services.push(service(53));
  const next = await council.verb('offer', 'import');
  assert.equal(next.code, 0);
  assert.match(next.out, /What it gave before stays: 10 services, last taken on .* \(today\)/);
  assert.equal(Object.keys(await council.offer()).length, 12);
  assert.match((await council.verb('offer', 'feeds')).out, /1 {2}fis {2}.*10 services, last taken on/);
});

test('the server goes on serving while it imports, and stops when it is told to', async () => {
  const port = await council.serve();
  feed.misbehave = ({ page }) => page === 2;  // never answers
  const importing = council.verb('offer', 'import');
  while (feed.pagesAsked() < 2) await pause(10);
  const asked = performance.now();
  assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);
  assert.match((await council.verb('offer', 'feeds')).out, /1 feeds in the configuration/);
  assert.ok(performance.now() - asked < 3000);
  await council.stopServer();
  assert.match((await importing).err, /the server stopped; the next import goes on from here|closed its admin socket/);
});

test('our own server is a feed: another council that imports it has the identical offer', async (context) => {
  const demo = new URL('../../assets/demo/northmere/offer', import.meta.url).pathname;
  council.name([{ name: 'demo', folder: demo }]);
  await council.import();
  const copy = new ImportingCouncil([{ name: 'ours', url: `http://127.0.0.1:${await council.serve()}/open-referral/v3` }]);
  try {
    const { feeds: [report] } = await copy.import();
    assert.equal(report.failed, '');
    assert.deepEqual([report.refused, report.notes], [[], []]);
    const { feeds: [again] } = await copy.import();
    assert.match(again.visit[0], /^0 answers were fetched/);
    const [ours, theirs] = [await council.offer(), await copy.offer()];
    const served = Object.fromEntries(Object.entries(ours).filter(([, record]) => !/"status":"(inactive|defunct)"/.test(record)));
    assert.deepEqual(theirs, served);
    context.diagnostic(`${Object.keys(theirs).length} services are the same, byte for byte`);
  } finally {
    copy.remove();
  }
});

test('killed at any moment of an import from an address, families have the old offer or the new one', async (context) => {
  await council.import();
  const old = await council.offer();
  feed.services = ten().map((it, i) => ({ ...it, id: idOf(i + 6), description: 'All new.' }));
  const start = performance.now();
  const trial = new ImportingCouncil([{ name: 'fis', url: feed.url }]);
  await trial.import();
  const whole = performance.now() - start;
  const fresh = await trial.offer();
  trial.remove();
  const found = { old: 0, fresh: 0 };
  const kills = Number(process.env.ALONGSIDE_KILLS ?? 12);
  for (let i = 0; i < kills; ++i) {
    const child = council.spawnImport();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await pause(((i + 1) / kills) * whole * 1.2);
    child.kill('SIGKILL');
    await ended;
    const now = await council.offer();
    const which = Object.keys(now).join() === Object.keys(old).join() ? 'old' : 'fresh';
    assert.deepEqual(now, which === 'old' ? old : fresh);
    found[which] += 1;
  }
  await council.import();
  assert.deepEqual(await council.offer(), fresh);
  assert.ok(found.old > 0);
  context.diagnostic(`old ${found.old} times, new ${found.fresh} times`);
});
