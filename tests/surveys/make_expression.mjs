/**
 * Random expressions with the values they stand among: good ones of the whole grammar, and broken ones.
 * Each case says what is in it (`parts`), which the coverage table counts.
 */
const names = ['a', 'b', 'num', 'text', 'flag', 'list', 'nums', 'day', 'rows', 'map', 'deep', 'code', 'gone', 'Ŷ'];
const words = ['', 'abc', 'ABC', ' abc ', 'x', '10', '9', '1', '0', '1,5', '01', 'true', 'FALSE', '0x1F', '5 cm', "'q'",
  'undefined', '1e3', '-3', '+4', '2*3', '12345678901234567', 'Tŷ', 'TŶ', 'a b', '2026-11-22', '2020-02-29T10:30'];
const numbers = [0, 1, 2, 3, 5, 9, 10, -1, -2.5, 0.1, 0.2, 0.3, 1.005, 2.345, 100, 1e21, 1.5e-7, 123456789];
const days = ['2026-11-22', '2026-11-21', '2000-02-29', '2010-12-31', '2026-11-22T10:30', '2026-11-22T10:30:15', '1999-1'];
const operators = ['or', '||', 'and', '&&', '=', '==', 'equal', 'equals', '!=', '<>', 'notequal', '<', 'less', '<=', '=<',
  'lessorequal', '>', 'greater', '>=', '=>', 'greaterorequal', '+', '-', '*', '/', '%', '^', 'power', '*=', 'contains', 'contain',
  'notcontains', 'notcontain', 'anyof', 'allof', 'noneof'];

export const expressionParts = [...operators, 'empty', 'notempty', '!', 'negate', '()', '[]', '{#}', 'path', 'null', 'broken',
  'sum', 'avg', 'count', 'min', 'max', 'round', 'trunc', 'iif', 'substring', 'getDate', 'age', 'dateDiff', 'dateAdd', 'today',
  'currentDate', 'currentYear', 'getYear', 'diffDays', 'year', 'month', 'day', 'weekday', 'sumInArray', 'avgInArray',
  'countInArray', 'minInArray', 'maxInArray', 'isDisplayMode'];

function scalar(random) {
  const kind = random.below(10);
  if (kind < 4) return random.one(words);
  if (kind < 8) return random.one(numbers);
  return kind === 8 ? random.chance(0.5) : null;
}

const list = (random) => Array.from({ length: random.below(4) }, () => scalar(random));

function row(random) {
  const made = {};
  for (const key of ['x', 'y', 'Kind']) if (random.chance(0.8)) made[key] = scalar(random);
  return made;
}

/** Values of every kind, some under names in capital letters, some not there. */
export function makeValues(random) {
  const all = {
    a: scalar(random), b: scalar(random), num: random.one(numbers), text: random.one(words), flag: random.chance(0.5),
    list: list(random), nums: Array.from({ length: random.below(4) }, () => random.one(numbers)), day: random.one(days),
    rows: Array.from({ length: random.below(4) }, () => row(random)), map: row(random),
    deep: { q: { w: [scalar(random), { z: scalar(random) }] } }, code: random.one(['01', '007', '1']), 'Ŷ': scalar(random),
  };
  const values = {};
  for (const [name, value] of Object.entries(all)) {
    if (!random.chance(0.85)) continue;
    values[random.chance(0.1) && name !== 'Ŷ' ? name.toUpperCase() : name] = value;
  }
  return values;
}

class Maker {
  constructor(random) {
    this.random = random;
    this.parts = new Set();
  }

  use(part) {
    this.parts.add(part);
    return part;
  }

  space() {
    return this.random.one([' ', ' ', ' ', '  ', '\n']);
  }

  name() {
    return this.random.one(names);
  }

  variable() {
    const { random } = this;
    if (random.chance(0.12)) {
      this.use('path');
      return `{${random.one(['rows[0].x', 'rows[-1].Y', 'rows.length', 'list[1]', 'list.length', 'deep.q.w[1].z', 'map.kind',
        'text.length', 'nope.length', 'rows[9].x', 'nums[0]', 'deep.q', 'map', 'rows[1]', 'list.0'])}}`;
    }
    if (random.chance(0.08)) {
      this.use('{#}');
      return `{#${this.name()}}`;
    }
    const name = this.name();
    return `{${random.chance(0.1) ? name.toUpperCase() : name}}`;
  }

  literal() {
    const { random } = this;
    const kind = random.below(12);
    if (kind < 4) return this.quoted(random.one(words));
    if (kind < 8) return random.one(['0', '1', '2', '3', '10', '1.5', '-2', '0.1', '100', '9']);
    if (kind === 8) return random.one(['true', 'false', 'True']);
    if (kind === 9) return random.one(['abc', 'x1', 'word_2', 'A']);
    if (kind === 10) return random.one(['0x10', '0x1', "''", '""']);
    return this.quoted(random.one(days));
  }

