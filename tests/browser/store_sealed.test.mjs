/**
 * What lies on the device is sealed: nothing that was put there can be read from the raw records or the browser's files,
 * nothing opens in another's place, and what an earlier version left open is sealed where it lies. What was not used
 * for thirty days goes, but for what only this device has.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commit, openProbe, read, serveProbe, storeSuite } from './store/store_suite.mjs';
import { OwnChromium } from './support/own_chromium.mjs';

const suite = storeSuite();
const [none, unavailable, unexpected, failed] = [0, 2, 3, 4];
const shelves = ['meta', 'outbox', 'documents', 'drafts', 'letters', 'files'];
const word = 'ladybird-umbrella';

/** Everything in a database as it lies there: [shelf, key, what kind of thing, its bytes as Latin-1]. */
const raw = (probe, name = 'person-1') => probe.evaluate((wanted) => new Promise((resolve, reject) => {
  const opening = indexedDB.open(`alongside.${wanted}`);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    const names = [...database.objectStoreNames].filter((store) => store !== 'ballast');
    const transaction = database.transaction(names);
    const asked = names.map((store) => [store, transaction.objectStore(store).getAllKeys(), transaction.objectStore(store).getAll()]);
    transaction.oncomplete = () => {
      database.close();
      resolve(asked.flatMap(([store, keys, values]) => keys.result.map((key, i) => {
        const value = values.result[i];
        const bytes = value?.sealed ?? value;
        return [store, key, value?.constructor.name, bytes instanceof Uint8Array ? String.fromCharCode(...bytes) : String(bytes)];
      })));
    };
  };
}), name);

/** Changes the raw records: `source` runs in the page, with `stores` of one transaction and what is `given`. */
const change = (probe, source, given = null) => probe.evaluate(`new Promise((resolve, reject) => {
  const opening = indexedDB.open('alongside.person-1');
  opening.onsuccess = () => {
    const database = opening.result;
    const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
    transaction.oncomplete = () => { database.close(); resolve(); };
    transaction.onabort = () => reject(transaction.error);
    const stores = (name) => transaction.objectStore(name);
    const given = ${JSON.stringify(given)};
    ${source};
  };
})`);

const everywhere = shelves.map((shelf) => (shelf === 'outbox' ? ['append', shelf, '', word] : ['put', shelf, 'a', word]));
const fill = (probe) => commit(probe, everywhere);

test('nothing that was put on any shelf can be read from what lies there', () => suite.open({}, async (probe) => {
  assert.equal((await fill(probe)).fault, none);
  const lies = await raw(probe);
  for (const shelf of shelves) {
    assert.deepEqual((await read(probe, shelf)).entries.filter(([key]) => key !== 'next').map(([, text]) => text), [word], shelf);
  }
  assert.ok(lies.length >= 8);
  for (const [shelf, key, kind, bytes] of lies) {
    assert.ok(!bytes.includes('ladybird') && !bytes.includes('umbrella'), `${shelf} ${key}`);
    const isCount = shelf === 'meta' && key === 'next';
    if (!isCount && shelf !== 'keys') assert.equal(kind, 'Object', `${shelf} ${key} is sealed`);
  }
  await change(probe, "stores('drafts').put(new TextEncoder().encode(given), 'open')", word);
  assert.ok((await raw(probe)).some(([, , , bytes]) => bytes.includes(word)), 'this look would have found it');
}));

test('the key is the browser\'s own: it is not given to scripts, and every database has another', () => suite.open({}, async (probe) => {
  const keys = await probe.evaluate(async () => {
    const first = window.store.raw.seal.key;
    await window.store.open('person-2');
    const told = await crypto.subtle.exportKey('raw', first).then(() => 'given', ({ name }) => name);
    return { told, extractable: first.extractable, other: window.store.raw.seal.key !== first, usages: [...first.usages].sort() };
  });
  assert.deepEqual(keys, { told: 'InvalidAccessError', extractable: false, other: true, usages: ['decrypt', 'encrypt'] });
}));

test('the same words are sealed differently each time', () => suite.open({}, async (probe) => {
  await commit(probe, [['put', 'drafts', 'a', word], ['put', 'drafts', 'b', word]]);
  const [[, , , a], [, , , b]] = (await raw(probe)).filter(([shelf]) => shelf === 'drafts');
  assert.notEqual(a, b);
}));

