/**
 * web/signed_catalog.js: a catalogue opens when somebody in the ring signed these very bytes, on a day on which their key
 * counted, and it is neither over nor older than one that was taken before. Everything else is refused, with the right reason.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogOf } from '../../../app/tools/make_catalog.mjs';
import { sealed, signedBytes } from '../../../app/tools/signing.mjs';
import { openCatalog } from '../../../web/signed_catalog.js';
import { build } from '../support/paths.mjs';
import { ownKey, signingAs } from '../support/signing.mjs';

const now = Date.parse('2026-11-30');
const key = ownKey();
const plugins = [{ entry: { id: 'local_offer', order: 10, file: '/plugins/local_offer.00ff00ff.wasm' } }];
const made = (signers = [key.signer], given = {}) => catalogOf(plugins, 'tag', signingAs(signers, given));
const open = (text, given = {}) => openCatalog(text, { ring: [key.ring], now, accepted: 0, ...given });
const refused = (text, reason, given) => assert.rejects(open(text, given), { reason });

test('what was signed opens, as it was signed', async () => {
  const catalog = await open(made());
  assert.deepEqual([catalog.release, catalog.fingerprint, catalog.plugins[0].id], [7, 'tag', 'local_offer']);
  assert.equal((await open(made(), { accepted: 7 })).release, 7, 'the same again');
});

test('V11.3.3: one bit changed anywhere in it, and it is refused', async () => {
  const whole = Buffer.from(made());
  const reasons = new Set();
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole);
    changed[at] ^= 1 << (at % 8);
    await open(changed.toString('latin1')).then((catalog) => assert.fail(`byte ${at} gave ${JSON.stringify(catalog)}`), ({ reason }) => reasons.add(reason));
  }
  assert.deepEqual([...reasons].sort(), ['changed', 'unknown']);
});

test('cut short at any byte it is refused', async () => {
  const whole = made().trim();
  for (let size = 0; size < whole.length; size++) await refused(whole.slice(0, size), 'changed');
});

test('another\'s signature under the name of a key that we know is refused, also beside a good one', async () => {
  const other = ownKey();
  const forged = { id: key.signer.id, key: other.signer.key };
  await refused(made([forged]), 'changed');
  await refused(made([key.signer, forged]), 'changed');
  await refused(made([]), 'unknown');
});

test('a key that is not in the ring is refused; beside one that is, it does no harm', async () => {
  const other = ownKey();
  await refused(made([other.signer]), 'unknown');
  assert.equal((await open(made([other.signer, key.signer]))).release, 7);
});

test('while one key takes the other\'s place, who has either of them opens it', async () => {
  const next = ownKey('2026-11-01', '2029-10-31');
  const both = made([key.signer, next.signer]);
  for (const ring of [[key.ring], [next.ring], [key.ring, next.ring]]) assert.equal((await open(both, { ring })).release, 7);
});

test('a key counts for what was signed in its days, and not once it is retired', async () => {
  const short = ownKey('2026-03-01', '2026-06-30');
  const by = (issued, ring = short.ring) => open(made([short.signer], { issued }), { ring: [ring] });
  assert.equal((await by('2026-06-30')).release, 7, 'signed on its last day, opened long after');
  await assert.rejects(by('2026-07-01'), { reason: 'retired' });
  await assert.rejects(by('2026-02-28'), { reason: 'retired' });
  await assert.rejects(by('2026-06-30', { ...short.ring, retired: 'stolen' }), { reason: 'retired' });
});

test('what is over is refused, from the day after its last', async () => {
  await refused(made([key.signer], { expires: '2026-11-29' }), 'expired');
  assert.equal((await open(made([key.signer], { expires: '2026-11-30' }))).release, 7);
});

test('after a newer release no older one is taken', async () => {
  await refused(made(), 'older', { accepted: 8 });
  await refused(made([key.signer], { release: 6 }), 'older', { accepted: 7 });
});

test('something else that the same key has signed is no catalogue', async () => {
  const text = JSON.stringify({ release: 7, issued: '2026-11-22', expires: '2027-12-27', fingerprint: 'tag', plugins: [] });
  await refused(sealed('release', text, { signers: [key.signer] }), 'changed');
});

test('the library for browsers of before judges as Web Crypto does', async () => {
  const { verifyAsync } = await import(join(build, 'npm/assets/node_modules/@noble/ed25519/index.js'));
  const { signed, signatures: [{ signature }] } = JSON.parse(made());
  const [publicKey, bytes, good] = [Buffer.from(key.ring.public, 'base64url'), signedBytes('catalogue', signed), Buffer.from(signature, 'base64url')];
  const judge = (mark) => verifyAsync(new Uint8Array(mark), new Uint8Array(bytes), new Uint8Array(publicKey), { zip215: false });
  assert.equal(await judge(good), true);
  for (let bit = 0; bit < 512; bit += 7) {
    const changed = Buffer.from(good);
    changed[bit >> 3] ^= 1 << (bit & 7);
    assert.equal(await judge(changed).catch(() => false), false, `bit ${bit}`);
  }
});
