/**
 * Reads one binary patch (little-endian, written by app/ui's patch encoder) into a list of plain
 * operations. Called by mirror.js; touches no DOM. Anything unexpected is a PatchError, so that a
 * patch is either understood as a whole or refused as a whole.
 */

export class PatchError extends Error {
  constructor(message, offset) {
    super(offset === undefined ? message : `${message} (at byte ${offset})`);
    this.name = "PatchError";
  }
}

export const Op = Object.freeze({
  create: 1, set: 2, children: 3, remove: 4, focus: 5, height: 6, announce: 7, scroll: 8,
});

const magic = 0x31504c41; // "ALP1"
const mostOps = 65536;
const mostPixels = 1e7;
const shortWords = 48; // bytes
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.offset = 0;
  }

  take(size) {
    const start = this.offset;
    if (size > this.bytes.length - start) throw new PatchError("patch ends too early", start);
    this.offset = start + size;
    return start;
  }

  u8() { return this.view.getUint8(this.take(1)); }
  u16() { return this.view.getUint16(this.take(2), true); }
  u32() { return this.view.getUint32(this.take(4), true); }
  id() { return this.view.getBigUint64(this.take(8), true); }

  finite(value) {
    if (!Number.isFinite(value) || Math.abs(value) > mostPixels) {
      throw new PatchError("number out of range", this.offset);
    }
    return value;
  }

  f32() { return this.finite(this.view.getFloat32(this.take(4), true)); }
  f64() { return this.finite(this.view.getFloat64(this.take(8), true)); }
  rect() { return [this.f32(), this.f32(), this.f32(), this.f32()]; }

  // A count of things that each take at least `size` bytes: checked before anything is allocated.
  count(value, size) {
    if (value * size > this.bytes.length - this.offset) {
      throw new PatchError("count is larger than the patch", this.offset);
    }
    return value;
  }

  // What most words are, and a decoder is slow to begin. Null: there are other letters.
  ascii(start, length) {
    let letters = "";
    for (let at = start; at < start + length; at++) {
      const byte = this.bytes[at];
      if (byte > 127) return null;
      letters += String.fromCharCode(byte);
    }
    return letters;
  }

  string() {
    const length = this.u32();
    const start = this.take(length);
    if (length <= shortWords) {
      const plain = this.ascii(start, length);
      if (plain !== null) return plain;
    }
    try {
      return utf8.decode(this.bytes.subarray(start, start + length));
    } catch {
      throw new PatchError("text is not UTF-8", start);
    }
  }
}

// In the order of the mask's bits.
const fieldReaders = [
  ["name", (r) => r.string()],
  ["value", (r) => r.string()],
  ["description", (r) => r.string()],
  ["error", (r) => r.string()],
  ["states", (r) => r.u32()],
  ["level", (r) => r.u8()],
  ["progress", (r) => r.f64()],
  ["rect", (r) => r.rect()],
  ["box", (r) => r.rect()],
  ["href", (r) => r.string()],
  ["lang", (r) => r.string()],
  ["autocomplete", (r) => r.string()],
  ["input", (r) => ({ type: r.u8(), mode: r.u8(), maxLength: r.u16() })],
  ["options", readOptions],
  ["live", (r) => r.u8()],
  ["look", (r) => r.string()],
];

function readOptions(reader) {
  const options = new Array(reader.count(reader.u16(), 8));
  for (let i = 0; i < options.length; i++) {
    options[i] = { value: reader.string(), label: reader.string() };
  }
  return options;
}

const maskOf = (...names) => fieldReaders.reduce((mask, [name], bit) => (names.includes(name) ? mask | (1 << bit) : mask), 0);
const wordsAndPlace = maskOf("name", "rect", "box");

function readMask(reader) {
  const mask = reader.u32();
  if (mask >>> fieldReaders.length !== 0) throw new PatchError("unknown field", reader.offset - 4);
  return mask;
}

function readFields(reader, mask) {
  const fields = {};
  for (let bit = 0, rest = mask; rest !== 0; bit++, rest >>>= 1) {
    if (rest & 1) fields[fieldReaders[bit][0]] = fieldReaders[bit][1](reader);
  }
  return fields;
}

// `isPlain`: nothing but words and places, as most of what changes.
function readSet(reader) {
  const id = reader.id();
  const mask = readMask(reader);
  return { op: Op.set, id, isPlain: (mask & ~wordsAndPlace) === 0, fields: readFields(reader, mask) };
}

function readIds(reader) {
  const ids = new Array(reader.count(reader.u32(), 8));
  for (let i = 0; i < ids.length; i++) ids[i] = reader.id();
  return ids;
}

const opReaders = {
  [Op.create]: (r) => ({ op: Op.create, id: r.id(), role: r.u8(), fields: readFields(r, readMask(r)) }),
  [Op.set]: readSet,
  [Op.children]: (r) => ({ op: Op.children, id: r.id(), ids: readIds(r) }),
  [Op.remove]: (r) => ({ op: Op.remove, id: r.id() }),
  [Op.focus]: (r) => ({ op: Op.focus, id: r.id() }),
  [Op.height]: (r) => ({ op: Op.height, height: r.f32() }),
  [Op.announce]: (r) => ({ op: Op.announce, text: r.string() }),
  [Op.scroll]: (r) => ({ op: Op.scroll, y: r.f32() }),
};

/** @param {Uint8Array} bytes @returns {object[]} */
export function decodePatch(bytes) {
  const reader = new Reader(bytes);
  if (reader.u32() !== magic) throw new PatchError("not a patch", 0);
  const count = reader.u32();
  if (count > mostOps) throw new PatchError("too many operations", 4);
  const ops = [];
  for (let i = 0; i < count; i++) {
    const at = reader.offset;
    const read = opReaders[reader.u8()];
    if (!read) throw new PatchError("unknown operation", at);
    ops.push(read(reader));
  }
  if (reader.offset !== bytes.length) throw new PatchError("bytes after the end", reader.offset);
  return ops;
}
