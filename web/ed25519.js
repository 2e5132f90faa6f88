/**
 * Looks at an Ed25519 signature in browsers whose Web Crypto has no Ed25519 (before Chromium 137, Firefox 129 and
 * Safari 17). Loaded there alone, by signed_catalog.js.
 */
import { verifyAsync } from "@noble/ed25519";

/** @param {Uint8Array} publicKey, signature, bytes @returns {Promise<boolean>} by the strict rules of RFC 8032, as Web Crypto's are */
export const isSignedBy = (publicKey, signature, bytes) => verifyAsync(signature, bytes, publicKey, { zip215: false });
