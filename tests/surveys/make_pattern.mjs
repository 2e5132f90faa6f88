/** Random regular expressions, good and broken, with words to look in. */
export const patternParts = ['|', '*', '+', '?', '{}', 'lazy', '()', '(?:)', '(?=)', '(?!)', '[]', '[^]', '^', '$', '\\b', '\\d', '.',
  'again', 'escape', 'i', 'broken'];

const letters = ['a', 'b', 'c', 'A', 'B', '1', '2', '0', ' ', '-', '_', 'ŷ', 'Ŷ', 'é', '😀'];

class Maker {
  constructor(random) {
    this.random = random;
    this.parts = new Set();
  }

  use(part, text = part) {
    this.parts.add(part);
    return text;
  }

  set() {
    const { random } = this;
    const members = ['a-c', 'A-Z', '0-9', '\\d', '\\w', '\\s', '\\W', 'b', '-', '_', '\\-', '\\]', 'ŷ', '.', 'a-', '\\x41', '\\u0062', '^'];
    const inside = Array.from({ length: random.below(4) }, () => random.one(members)).join('');
    return random.chance(0.3) ? this.use('[^]', `[^${inside}]`) : this.use('[]', `[${inside}]`);
  }

  atom(depth) {
    const { random } = this;
    const kind = random.below(depth > 0 ? 20 : 10);
    if (kind < 6) return random.one(letters);
    if (kind < 7) return this.use('.');
    if (kind < 8) return this.use('\\d', random.one(['\\d', '\\w', '\\s', '\\D', '\\W', '\\S']));
    if (kind < 9) return this.use('escape', random.one(['\\.', '\\-', '\\x61', '\\u0041', '\\t', '\\/', '\\@', '\\cA', '\\0', '{', '}', ']', '\\e', '\\x4', '\\101']));
    if (kind < 10) return this.set();
    if (kind < 14) return this.use('()', `(${this.any(depth - 1)})`);
    if (kind < 16) return this.use('(?:)', `(?:${this.any(depth - 1)})`);
    if (kind < 17) return this.use('(?=)', `(?=${this.any(depth - 1)})`);
    if (kind < 18) return this.use('(?!)', `(?!${this.any(depth - 1)})`);
    return this.use('again', `\\${1 + random.below(3)}`);
  }

  term(depth) {
    const { random } = this;
    const kind = random.below(20);
    if (kind === 0) return this.use('^');
    if (kind === 1) return this.use('$');
    if (kind === 2) return this.use('\\b', random.one(['\\b', '\\B']));
    const atom = this.atom(depth);
    if (kind < 12) return atom;
    const times = random.below(4);
    const lazy = random.chance(0.25) ? this.use('lazy', '?') : '';
    if (times === 0) return atom + this.use('*') + lazy;
    if (times === 1) return atom + this.use('+') + lazy;
    if (times === 2) return atom + this.use('?') + lazy;
    return atom + this.use('{}', random.one(['{2}', '{0,2}', '{1,}', '{,3}', '{2,1}', '{0}', '{1,3}'])) + lazy;
  }

  any(depth) {
    const { random } = this;
    const row = () => Array.from({ length: random.below(4) }, () => this.term(depth)).join('');
    return random.chance(0.2) ? `${row()}${this.use('|')}${row()}` : row();
  }
}

export function makePattern(random) {
  const maker = new Maker(random);
  let pattern = maker.any(3);
  if (random.chance(0.1)) {
    maker.use('broken');
    const signs = [...pattern];
    signs.splice(random.below(signs.length + 1), 0, random.one(['(', ')', '[', ']', '*', '+', '?', '{', '\\']));
    pattern = signs.join('');
  }
  const ignoresCase = random.chance(0.3);
  if (ignoresCase) maker.use('i');
  const text = Array.from({ length: random.below(8) }, () => random.one(letters)).join('');
  return { pattern, ignoresCase, text, parts: [...maker.parts] };
}
