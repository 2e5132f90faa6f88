/**
 * Plugins as real side modules: fetched on the first visit and once, refused when one bit differs,
 * named to the person when they fail, while the rest goes on. A fourth one needs no change in app/.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { catalogIn, catalogOf } from '../../app/tools/make_catalog.mjs';
import { withExtra } from './support/extra_plugin.mjs';
import { accessibility } from './support/hands.mjs';
import { www } from './support/paths.mjs';
import { startProxy } from './support/proxy.mjs';
import { buildSigning } from './support/signing.mjs';
import { browserSuite, isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const wasmType = { 'content-type': 'application/wasm' };
let catalog;

before(() => { catalog = catalogIn(readFileSync(join(www, 'plugins/catalog.json'), 'utf8')); });

const entryOf = (id) => catalog.plugins.find((plugin) => plugin.id === id);
const fileOf = (id) => readFileSync(join(www, entryOf(id).file));

function withOneBitChanged(bytes, bit) {
  const changed = Buffer.from(bytes);
  changed[bit >> 3] ^= 1 << (bit & 7);
  return changed;
}

async function throughProxy(instead, path, work) {
  const proxy = await startProxy(suite.origin, instead);
  try {
    return await suite.withApp(path, { origin: proxy.origin }, (app) => work(app, proxy));
  } finally {
    await proxy.stop();
  }
}

// A part that has no place in the navigation stands on the home page.
async function visit(app, plugin) {
  if (plugin.beside || plugin.order >= 1000) await accessibility.press(app, 'link', say('shell.nav.home'));
  await accessibility.press(app, 'link', plugin.nav.en);
}

// The person reads what happened and to which part; the other parts open.
async function assertNamedAndRestWorks(app, entry, sentence, others) {
  const name = entry.nav.en;
  await app.see('heading', name);
  await app.main().getByText(say(sentence, { name })).waitFor({ state: 'attached' });
  await app.main().getByText(say('shell.trouble.rest_works')).waitFor({ state: 'attached' });
  for (const other of others) {
    await visit(app, other);
    await app.page.waitForFunction((route) => location.pathname === route, other.routes[0]);
    await app.settled();
    assert.equal(await app.main().getByText(say('shell.trouble.rest_works')).count(), 0, `${other.id} must work`);
    assert.ok((await app.main().innerText()).length > 60);
  }
}

const routeOf = (id) => entryOf(id).routes[0];
// Whatever begins with "/*" is led to by others' pages only.
const isListed = (plugin) => !plugin.routes[0].endsWith('/*');
const othersThan = (id) => catalog.plugins.filter((plugin) => plugin.id !== id && isListed(plugin));
// That all of them go on is looked at once for each; after that two say as much.
const twoOthersThan = (id) => othersThan(id).slice(0, 2);

test('a plugin is fetched on the first visit to it, and only once', async () => {
  await throughProxy(() => undefined, '/', async (app, proxy) => {
    const modules = () => proxy.seen.filter((path) => /^\/plugins\/.*\.wasm$/.test(path));
    assert.deepEqual(modules(), [], 'home needs none of them');
    const listed = catalog.plugins.filter(isListed);
    for (const plugin of [...listed, ...listed]) {
      await visit(app, plugin);
      assert.ok(modules().includes(plugin.file));
    }
    assert.equal(modules().length, listed.length);
    await app.assertClean();
  });
});

for (const id of isLong ? ['local_offer', 'direct_payments', 'feedback'] : ['feedback']) {
  test(`one bit changed in ${id}: refused, named on screen, the others work`, async () => {
    const bytes = fileOf(id);
    for (const part of [0.0, 0.5, 0.999999]) {
      const body = withOneBitChanged(bytes, Math.floor(bytes.length * 8 * part));
      await throughProxy((path) => (path === entryOf(id).file ? { headers: wasmType, body } : undefined), routeOf(id),
        (app) => assertNamedAndRestWorks(app, entryOf(id), 'shell.trouble.refused', part === 0.5 ? othersThan(id) : twoOthersThan(id)));
    }
  });
}

test('one bit changed at any of 200 random places: always refused', { skip: isLong ? false : 'in "test long"', timeout: 900000 }, async () => {
  const seed = Number(process.env.ALONGSIDE_SEED ?? 20261122);
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let round = 0; round < 200; round++) {
    const { id, file } = catalog.plugins[round % catalog.plugins.length];
    const bytes = fileOf(id);
    const bit = random(bytes.length * 8);
    const body = withOneBitChanged(bytes, bit);
    await throughProxy((path) => (path === file ? { headers: wasmType, body } : undefined), routeOf(id), async (app) => {
      const sentence = say('shell.trouble.refused', { name: entryOf(id).nav.en });
      assert.equal(await app.main().getByText(sentence).count(), 1, `${id}, bit ${bit}, seed ${seed}`);
    });
  }
});

test('a file cut short, or with a byte more, is refused', async () => {
  const bytes = fileOf('surveys');
  for (const body of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.of(0)]), Buffer.alloc(0)]) {
    await throughProxy((path) => (path === entryOf('surveys').file ? { headers: wasmType, body } : undefined), '/say',
      (app) => assertNamedAndRestWorks(app, entryOf('surveys'), 'shell.trouble.refused', twoOthersThan('surveys')));
  }
});

test('a plugin built for another application is refused', async () => {
  const body = catalogOf(catalog.plugins.map((entry) => ({ entry })), 'api1.0.0.0.other.release', buildSigning());
  await throughProxy((path) => (path === '/plugins/catalog.json' ? { body } : undefined), '/say',
    (app) => assertNamedAndRestWorks(app, entryOf('surveys'), 'shell.trouble.refused', []));
});

test('a plugin that cannot be fetched is named, and "Try again" works when it can', async () => {
  let broken = true;
  await throughProxy((path) => (broken && path === entryOf('surveys').file ? 'drop' : undefined), '/say', async (app) => {
    await assertNamedAndRestWorks(app, entryOf('surveys'), 'shell.trouble.unreachable', []);
    broken = false;
    await accessibility.press(app, 'button', say('shell.trouble.again'));
    assert.equal(await app.main().getByText(say('shell.trouble.rest_works')).count(), 0);
  });
});

test('a fourth plugin appears and works without touching the application', async () => {
  const { entry, instead } = withExtra('hello');
  await throughProxy(instead, '/', async (app) => {
    await accessibility.press(app, 'link', entry.nav.en);
    assert.equal(app.route(), entry.routes[0]);
    assert.equal(await app.main().getByText(say('shell.trouble.rest_works')).count(), 0);
    assert.equal(await app.main().getByRole('heading', { level: 1 }).count(), 1);
    await app.assertClean();
  });
});

test('a plugin that throws is named, and the rest goes on', async () => {
  const { entry, instead } = withExtra('thrower');
  await throughProxy(instead, '/', async (app) => {
    await accessibility.press(app, 'link', entry.nav.en);
    await assertNamedAndRestWorks(app, entry, 'shell.trouble.failed', catalog.plugins.filter(isListed));
    assert.equal(await app.page.evaluate(() => window.alongside.errors), 0);
  });
});
