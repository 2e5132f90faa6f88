/**
 * A catalogue that may not be trusted: the person reads why and what to do in their language, on a page that helps; and
 * who has a version already goes on with it, with all that they had.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { catalogIn, catalogOf } from '../../app/tools/make_catalog.mjs';
import { axe } from './support/axe.mjs';
import { openContext } from './support/chromium.mjs';
import { www } from './support/paths.mjs';
import { startProxy } from './support/proxy.mjs';
import { buildSigning, ownKey } from './support/signing.mjs';
import { browserSuite } from './support/suite.mjs';

const suite = browserSuite();
const isCatalog = (path) => path === '/plugins/catalog.json';
let bytes, plugins, fingerprint;

before(() => {
  bytes = readFileSync(join(www, 'plugins/catalog.json'), 'utf8');
  ({ plugins, fingerprint } = catalogIn(bytes));
});

const signedAs = (given) => catalogOf(plugins.map((entry) => ({ entry })), fingerprint, { ...buildSigning(), ...given });

async function withCatalog(body, given, work) {
  const proxy = await startProxy(suite.origin, (path) => (isCatalog(path) ? { body: body() } : undefined));
  const { context, page } = await openContext(suite.browser, proxy.origin, given);
  try {
    await page.goto(`${proxy.origin}/`);
    return await work(page);
  } finally {
    await context.close();
    await proxy.stop();
  }
}

for (const [what, body, en, cy] of [
  ['with one letter changed', () => bytes.replace('local_offer', 'local_0ffer'), /not as it was when it was sent out/, /Nid yw rhan o’r ap hwn/],
  ['cut short', () => bytes.slice(0, bytes.length >> 1), /not as it was when it was sent out/, /Nid yw rhan o’r ap hwn/],
  ['signed by a stranger', () => signedAs({ signers: [ownKey().signer] }), /do not know who made this version/, /Nid ydym yn gwybod pwy/],
  ['signed on a day when its key did not count', () => signedAs({ issued: '2020-01-01' }), /no longer counts/, /yn cyfrif mwyach/],
  ['that is over', () => signedAs({ expires: '2020-01-01' }), /too old to be safe/, /rhy hen/],
]) {
  test(`a catalogue ${what} opens no part: the page says why and what to do, and searching works`, async () => {
    await withCatalog(body, {}, async (page) => {
      const said = page.locator('#progress.problem');
      await said.waitFor();
      assert.match(await said.textContent(), en);
      assert.match(await said.textContent(), /Open it again later.*tell the council/);
      assert.equal(await page.evaluate(() => window.alongside.application.module), null, 'nothing runs');
      await page.getByRole('searchbox').fill('quiet saturday');
      await page.getByRole('searchbox').press('Enter');
      await page.getByRole('link', { name: 'Saturday Stars' }).first().waitFor();
    });
    await withCatalog(body, { settings: { lang: 'cy' } }, async (page) => {
      await page.locator('#progress.problem').waitFor();
      assert.match(await page.locator('#progress').textContent(), cy);
    });
  });
}

test('the page that says so has no fault that axe knows', () => withCatalog(() => '{}', {}, async (page) => {
  await page.locator('#progress.problem').waitFor();
  assert.deepEqual((await axe(page)).violations, []);
}));

test('in a browser whose Web Crypto has no Ed25519 the same catalogue opens, and a changed one does not', async () => {
  const withoutEd25519 = (page) => page.addInitScript(() => {
    const { importKey } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.importKey = function without(format, bytes, name, ...rest) {
      if (name === 'Ed25519') return Promise.reject(new DOMException('no such algorithm', 'NotSupportedError'));
      return importKey.call(this, format, bytes, name, ...rest);
    };
  });
  for (const [body, isGood] of [[bytes, true], [bytes.replace('local_offer', 'local_0ffer'), false]]) {
    const proxy = await startProxy(suite.origin, (path) => (isCatalog(path) ? { body } : undefined));
    const { context, page } = await openContext(suite.browser, proxy.origin, {});
    try {
      await withoutEd25519(page);
      await page.goto(`${proxy.origin}/`);
      if (isGood) await page.waitForFunction(() => window.alongside?.started);
      else await page.locator('#progress.problem').waitFor();
      assert.ok(proxy.seen.some((path) => /^\/ed25519\./.test(path)), 'the library was loaded');
    } finally {
      await context.close();
      await proxy.stop();
    }
  }
});
