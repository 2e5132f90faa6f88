/**
 * A seeded source of chances (mulberry32), so that every case of the oracle can be made again from its
 * number. Used by the generators of expressions and surveys.
 */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** From 0 to 1, without 1. */
  fraction() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(count) {
    return Math.floor(this.fraction() * count);
  }

  chance(share) {
    return this.fraction() < share;
  }

  one(items) {
    return items[this.below(items.length)];
  }

  some(items, most = items.length) {
    const left = [...items];
    const picked = [];
    for (let count = this.below(Math.min(most, left.length) + 1); count > 0; count--) {
      picked.push(left.splice(this.below(left.length), 1)[0]);
    }
    return picked;
  }
}
