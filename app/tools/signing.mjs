/**
 * Signs what is released, by Ed25519, so that a browser (web/signed_catalog.js) and council-api (app/server/release) can
 * tell whose it is. The private keys are files that the builder names; a build that names none is a development build
 * and makes itself a key that it throws away with its folder. Used by make_www.mjs; README, "Releasing", says how.
 *
 *   ALONGSIDE_SIGNING_KEY   private keys as PEM, separated by ":" (two of them while one takes the other's place)
 *   ALONGSIDE_RELEASE_KEYS  the ring: a JSON list of {"id", "public", "from", "until", "retired"?}
 *   ALONGSIDE_RELEASE       the release's number, higher with each; a development build is the first
 *   ALONGSIDE_RELEASE_DAYS  how many days a browser that has never seen it takes it; 400
 *   SOURCE_DATE_EPOCH       when it was made, in seconds, for a build that gives the same bytes again
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './files.mjs';

const usualDays = 400; // as long as somebody may stay away without a network and lose nothing
const developmentRelease = 1;
const day = 24 * 60 * 60 * 1000;

const dateOf = (time) => new Date(time).toISOString().slice(0, 10);

/** What is signed is never taken for something else that is signed. */
export const signedBytes = (kind, text) => Buffer.from(`Alongside ${kind} 1\n${text}`);

/** The id and the public half of a private key: the id is made from the key, so that two keys never share one. */
export function publicHalf(privateKey) {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { id: createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 16), public: x };
}

/** A new private key, as PEM. */
export const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });

function readKey(path) {
  const key = createPrivateKey(readFileSync(path));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} is no Ed25519 key`);
  return { ...publicHalf(key), key };
}

/** Writes a private key that only its owner may read. */
export function writeKey(path, pem) {
  writeWhole(path, pem);
  chmodSync(path, 0o600);
}

function developmentSigning(folder, number) {
  const path = join(folder, 'development.pem');
  const isOld = existsSync(path) && Date.now() - statSync(path).mtimeMs > (usualDays / 2) * day;
  if (!existsSync(path) || isOld) writeKey(path, newKey());
  const made = statSync(path).mtimeMs;
  const signer = readKey(path);
  const ring = [{ id: signer.id, public: signer.public, from: dateOf(made), until: dateOf(made + usualDays * day) }];
  return { release: number, issued: dateOf(made), expires: dateOf(made + usualDays * day), signers: [signer], ring };
}

function checkRing(path, ring) {
  if (!Array.isArray(ring) || ring.length === 0) throw new Error(`${path} is no list of keys`);
  for (const key of ring) {
    const good = /^[0-9a-f]{16}$/.test(key.id) && /^[\w-]{43}$/.test(key.public)
      && [key.from, key.until].every((date) => /^\d{4}-\d\d-\d\d$/.test(date));
    if (!good) throw new Error(`${path}: the key ${key.id} is not written as it should be`);
  }
  return ring;
}

function needed(environment, name) {
  if (!environment[name]) throw new Error(`who signs a release says ${name} too`);
  return environment[name];
}

/**
 * Who signs this build, and as what.
 * @param {string} folder where a development build keeps its own key @param {object} environment the process's
 * @returns {{release: number, issued: string, expires: string, signers: {id: string, key: object}[], ring: object[]}}
 */
export function signingFrom(folder, environment = process.env) {
  if (!environment.ALONGSIDE_SIGNING_KEY) return developmentSigning(folder, Number(environment.ALONGSIDE_RELEASE ?? developmentRelease));
  const signers = environment.ALONGSIDE_SIGNING_KEY.split(':').map(readKey);
  const ringPath = needed(environment, 'ALONGSIDE_RELEASE_KEYS');
  const ring = checkRing(ringPath, JSON.parse(readFileSync(ringPath, 'utf8')));
  const release = Number(needed(environment, 'ALONGSIDE_RELEASE'));
  if (!Number.isSafeInteger(release) || release < 1) throw new Error('ALONGSIDE_RELEASE is no number of a release');
  const made = environment.SOURCE_DATE_EPOCH ? Number(environment.SOURCE_DATE_EPOCH) * 1000 : Date.now();
  const issued = dateOf(made);
  const expires = dateOf(made + Number(environment.ALONGSIDE_RELEASE_DAYS ?? usualDays) * day);
  const counts = ({ id }) => ring.some((key) => key.id === id && !key.retired && key.from <= issued && issued <= key.until);
  if (!signers.some(counts)) throw new Error(`${ringPath} has none of the keys that sign this`);
  return { release, issued, expires, signers, ring };
}

/** A signed text as it is served: the text itself, and a signature of each signer. */
export function sealed(kind, text, { signers }) {
  const signatures = signers.map(({ id, key }) => ({ key: id, signature: sign(null, signedBytes(kind, text), key).toString('base64url') }));
  return `${JSON.stringify({ signed: text, signatures })}\n`;
}

/** What was signed, without a look at the signatures: for tools that read what they have built themselves. */
export const textIn = (envelope) => JSON.parse(envelope).signed;