test('what was changed, moved or exchanged does not open, and is not given out as something else', () => suite.open({}, async (probe) => {
  for (const [what, source] of [
    ['one bit', "const s = stores('drafts'); s.get('a').onsuccess = ({ target: { result } }) => { result.sealed[20] ^= 1; s.put(result, 'a'); }"],
    ['its nonce', "const s = stores('drafts'); s.get('a').onsuccess = ({ target: { result } }) => { result.sealed[0] ^= 1; s.put(result, 'a'); }"],
    ['cut short', "const s = stores('drafts'); s.get('a').onsuccess = ({ target: { result } }) => s.put({ sealed: result.sealed.slice(0, 15) }, 'a')"],
    ['another key', "const s = stores('drafts'); s.get('a').onsuccess = ({ target: { result } }) => s.put(result, 'b')"],
    ['another shelf', "stores('drafts').get('a').onsuccess = ({ target: { result } }) => { stores('documents').put(result, 'a'); stores('drafts').put(result, 'b'); }"],
  ]) {
    await commit(probe, [['clear', 'drafts'], ['put', 'drafts', 'a', word]]);
    await change(probe, source);
    assert.deepEqual(await read(probe, 'drafts'), { fault: failed }, what);
  }
  assert.deepEqual(await read(probe, 'documents'), { fault: failed }, 'nor on the other shelf');
}));

test('an expectation is compared with what was sealed, also while another tab writes the same words anew', () => suite.open({}, async (probe, context) => {
  const other = await openProbe(context, suite.origin);
  await commit(probe, [['put', 'meta', 'cursor', '7']]);
  const again = other.evaluate(async () => {
    for (let i = 0; i < 40; i++) await window.store.commit([['put', 'meta', 'cursor', '7']]);
  });
  for (let i = 0; i < 20; i++) assert.equal((await commit(probe, [['expect', 'meta', 'cursor', '7'], ['put', 'drafts', 'n', String(i)]])).fault, none);
  await again;
  assert.equal((await commit(probe, [['expect', 'meta', 'cursor', '8']])).fault, unexpected);
}));

test('while another tab writes without rest a batch is given up after a hundred looks, whole, and goes through later', () => suite.open({}, async (probe, context) => {
  const other = await openProbe(context, suite.origin);
  await commit(probe, [['put', 'meta', 'cursor', '7']]);
  const batch = [['expect', 'meta', 'cursor', '7'], ['put', 'drafts', 'n', 'mine']];
  // Its commit falls between each look and the transaction that depends on it.
  await probe.exposeFunction('otherTabWrites', () => commit(other, [['put', 'meta', 'cursor', '7']], false));
  await probe.evaluate(() => {
    const { seal } = window.store.raw;
    const look = seal.open.bind(seal);
    window.looks = 0;
    seal.open = async (...record) => {
      const words = await look(...record);
      window.looks++;
      await window.otherTabWrites();
      return words;
    };
  });
  assert.equal((await commit(probe, batch)).fault, unexpected);
  assert.equal(await probe.evaluate(() => { delete window.store.raw.seal.open; return window.looks; }), 100);
  assert.deepEqual((await read(probe, 'drafts')).entries, []);
  assert.equal((await commit(probe, batch)).fault, none);
  assert.deepEqual((await read(probe, 'drafts')).entries, [['n', 'mine']]);
}));

test('what an earlier version left open is read as it is, and sealed where it lies', () => suite.open({ name: null }, async (probe, context) => {
  await probe.evaluate((text) => new Promise((resolve) => {
    const opening = indexedDB.open('alongside.person-1', 1);
    opening.onupgradeneeded = () => {
      for (const store of ['meta', 'outbox', 'documents', 'drafts', 'letters', 'files', 'ballast']) opening.result.createObjectStore(store);
    };
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['meta', 'outbox', 'drafts'], 'readwrite');
      const bytes = (value) => new TextEncoder().encode(value);
      transaction.objectStore('meta').put(bytes('0000000000000003'), 'next');
      transaction.objectStore('meta').put(bytes('device of before'), 'device');
      transaction.objectStore('outbox').put(bytes(`${text} 1`), '0000000000000001');
      transaction.objectStore('outbox').put(bytes(`${text} 2`), '0000000000000002');
      transaction.objectStore('drafts').put(bytes(text), 'a');
      transaction.oncomplete = () => { opening.result.close(); resolve(); };
    };
  }), word);
  assert.equal(await probe.evaluate(() => window.store.open('person-1')), none);
  for (const shelf of ['meta', 'outbox', 'drafts']) await read(probe, shelf);
  assert.deepEqual((await read(probe, 'outbox')).entries.map(([, text]) => text), [`${word} 1`, `${word} 2`]);
  assert.deepEqual((await commit(probe, [['expect', 'meta', 'device', 'device of before'], ['append', 'outbox', '', `${word} 3`]])).appended, [3]);
  for (const [shelf, key, , bytes] of await raw(probe)) assert.ok(!bytes.includes('ladybird') && !bytes.includes('before'), `${shelf} ${key}`);
  const later = await openProbe(context, suite.origin);
  assert.equal((await read(later, 'outbox')).entries.length, 3, 'and opens after');
}));

