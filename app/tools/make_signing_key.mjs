/**
 * Makes a key that signs releases: make_signing_key.mjs FILE [FROM UNTIL]. The private key goes into FILE, which only its owner may
 * read; what is printed is the line for the ring (ALONGSIDE_RELEASE_KEYS), which may be seen by everybody.
 */
import { createPrivateKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { newKey, publicHalf, writeKey } from './signing.mjs';

const years = 3;
const [file, from = new Date().toISOString().slice(0, 10), until = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`] = process.argv.slice(2);
if (!file) throw new Error('make_signing_key.mjs FILE [FROM UNTIL]');
if (existsSync(file)) throw new Error(`${file} is there already, and a key that was used must not be lost`);
const pem = newKey();
writeKey(file, pem);
console.log(JSON.stringify({ ...publicHalf(createPrivateKey(pem)), from, until }));
