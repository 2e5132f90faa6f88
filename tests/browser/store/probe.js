/**
 * web/storage.js as a test calls it: promises in place of request numbers. Runs in the page.
 */
import { DeviceStore } from "/storage.js";
import { Turns } from "/turns.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const doNames = ["put", "remove", "clear", "append", "expect"];
const shelfNames = ["meta", "outbox", "documents", "drafts", "letters", "files"];
const waiting = new Map();
let last = 0;

window.heard = 0;
const store = new DeviceStore((request, fault, bytes) => {
  waiting.get(request)({ fault, bytes });
  waiting.delete(request);
}, () => { window.heard++; });

function ask(command, bytes = new Uint8Array()) {
  return new Promise((resolve) => {
    waiting.set(++last, resolve);
    store.ask(last, command, bytes);
  });
}

// steps: [what, shelf, key, value], value a text, or a number of noise bytes
function batchBytes(steps, strict) {
  const out = [strict ? 1 : 0];
  const number = (value) => out.push(value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24);
  const sized = (bytes) => { number(bytes.length); for (const byte of bytes) out.push(byte); };
  number(steps.length);
  for (const [what, shelf, key = "", value = ""] of steps) {
    out.push(doNames.indexOf(what), shelfNames.indexOf(shelf));
    sized(encoder.encode(key));
    sized(typeof value === "number" ? Uint8Array.from({ length: value }, () => Math.random() * 256) : encoder.encode(value));
  }
  return Uint8Array.from(out);
}

window.store = {
  raw: store,
  open: async (name) => (await ask(0, encoder.encode(name))).fault,
  erase: async () => (await ask(3)).fault,
  async commit(steps, strict = true) {
    const { fault, bytes } = await ask(1, batchBytes(steps, strict));
    if (fault !== 0) return { fault };
    const view = new DataView(bytes.buffer);
    return { fault, appended: Array.from({ length: view.getUint32(0, true) }, (_, i) => view.getFloat64(4 + 8 * i, true)) };
  },
  async read(shelf) {
    const { fault, bytes } = await ask(2, Uint8Array.of(shelfNames.indexOf(shelf)));
    if (fault !== 0) return { fault };
    const view = new DataView(bytes.buffer);
    let at = 4;
    const sized = () => {
      const size = view.getUint32(at, true);
      at += 4 + size;
      return decoder.decode(bytes.subarray(at - size, at));
    };
    return { fault, entries: Array.from({ length: view.getUint32(0, true) }, () => [sized(), sized()]) };
  },
};

window.granted = [];
window.turns = new Turns((name) => window.granted.push(name));
window.ready = true;
