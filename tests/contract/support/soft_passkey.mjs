/**
 * SoftPasskey: a device with one passkey, made by Node's own crypto: what a browser hands over for it, and every part of
 * that for a test to spoil. Knows the three kinds of keys that the server takes. Used by passkeys.test.mjs.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export const flags = { there: 0x01, recognised: 0x04, hasKey: 0x40 };
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');

const kinds = {
  ES256: { make: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }), digest: 'sha256' },
  EdDSA: { make: () => generateKeyPairSync('ed25519'), digest: null },
  RS256: { make: () => generateKeyPairSync('rsa', { modulusLength: 2048 }), digest: 'sha256' },
};

const bytesOf = (text) => Buffer.from(text, 'base64url');
// A CBOR byte string, of a stated length.
function cborBytes(bytes) {
  return Buffer.concat([bytes.length < 256 ? Buffer.from([0x58, bytes.length]) : Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]), bytes]);
}

// COSE_Key (RFC 9052, 9053, 8230), as canonical CBOR.
function coseKey(kind, publicKey) {
  const jwk = publicKey.export({ format: 'jwk' });
  const join = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));
  if (kind === 'ES256') return join([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21], cborBytes(bytesOf(jwk.x)), [0x22], cborBytes(bytesOf(jwk.y)));
  if (kind === 'EdDSA') return join([0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21], cborBytes(bytesOf(jwk.x)));
  return join([0xa4, 1, 3, 3, 0x39, 1, 0, 0x20], cborBytes(bytesOf(jwk.n)), [0x21, 0x43], bytesOf(jwk.e));
}

export class SoftPasskey {
  constructor({ host, origin, kind = 'ES256' }) {
    Object.assign(this, { host, origin, kind, count: 0, credential: randomBytes(32), handle: Buffer.alloc(0) });
    this.keys = kinds[kind].make();
  }

  head(bits, count) {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    return Buffer.concat([sha256(this.host), Buffer.from([bits]), counted]);
  }

  clientData(type, challenge, more = {}) {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false, ...more }));
  }

  /** The fields of the form by which it is added; `spoil` may change the bytes of either. */
  made(asked, { bits = flags.there | flags.recognised | flags.hasKey, said = {}, spoil = (parts) => parts } = {}) {
    this.handle = bytesOf(asked.handle);
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.credential.length]), this.credential, coseKey(this.kind, this.keys.publicKey)]);
    const parts = spoil({ clientData: this.clientData('webauthn.create', asked.challenge, said), authData: Buffer.concat([this.head(bits, 0), attested]) });
    return { 'client-data': base64url(parts.clientData), 'auth-data': base64url(parts.authData) };
  }

  /** The fields of the form by which one signs in. */
  answer(asked, { bits = flags.there | flags.recognised, count = ++this.count, said = {}, spoil = (parts) => parts } = {}) {
    const clientData = this.clientData('webauthn.get', asked.challenge, said);
    const authData = this.head(bits, count);
    const signature = sign(kinds[this.kind].digest, Buffer.concat([authData, sha256(clientData)]), this.keys.privateKey);
    const parts = spoil({ clientData, authData, signature, credential: this.credential, handle: this.handle });
    return {
      'credential': base64url(parts.credential), 'client-data': base64url(parts.clientData), 'auth-data': base64url(parts.authData),
      'signature': base64url(parts.signature), 'handle': base64url(parts.handle),
    };
  }
}

/** What the page of ours asks of the device: the attributes of its form. */
export function askedBy(page) {
  const form = /<form id="passkey"[^>]*>/.exec(page)?.[0] ?? '';
  return Object.fromEntries([...form.matchAll(/data-([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}
