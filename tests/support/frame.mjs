/**
 * Frames (app/wire/frame.hpp) made by a test: small messages, written field by field. Used by contract
 * and browser tests that say something the application itself would not say just then.
 */

// CRC-32C (Castagnoli), bit by bit: frames here are short.
function crc32c(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return ~crc >>> 0;
}

/** A whole number of at least 0, as a varint. */
export function number(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

/** Text or bytes after their length. */
export function counted(content) {
  const bytes = [...Buffer.from(content)];
  return [...number(bytes.length), ...bytes];
}

/** @param {number[]} payload the message's fields */
export function frame(schema, version, payload) {
  const body = [...Buffer.from('ALS1'), ...number(schema), ...number(version), ...counted(payload)];
  const sum = crc32c(body);
  return Uint8Array.from([...body, sum & 255, (sum >>> 8) & 255, (sum >>> 16) & 255, sum >>> 24]);
}