  quoted(text) {
    const quote = this.random.one(["'", '"']);
    return quote + text.replace(/["']/g, (each) => `\\${each}`) + quote;
  }

  items(depth, most = 3) {
    return Array.from({ length: this.random.below(most + 1) }, () => this.any(depth - 1)).join(this.random.one([', ', ',']));
  }

  atom() {
    return this.random.chance(0.6) ? this.variable() : this.literal();
  }

  factor(depth) {
    const { random } = this;
    const kind = random.below(20);
    if (depth <= 0 || kind < 10) return this.atom();
    if (kind < 12) return `${this.use('()') && '('}${this.any(depth - 1)})`;
    if (kind < 13) return `${this.use('[]') && '['}${this.items(depth)}]`;
    if (kind < 14) return random.chance(0.5) ? `${this.use('!')}${this.factor(depth - 1)}` : `${this.use('negate')} ${this.factor(depth - 1)}`;
    if (kind < 16) return `${this.atom()} ${this.use(random.one(['empty', 'notempty']))}`;
    if (kind < 17 && random.chance(0.3)) return this.use('null');
    return this.call(depth);
  }

  call(depth) {
    const { random } = this;
    const some = () => this.any(depth - 1);
    const date = () => (random.chance(0.7) ? random.one(['{day}', `'${random.one(days)}'`, 'today()', `today(${random.below(9)})`]) : some());
    const number = () => (random.chance(0.7) ? random.one(['1', '2', '-1', '{num}', '0']) : some());
    const unit = () => `'${random.one(['days', 'months', 'years', 'hours', 'minutes', 'seconds'])}'`;
    const inArray = () => {
      const first = random.chance(0.85) ? random.one(['{rows}', '{rows}', '{map}', '{deep}']) : some();
      const name = random.chance(0.9) ? `'${random.one(['x', 'y', 'Kind'])}'` : some();
      const more = random.below(4);
      const condition = random.chance(0.7) ? `{${random.one(['x', 'y', 'kind', 'num'])}} ${random.one(['>', '=', '!=', '<'])} ${this.literal()}` : some();
      if (more === 0) return `${first}, ${name}`;
      if (more === 1) return `${first}, ${name}, ${condition}`;
      if (more === 2) return `${first}, ${name}, ${random.one(["'x'", "'Kind'", "'{y} > 1'", "{text}"])}`;
      return `${first}, ${name}, 'y', ${condition}`;
    };
    const calls = {
      sum: () => this.items(depth), avg: () => this.items(depth), count: () => this.items(depth), min: () => this.items(depth),
      max: () => this.items(depth), round: () => `${number()}${random.chance(0.5) ? `, ${number()}` : ''}`,
      trunc: () => `${number()}${random.chance(0.5) ? `, ${number()}` : ''}`,
      iif: () => `${some()}, ${some()}${random.chance(0.8) ? `, ${some()}` : ''}`,
      substring: () => `${random.chance(0.7) ? '{text}' : some()}, ${number()}${random.chance(0.5) ? `, ${number()}` : ''}`,
      getDate: date, getYear: date, age: () => `${date()}${random.chance(0.3) ? `, ${unit()}` : ''}`,
      dateDiff: () => `${date()}, ${date()}${random.chance(0.7) ? `, ${unit()}` : ''}`,
      dateAdd: () => `${date()}, ${number()}${random.chance(0.7) ? `, ${unit()}` : ''}`,
      diffDays: () => `${date()}, ${date()}`, today: () => (random.chance(0.5) ? '' : number()), currentDate: () => '',
      currentYear: () => '', year: () => (random.chance(0.3) ? '' : date()), month: () => (random.chance(0.3) ? '' : date()),
      day: () => (random.chance(0.3) ? '' : date()), weekday: () => (random.chance(0.3) ? '' : date()), isDisplayMode: () => '',
      sumInArray: inArray, avgInArray: inArray, countInArray: inArray, minInArray: inArray, maxInArray: inArray,
      nosuch: () => this.items(depth),
    };
    const name = random.one(Object.keys(calls));
    this.use(name);
    return `${name}(${calls[name]()})`;
  }

  any(depth) {
    const { random } = this;
    let text = this.factor(depth);
    for (let more = random.below(depth > 0 ? 3 : 2); more > 0; more--) {
      text += `${this.space()}${this.use(random.one(operators))}${this.space()}${this.factor(depth - 1)}`;
    }
    return text;
  }

  /** One with something missing, something twice, or something odd in it. */
  broken() {
    const { random } = this;
    this.use('broken');
    const text = this.any(2);
    const at = random.below(text.length + 1);
    const odd = random.one(["'", '"', '(', ')', '[', ']', '{', '}', ',', '\\', 'not ', '1', '.', '=', '!', '', ' ', 'null', 'or']);
    return random.chance(0.5) ? text.slice(0, at) + odd + text.slice(at) : text.slice(0, at) + odd + text.slice(at + 1);
  }
}

export function makeExpression(random) {
  const maker = new Maker(random);
  const expression = random.chance(0.15) ? maker.broken() : maker.any(1 + random.below(3));
  return { expression, values: makeValues(random), parts: [...maker.parts] };
}