test('a browser that keeps no key is one that keeps nothing: never anything open', () => suite.open({
  name: null,
  init: () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function refuse(value, ...rest) {
      if (value?.key instanceof CryptoKey) throw new DOMException('no keys here', 'DataCloneError');
      return put.call(this, value, ...rest);
    };
  },
}, async (probe) => {
  assert.equal(await probe.evaluate(() => window.store.open('person-1')), unavailable);
  assert.equal((await commit(probe, [['append', 'outbox', '', word]])).fault, unavailable);
  assert.deepEqual((await raw(probe)).filter(([shelf]) => shelf !== 'keys'), []);
}));

test('erasing takes the key with it: a new database has a new one', () => suite.open({}, async (probe) => {
  await fill(probe);
  const same = await probe.evaluate(async () => {
    const before = window.store.raw.seal.key;
    await window.store.erase();
    await window.store.open('person-1');
    return window.store.raw.seal.key === before;
  });
  assert.equal(same, false);
  for (const shelf of shelves) assert.deepEqual((await read(probe, shelf)).entries, [], shelf);
}));

// The device's clock goes on by so many days.
const daysLater = (days) => `{ const now = Date.now; Date.now = () => now() + ${days} * 86400000; }`;

async function openLater(context, days, name) {
  await context.addInitScript(daysLater(days));
  return openProbe(context, suite.origin, name);
}

const ofBoth = [['put', 'meta', 'cursor', '9'], ['put', 'meta', 'session', 's'], ['put', 'meta', 'device', 'd'], ['put', 'documents', 'a', word]];

test('thirty days unused: what the council tells again is gone before anybody sees it, what only this device has stays', () => suite.open({}, async (probe, context) => {
  await commit(probe, [...ofBoth, ['append', 'outbox', '', 'unsent'], ['put', 'drafts', 'a', 'begun'], ['put', 'files', 'p', 'photo']]);
  await probe.close();
  const soon = await openLater(context, 29, 'person-1');
  assert.equal((await read(soon, 'documents')).entries.length, 1, 'not before');
  await soon.close();
  const late = await openLater(context, 31, 'person-1'); // 31 more
  assert.deepEqual((await read(late, 'documents')).entries, []);
  assert.deepEqual((await read(late, 'meta')).entries.map(([key]) => key), ['device', 'next']);
  for (const shelf of ['outbox', 'drafts', 'files']) assert.equal((await read(late, shelf)).entries.length, 1, shelf);
}));

test('somebody else\'s database goes whole once it is too old and holds nothing of their own; with something unsent that stays', () => suite.open({}, async (probe, context) => {
  await commit(probe, ofBoth);
  await probe.evaluate(() => window.store.open('person-2'));
  await commit(probe, [...ofBoth, ['append', 'outbox', '', 'unsent']]);
  await probe.close();
  const late = await openLater(context, 31, 'public');
  const left = await late.evaluate(async () => {
    for (let tries = 0; tries < 200; tries++) {
      const names = (await indexedDB.databases()).map(({ name }) => name).sort();
      if (names.length === 2) return names;
      await new Promise((done) => setTimeout(done, 20));
    }
    return 'it is still there';
  });
  assert.deepEqual(left, ['alongside.person-2', 'alongside.public']);
  const lies = await raw(late, 'person-2');
  assert.deepEqual(lies.filter(([shelf]) => shelf === 'documents'), []);
  await late.evaluate(() => window.store.open('person-2'));
  assert.deepEqual((await read(late, 'outbox')).entries.map(([, text]) => text), ['unsent']);
}));

test('a clock that was set back wipes nothing', () => suite.open({}, async (probe, context) => {
  await commit(probe, ofBoth);
  await probe.close();
  const early = await openLater(context, -3650, 'person-1');
  assert.equal((await read(early, 'documents')).entries.length, 1);
}));

test('in the browser\'s own files there is none of it either, after it was killed', { timeout: 120000 }, async () => {
  const server = await serveProbe();
  const own = await OwnChromium.start();
  const found = (text) => readdirSync(own.profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /IndexedDB|Local Storage|Session Storage|Service Worker/.test(entry.parentPath))
    .filter((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
    }).length;
  try {
    const probe = await openProbe(own.context, server.origin);
    await fill(probe);
    await probe.evaluate(() => localStorage.setItem('control', 'hedgehog-lantern'));
    await own.killAndReopen();
    const again = await openProbe(own.context, server.origin);
    assert.equal((await read(again, 'drafts')).entries[0][1], word);
    assert.equal(found('ladybird'), 0);
    await again.evaluate(() => new Promise((resolve) => {
      const opening = indexedDB.open('control', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('a').put('hedgehog-lantern', 'a');
      opening.onsuccess = resolve;
    }));
    await own.killAndReopen();
    assert.ok(found('hedgehog') > 0, 'this look would have found it');
  } finally {
    await own.end();
    server.stop();
  }
});
