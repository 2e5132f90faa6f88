/**
 * What the device keeps: web/storage.js in a real page on a real IndexedDB. All or nothing, strictly kept,
 * never the same sequence twice, and words for a device that is full or keeps nothing.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commit, openProbe, read, serveProbe, storeSuite } from './store/store_suite.mjs';
import { OwnChromium } from './support/own_chromium.mjs';

const suite = storeSuite();
const [none, full, unavailable, unexpected] = [0, 1, 2, 3];
const hex = (number) => number.toString(16).padStart(16, '0');
const texts = ({ entries }) => entries.map(([, text]) => text);

test('what was put is read again, in order of its key, and what was removed is gone', () => suite.open({}, async (probe) => {
  assert.equal((await commit(probe, [['put', 'documents', 'b', 'two'], ['put', 'documents', 'a', 'one'], ['put', 'documents', 'c', '']])).fault, none);
  assert.deepEqual((await read(probe, 'documents')).entries, [['a', 'one'], ['b', 'two'], ['c', '']]);
  await commit(probe, [['remove', 'documents', 'a'], ['put', 'documents', 'b', 'new']]);
  assert.deepEqual((await read(probe, 'documents')).entries, [['b', 'new'], ['c', '']]);
  await commit(probe, [['clear', 'documents'], ['put', 'documents', 'd', 'ŵ']]);
  assert.deepEqual((await read(probe, 'documents')).entries, [['d', 'ŵ']]);
}));

test('an appended change is given the next sequence, in the same transaction', () => suite.open({}, async (probe) => {
  assert.deepEqual(await commit(probe, [['append', 'outbox', '', 'first']]), { fault: none, appended: [1] });
  assert.deepEqual(await commit(probe, [['append', 'outbox', '', 'second'], ['append', 'outbox', '', 'third']]), { fault: none, appended: [2, 3] });
  assert.deepEqual((await read(probe, 'outbox')).entries, [[hex(1), 'first'], [hex(2), 'second'], [hex(3), 'third']]);
  assert.deepEqual((await read(probe, 'meta')).entries, [['next', hex(4)]]);
}));

test('an expectation that does not hold keeps nothing of its batch', () => suite.open({}, async (probe) => {
  await commit(probe, [['put', 'meta', 'cursor', '7']]);
  const late = [['put', 'documents', 'a', 'x'], ['append', 'outbox', '', 'y'], ['expect', 'meta', 'cursor', '6']];
  assert.deepEqual(await commit(probe, late), { fault: unexpected });
  assert.deepEqual((await read(probe, 'documents')).entries, []);
  assert.deepEqual((await read(probe, 'outbox')).entries, []);
  assert.equal((await commit(probe, [['expect', 'meta', 'cursor', '7'], ['put', 'meta', 'cursor', '8']])).fault, none);
  assert.equal((await commit(probe, [['expect', 'meta', 'device', ''], ['put', 'meta', 'device', 'd']])).fault, none, 'nothing is expected to be there');
  assert.equal((await commit(probe, [['expect', 'meta', 'device', '']])).fault, unexpected);
}));

test('two tabs never get the same sequence, and there is no gap', () => suite.open({}, async (probe, context) => {
  const other = await openProbe(context, suite.origin);
  const many = (tab, name) => tab.evaluate(async (whose) => {
    const given = await Promise.all(Array.from({ length: 60 }, (_, i) => window.store.commit([['append', 'outbox', '', `${whose}${i}`]])));
    return given.flatMap(({ appended }) => appended);
  }, name);
  const [mine, theirs] = await Promise.all([many(probe, 'a'), many(other, 'b')]);
  assert.deepEqual([...mine, ...theirs].sort((a, b) => a - b), Array.from({ length: 120 }, (_, i) => i + 1));
  assert.deepEqual(mine, [...mine].sort((a, b) => a - b), 'in the order in which they were asked for');
  assert.equal((await read(probe, 'outbox')).entries.length, 120);
}));

test('only one of two tabs with the same expectation gets through', () => suite.open({}, async (probe, context) => {
  const other = await openProbe(context, suite.origin);
  for (let round = 0; round < 20; round++) {
    const before = round === 0 ? '' : String(round - 1);
    const steps = [['expect', 'meta', 'cursor', before], ['put', 'meta', 'cursor', String(round)]];
    const faults = (await Promise.all([commit(probe, steps), commit(other, steps)])).map(({ fault }) => fault);
    assert.deepEqual(faults.sort(), [none, unexpected], `round ${round}`);
  }
}));

test('the other tab hears that something was kept, and only of its own person', () => suite.open({}, async (probe, context) => {
  const same = await openProbe(context, suite.origin);
  const another = await openProbe(context, suite.origin, 'person-2');
  await commit(probe, [['put', 'drafts', 'a', 'x']]);
  await same.waitForFunction(() => window.heard === 1);
  assert.equal(await another.evaluate(() => window.heard), 0);
  assert.equal(await probe.evaluate(() => window.heard), 0, 'nobody is told of what they did themselves');
}));

test('each person has a database of their own, and erasing one leaves the other', () => suite.open({}, async (probe) => {
  await commit(probe, [['put', 'documents', 'a', 'mine']]);
  await probe.evaluate(() => window.store.open('person-2'));
  assert.deepEqual((await read(probe, 'documents')).entries, []);
  assert.equal(await probe.evaluate(() => window.store.erase()), none);
  assert.equal((await commit(probe, [['put', 'documents', 'a', 'x']])).fault, unavailable, 'nothing is open any more');
  await probe.evaluate(() => window.store.open('person-1'));
  assert.deepEqual(texts(await read(probe, 'documents')), ['mine']);
}));

test('erasing works while another tab has the same database open', () => suite.open({}, async (probe, context) => {
  const other = await openProbe(context, suite.origin);
  await commit(other, [['put', 'documents', 'a', 'x']]);
  assert.equal(await probe.evaluate(() => window.store.erase()), none);
  assert.deepEqual((await read(other, 'documents')).entries, [], 'the other tab opens a new, empty one');
}));

test('what is said to be kept survives SIGKILL of the browser', { timeout: 120000 }, async () => {
  const server = await serveProbe();
  const own = await OwnChromium.start();
  try {
    let kept = 0;
    for (let round = 0; round < 4; round++) {
      const probe = await openProbe(own.context, server.origin);
      assert.equal((await read(probe, 'outbox')).entries.length, kept, `after ${round} kills`);
      for (let i = 0; i < 5; i++) {
        const { fault, appended } = await commit(probe, [['append', 'outbox', '', `round ${round}, ${i}`], ['put', 'drafts', 'last', String(kept)]]);
        assert.deepEqual([fault, appended], [none, [++kept]]);
      }
      await own.killAndReopen();
    }
    const probe = await openProbe(own.context, server.origin);
    const { entries } = await read(probe, 'outbox');
    assert.deepEqual(entries.map(([key]) => key), Array.from({ length: kept }, (_, i) => hex(i + 1)));
    assert.deepEqual((await read(probe, 'drafts')).entries, [['last', String(kept - 1)]]);
  } finally {
    await own.end();
    server.stop();
  }
});

// Before the first use: the browser looks at how much room there is only now and then.
async function limitTo(probe, context, quotaSize) {
  const session = await context.newCDPSession(probe);
  await session.send('Storage.overrideQuotaForOrigin', { origin: suite.origin, quotaSize });
}

test('a full device: what can be fetched again is refused, the last words of the person still fit', () => suite.open({ name: null }, async (probe, context) => {
  await limitTo(probe, context, 3 * 1024 * 1024);
  await probe.evaluate(() => window.store.open('person-1'));
  await commit(probe, [['append', 'outbox', '', 'words']]);
  await read(probe, 'meta'); // behind the ballast
  let fault = none;
  for (let i = 0; fault === none && i < 100; i++) ({ fault } = await commit(probe, [['put', 'documents', `d${i}`, 100 * 1024]], false));
  assert.equal(fault, full);
  const last = await commit(probe, [['append', 'outbox', '', 128 * 1024]]);
  assert.deepEqual(last, { fault: none, appended: [2] }, 'room was made by giving up the ballast');
  const huge = await commit(probe, [['append', 'outbox', '', 3 * 1024 * 1024], ['put', 'drafts', 'a', 'x']]);
  assert.deepEqual(huge, { fault: full });
  assert.deepEqual((await read(probe, 'drafts')).entries, [], 'nothing of it was kept');
  assert.equal((await read(probe, 'outbox')).entries.length, 2);
}));

for (const [what, init] of [
  ['has no IndexedDB', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  ['forbids it', () => Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } })],
  ['refuses to open it', () => {
    IDBFactory.prototype.open = function open() {
      const request = new EventTarget();
      request.error = new DOMException('private', 'InvalidStateError');
      setTimeout(() => request.onerror(new Event('error', { cancelable: true })));
      return request;
    };
  }],
]) {
  test(`a browser that ${what} is told as one that keeps nothing`, () => suite.open({ init, name: null }, async (probe) => {
    assert.equal(await probe.evaluate(() => window.store.open('person-1')), unavailable);
    assert.equal((await commit(probe, [['append', 'outbox', '', 'x']])).fault, unavailable);
    assert.equal((await read(probe, 'outbox')).fault, unavailable);
  }));
}

test('the browser is asked once a device to keep what is ours, after the first strict save', () => suite.open({
  init: () => {
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => { window.asked = (window.asked ?? 0) + 1; return true; };
  },
}, async (probe, context) => {
  await commit(probe, [['put', 'documents', 'a', 'x']], false);
  assert.equal(await probe.evaluate(() => window.asked), undefined, 'what can be fetched again is not worth a question');
  await commit(probe, [['append', 'outbox', '', 'x']]);
  await commit(probe, [['append', 'outbox', '', 'y']]);
  await probe.waitForFunction(() => window.asked === 1);
  const other = await openProbe(context, suite.origin);
  await commit(other, [['append', 'outbox', '', 'z']]);
  assert.equal(await other.evaluate(() => window.asked), undefined);
}));

test('a connection that was lost is opened again, and nothing is kept twice', () => suite.open({}, async (probe) => {
  await probe.evaluate(() => window.store.raw.database.close());
  assert.deepEqual(await commit(probe, [['append', 'outbox', '', 'a']]), { fault: none, appended: [1] });
  // The browser keeps the batch, and the connection dies before it says so.
  await probe.evaluate(() => {
    const { commit: original } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function once() {
      IDBTransaction.prototype.commit = original;
      original.call(this);
      const { db } = this;
      setTimeout(() => db.dispatchEvent(new Event('close')));
      this.addEventListener('complete', (event) => event.stopImmediatePropagation());
      Object.defineProperty(this, 'oncomplete', { value: null });
    };
  });
  assert.deepEqual(await commit(probe, [['expect', 'meta', 'next', hex(2)], ['append', 'outbox', '', 'b']]), { fault: none, appended: [2] });
  assert.deepEqual(texts(await read(probe, 'outbox')), ['a', 'b']);
}));

test('a database that a later version has changed still opens, so that going back strands nothing', () => suite.open({}, async (probe, context) => {
  await commit(probe, [['append', 'outbox', '', 'unsent']]);
  const later = await context.newPage();
  await later.goto(suite.origin);
  await later.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open('alongside.person-1', 7);
    request.onupgradeneeded = () => request.result.createObjectStore('something new');
    request.onsuccess = () => { request.result.close(); resolve(); };
    request.onerror = () => reject(request.error);
  }));
  assert.deepEqual(texts(await read(probe, 'outbox')), ['unsent']);
  assert.deepEqual((await commit(probe, [['append', 'outbox', '', 'next']])).appended, [2]);
}));

test('a batch that is cut short or makes no sense is refused', () => suite.open({}, async (probe) => {
  const faults = await probe.evaluate(async () => {
    const whole = Uint8Array.of(1, 1, 0, 0, 0, 0, 2, 1, 0, 0, 0, 97, 1, 0, 0, 0, 120);
    const { raw } = window.store;
    const ask = (bytes) => new Promise((resolve) => {
      const { deliver } = raw;
      raw.deliver = (request, fault) => { raw.deliver = deliver; resolve(fault); };
      raw.ask(0, 1, bytes);
    });
    const told = [await ask(whole)];
    for (const bytes of [whole.slice(0, -1), Uint8Array.of(...whole, 0), whole.with(5, 9), whole.with(6, 9)]) told.push(await ask(bytes));
    return told;
  });
  assert.deepEqual(faults, [0, 4, 4, 4, 4]);
  assert.deepEqual((await read(probe, 'documents')).entries, [['a', 'x']]);
}));
