/**
 * Puts an answer of the council's together from the copy that is here and what has changed since (RFC 3229;
 * app/server/delta.hpp says how the bytes stand). Used by worker_public.js.
 */

export const deltaName = "alongside-copy";
const magic = "ALD1";
const hashBytes = 32;
const mostBytes = 16 * 1024 * 1024;

class Steps {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get done() { return this.at === this.bytes.length; }

  take(count) {
    if (count > this.bytes.length - this.at) throw new Error("a delta that ends too early");
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  number() {
    let value = 0;
    for (let scale = 1; scale < 2 ** 35; scale *= 128) {
      const [byte] = this.take(1);
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new Error("a delta with an endless number");
  }
}

/**
 * The new bytes, which are exactly the council's, or an error.
 * @param {Uint8Array} from the earlier answer @param {Uint8Array} delta
 */
export async function applyDelta(from, delta) {
  const steps = new Steps(delta);
  if (String.fromCharCode(...steps.take(magic.length)) !== magic) throw new Error("no delta");
  const hash = steps.take(hashBytes);
  const length = steps.number();
  if (length > mostBytes) throw new Error("a delta of something too large");
  const to = new Uint8Array(length);
  let at = 0;
  while (!steps.done) {
    const step = steps.number();
    const count = Math.floor(step / 2);
    let piece;
    if (step % 2 === 0) {
      piece = steps.take(count);
    } else {
      const source = steps.number();
      if (source + count > from.length) throw new Error("a delta of something else");
      piece = from.subarray(source, source + count);
    }
    if (count > length - at) throw new Error("a delta that is longer than it says");
    to.set(piece, at);
    at += count;
  }
  const real = new Uint8Array(await crypto.subtle.digest("SHA-256", to));
  if (at !== length || real.some((byte, i) => byte !== hash[i])) throw new Error("a delta of something else");
  return to;
}
