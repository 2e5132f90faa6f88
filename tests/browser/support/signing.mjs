/**
 * Signed as the build's own releases are, by the key that a development build makes itself, for catalogues that the tests change.
 * And keys of the tests' own.
 */
import { createPrivateKey } from 'node:crypto';
import { join } from 'node:path';
import { newKey, publicHalf, signingFrom } from '../../../app/tools/signing.mjs';
import { build } from './paths.mjs';

/** @returns {object} who signs the build that is there (signingFrom) */
export const buildSigning = () => signingFrom(join(build, 'signing'), {});

/** A signer of the test's own, and its key of the ring. */
export function ownKey(from = '2026-01-01', until = '2027-12-31') {
  const key = createPrivateKey(newKey());
  const half = publicHalf(key);
  return { signer: { id: half.id, key }, ring: { ...half, from, until } };
}

/** Signs as release 7, but for what is `given`. */
export const signingAs = (signers, given = {}) => ({ release: 7, issued: '2026-11-22', expires: '2027-12-27', signers, ...given });
