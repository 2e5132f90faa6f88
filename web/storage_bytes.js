/**
 * The bytes in which the application and storage.js speak: little-endian, u32 lengths; the other side
 * is app/client/store/store_bytes_web.cpp. Used by storage.js.
 */

/** What a step does; the numbers of StoreStep::Do. */
export const Do = { Put: 0, Remove: 1, Clear: 2, Append: 3, Expect: 4 };

/** The shelves in the order of the application's numbers; the names are those of the object stores. */
export const shelves = ["meta", "outbox", "documents", "drafts", "letters", "files"];

const decoder = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

/** @returns {{strict: boolean, steps: {what: number, shelf: string, key: string, value: Uint8Array}[]}} */
export function readBatch(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const number = () => { at += 4; return view.getUint32(at - 4, true); };
  const sized = () => {
    const size = number();
    if (size > bytes.length - at) throw new RangeError("the batch is cut short");
    at += size;
    return bytes.slice(at - size, at); // a copy: a store would keep the whole buffer below a view
  };
  const strict = view.getUint8(at++) === 1;
  const steps = [];
  for (let left = number(); left > 0; left--) {
    const what = view.getUint8(at++);
    const shelf = shelves[view.getUint8(at++)];
    if (!shelf || what > Do.Expect) throw new RangeError("the batch has an unknown step");
    steps.push({ what, shelf, key: decoder.decode(sized()), value: sized() });
  }
  if (at !== bytes.length) throw new RangeError("the batch is too long");
  return { strict, steps };
}

/** The sequences given to the Append steps. */
export function appendedReply(sequences) {
  const view = new DataView(new ArrayBuffer(4 + 8 * sequences.length));
  view.setUint32(0, sequences.length, true);
  sequences.forEach((sequence, i) => view.setFloat64(4 + 8 * i, sequence, true));
  return new Uint8Array(view.buffer);
}

/** @param {string[]} keys @param {Uint8Array[]} values */
export function entriesReply(keys, values) {
  const names = keys.map((key) => encoder.encode(key));
  const size = names.reduce((sum, name, i) => sum + 8 + name.length + values[i].length, 4);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const number = (value) => { view.setUint32(at, value, true); at += 4; };
  const sized = (part) => { number(part.length); bytes.set(part, at); at += part.length; };
  number(names.length);
  names.forEach((name, i) => { sized(name); sized(values[i]); });
  return bytes;
}

/** The outbox's key of a sequence: sixteen hex digits, so that keys sort as numbers do. */
export const sequenceKey = (sequence) => sequence.toString(16).padStart(16, "0");

export function sameBytes(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
