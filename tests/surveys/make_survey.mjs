/**
 * Random surveys with answers: every type that we run, conditions, validators, triggers, calculated values. Each
 * case says what is in it (`parts`), which the coverage table counts.
 */
import { listTypes, makeChoices, noChoice } from './make_choices.mjs';
import { againParts, againTypes, makeAgain, pathInto, planAgain, valueOfAgain } from './make_again.mjs';

export const surveyParts = [...againParts, 'text', 'comment', 'radiogroup', 'checkbox', 'dropdown', 'tagbox', 'rating', 'boolean', 'imagepicker',
  'ranking', 'slider', 'matrix', 'multipletext', 'expression', 'html', 'image', 'file', 'signaturepad', 'panel', 'number', 'date', 'email', 'stars', 'faces', 'photo', 'voice',
  'visibleIf', 'enableIf', 'requiredIf', 'isRequired', 'hidden', 'readOnly', 'valueName', 'defaultValue', 'setValueIf',
  'setValueExpression', 'resetValueIf', 'clearIfInvisible', 'calculated', 'numeric validator', 'text validator',
  'answercount validator', 'regex validator', 'email validator', 'expression validator', 'visible trigger', 'setvalue trigger',
  'copyvalue trigger', 'runexpression trigger', 'complete trigger', 'skip trigger', 'min', 'minSelectedChoices', 'eachRowRequired'];

const types = ['text', 'comment', 'radiogroup', 'checkbox', 'dropdown', 'tagbox', 'rating', 'boolean', 'imagepicker', 'ranking', 'slider',
  'matrix', 'multipletext', 'expression', 'html', 'image', 'file', 'signaturepad', ...againTypes];
// Half of them have a list.
const typesAskedOnce = [...types.filter((type) => !againTypes.includes(type)), ...listTypes, ...listTypes, ...listTypes];
const choices = ['a', 'b', 'c', 'yes', 1, 2];
const scalarTypes = ['text', 'comment', 'radiogroup', 'dropdown', 'rating', 'slider', 'boolean'];
const shownOnly = ['html', 'image'];

class Maker {
  /** `comeAndGo`: with choices that do, and without tables. */
  constructor(random, comeAndGo) {
    this.random = random;
    this.comeAndGo = comeAndGo;
    this.parts = new Set();
    this.numberCells = new Set();
    this.questions = [];
    this.count = 0;
  }

  use(part) {
    this.parts.add(part);
  }

  literal() {
    return this.random.one(['1', '2', "'a'", "'yes'", 'true', "'x'", '0', "'b'"]);
  }

  operand() {
    const { random } = this;
    return random.chance(0.7) ? `{${this.name()}}` : this.literal();
  }

  /** A number, or nothing: what is no number is kept by survey-core in one place and not in another. */
  number() {
    const { random } = this;
    const numbers = this.names.filter((name) => ['rating', 'slider', 'boolean'].includes(this.types.get(name)));
    return numbers.length && random.chance(0.7) ? `{${random.one(numbers)}}` : random.one(['0', '1', '2', '1.5']);
  }

  /** One word or number: a list put into a text is turned into words by its box. */
  scalar() {
    const { random } = this;
    const scalars = this.names.filter((name) => scalarTypes.includes(this.types.get(name)));
    return scalars.length && random.chance(0.7) ? `{${random.one(scalars)}}` : this.literal();
  }

  sum() {
    const { random } = this;
    const kind = random.below(6);
    if (kind === 0) return this.scalar();
    if (kind === 1) return `iif(${this.condition()}, ${this.scalar()}, ${this.scalar()})`;
    if (kind === 2) return `sum(${this.number()}, ${this.number()})`;
    if (kind === 3) return `round(${this.number()} / 3, 2)`;
    if (kind === 4) return `${this.scalar()} + ${this.scalar()}`;
    return `${this.number()} ${random.one(['+', '-', '*', '%'])} ${this.number()}`;
  }

  condition() {
    const { random } = this;
    const one = () => {
      const kind = random.below(10);
      if (kind < 2) return `{${this.name()}} ${random.one(['empty', 'notempty'])}`;
      if (kind < 3) return `{${this.name()}} ${random.one(['anyof', 'allof', 'noneof'])} ['a', 1]`;
      if (kind < 4) return `{${this.name()}} contains ${this.literal()}`;
      if (kind < 5) return `{${this.name()}}`;
      return `{${this.name()}} ${random.one(['=', '!=', '>', '<', '>=', '<='])} ${this.operand()}`;
    };
    const more = random.below(3);
    return more === 0 ? `${one()} ${random.one(['and', 'or'])} ${one()}` : one();
  }

  conditions(made, share) {
    const { random } = this;
    for (const key of ['visibleIf', 'enableIf', 'requiredIf']) {
      if (!random.chance(share)) continue;
      made[key] = this.condition();
      this.use(key);
    }
    if (random.chance(0.15)) { made.isRequired = true; this.use('isRequired'); }
    if (random.chance(0.05)) { made.visible = false; this.use('hidden'); }
    if (random.chance(0.05)) { made.readOnly = true; this.use('readOnly'); }
  }

  validator() {
    const { random } = this;
    const kind = random.one(['numeric', 'text', 'answercount', 'regex', 'email', 'expression']);
    this.use(`${kind} validator`);
    const made = { type: kind, text: 'no' };
    if (kind === 'numeric') Object.assign(made, random.one([{ minValue: 1 }, { maxValue: 2 }, { minValue: 0, maxValue: 5 }, {}]));
    if (kind === 'text') Object.assign(made, random.one([{ minLength: 2 }, { maxLength: 3 }, { minLength: 1, maxLength: 4, allowDigits: false }]));
    if (kind === 'answercount') Object.assign(made, random.one([{ minCount: 2 }, { maxCount: 1 }, { minCount: 1, maxCount: 2 }]));
    if (kind === 'regex') Object.assign(made, random.one([{ regex: '^[a-c]+$' }, { regex: '\\d' }, { regex: '^A', caseInsensitive: true }, { regex: '^(\\w)\\1' }]));
    if (kind === 'expression') made.expression = this.condition();
    return made;
  }

  valueOf(type, made) {
    const { random } = this;
    if (this.comeAndGo && listTypes.includes(type) && !made?.showOtherItem && random.chance(0.08)) return noChoice(this, type, made);
    return this.goodValueOf(type, made);
  }

  /** For a question with a list: one of its choices. */
  goodValueOf(type, made) {
    const { random } = this;
    switch (type) {
      case 'ranking': return random.one([choices, [...choices].reverse(), [2, 'a', 'b', 'c', 'yes', 1]]);
      case 'checkbox': case 'tagbox': return [random.one(choices), ...random.some(choices, 2)].filter((each, at, all) => all.indexOf(each) === at);
      case 'radiogroup': case 'dropdown': return random.one(choices);
      case 'imagepicker': return made?.multiSelect ? random.some(choices, 2) : random.one(choices);
      case 'rating': return 1 + random.below(5);
      case 'slider': return random.below(101);
      case 'boolean': return random.chance(0.5);
      case 'matrix': return Object.fromEntries(random.one([['r1'], ['r2'], ['r1', 'r2']]).map((row) => [row, random.one(['c1', 'c2'])]));
      case 'multipletext': return Object.fromEntries(random.one([['i1'], ['i2'], ['i1', 'i2']]).map((item) => [item, random.one(['x', '1', 'abc'])]));
      case 'file': return [{ name: 'f.png', type: 'image/png', content: 'data:image/png;base64,AA==' }];
      case 'signaturepad': return 'data:image/png;base64,AA==';
      case 'matrixdropdown': case 'matrixdynamic': case 'paneldynamic': return valueOfAgain(this, type, made.name);
      default:
        if (made?.inputType === 'number') return random.one([0, 1, 2, 3, 7, 1.5]);
        if (made?.inputType === 'date') return random.one(['2026-11-22', '2026-01-01', '2020-02-29']);
        return random.one(['a', 'abc', 'yes', '1', '2', 'x', 'a@b.org', 'aab', 'Abc9']);
    }
  }

  question() {
    const { random } = this;
    const name = this.names[this.count++];
    const type = this.types.get(name);
    this.use(type);
    const made = { type, name };
    this.conditions(made, 0.2);
    const listed = { choices };
    const own = {
      radiogroup: listed, checkbox: listed, dropdown: listed, tagbox: listed, ranking: listed,
      imagepicker: { choices: choices.map((value) => ({ value, imageLink: 'x.png' })) },
      matrix: { rows: ['r1', 'r2'], columns: ['c1', 'c2'] }, multipletext: { items: [{ name: 'i1' }, { name: 'i2' }] },
      expression: { expression: this.sum() }, html: { html: '<b>x</b>' }, image: { imageLink: 'x.png' },
    };
    Object.assign(made, structuredClone(own[type] ?? {}));
    if (type === 'text' && random.chance(0.5)) {
      made.inputType = random.one(['number', 'date', 'email']);
      this.use(made.inputType);
      if (made.inputType === 'number' && random.chance(0.6)) { made.min = 1; made.max = 3; this.use('min'); }
      if (made.inputType === 'date' && random.chance(0.6)) { made.min = '2026-01-02'; this.use('min'); }
    }
    this.looks(made, type);
    if (['checkbox', 'tagbox'].includes(type) && random.chance(0.3)) { made.minSelectedChoices = 2; this.use('minSelectedChoices'); }
    if (this.comeAndGo) makeChoices(this, type, made);
    if (againTypes.includes(type)) makeAgain(this, type, made);
    if (type === 'matrix' && random.chance(0.4)) { made.eachRowRequired = true; this.use('eachRowRequired'); }
    if (!shownOnly.includes(type)) this.extras(made, type);
    return made;
  }

  /** A rating of numbers, stars or faces; a file of any kind, a photo or a voice. */
  looks(made, type) {
    const { random } = this;
    const [part, own] = random.one({
      rating: [[], ['stars', { rateType: 'stars' }], ['faces', { rateType: 'smileys' }]],
      file: [[], ['photo', { sourceType: 'camera', acceptedTypes: 'image/*' }], ['voice', { acceptedTypes: 'audio/*' }]],
    }[type] ?? [[]]);
    if (!part) return;
    Object.assign(made, own);
    this.use(part);
  }

  extras(made, type) {
    const { random } = this;
    if (random.chance(0.3)) made.validators = Array.from({ length: 1 + random.below(2) }, () => this.validator());
    if (type === 'expression') return;
    if (random.chance(0.08) && type !== 'ranking') { made.defaultValue = type === 'text' || type === 'comment' ? (made.inputType === 'number' ? 2 : 'abc') : this.goodValueOf(type, made); this.use('defaultValue'); }
    if (random.chance(0.2) && ['text', 'comment'].includes(type) && !made.inputType) {
      made.setValueExpression = this.sum();
      this.use('setValueExpression');
      if (random.chance(0.5)) { made.setValueIf = this.condition(); this.use('setValueIf'); }
    }
    if (random.chance(0.06)) { made.resetValueIf = this.condition(); this.use('resetValueIf'); }
    if (random.chance(0.06)) { made.clearIfInvisible = random.one(['none', 'onComplete']); this.use('clearIfInvisible'); }
    if (random.chance(0.06)) { made.valueName = `v${made.name}`; this.use('valueName'); }
    this.questions.push({ key: made.valueName ?? made.name, type, made });
  }

  container(depth) {
    const { random } = this;
    const elements = [];
    for (let left = 1 + random.below(4); left > 0 && this.count < this.names.length; left--) {
      if (depth > 0 && random.chance(0.2)) {
        const panel = { type: 'panel', name: `panel${this.count}_${depth}`, elements: this.container(depth - 1) };
        this.use('panel');
        this.conditions(panel, 0.25);
        elements.push(panel);
      } else {
        elements.push(this.question());
      }
    }
    return elements;
  }

  trigger() {
    const { random } = this;
    const type = random.one(['visible', 'setvalue', 'copyvalue', 'runexpression', 'complete', 'skip']);
    this.use(`${type} trigger`);
    const made = { type, expression: this.condition() };
    const plain = this.questions.filter((each) => ['text', 'comment'].includes(each.type) && !each.made.inputType);
    const source = () => random.one(this.questions.filter((each) => scalarTypes.includes(each.type)))?.made.name ?? 'other';
    const target = () => random.one(plain)?.made.name ?? 'other';
    if (type === 'visible') Object.assign(made, { questions: [random.one(this.names)], pages: random.chance(0.3) ? ['page1'] : [] });
    if (type === 'setvalue') Object.assign(made, { setToName: target(), setValue: random.one(['a', 1, 'x']) });
    if (type === 'copyvalue') Object.assign(made, { setToName: target(), fromName: source() });
    if (type === 'runexpression') Object.assign(made, { setToName: target(), runExpression: this.sum() });
    if (type === 'skip') made.gotoName = random.one(this.names);
    if (type === 'copyvalue' && random.chance(0.3)) delete made.expression;
    return made;
  }

  survey() {
    const { random } = this;
    this.names = Array.from({ length: 3 + random.below(6) }, (_, at) => `q${at + 1}`);
    this.types = new Map(this.names.map((name) => [name, random.one(this.comeAndGo ? typesAskedOnce : types)]));
    const calculated = random.chance(0.4) ? ['calc1', 'calc2'].slice(0, 1 + random.below(2)) : [];
    const questionNames = this.names;
    const withCalculated = [...questionNames, ...calculated];
    this.again = new Map(this.names.filter((name) => againTypes.includes(this.types.get(name))).map((name) => [name, planAgain(random)]));
    this.name = () => {
      const name = random.one(withCalculated);
      return this.again.has(name) && random.chance(0.7) ? pathInto(this, name) : name;
    };
    const pages = [];
    while (this.count < questionNames.length) {
      const page = { name: `page${pages.length + 1}`, elements: this.container(2) };
      if (random.chance(0.3)) this.conditions(page, 0.3);
      pages.push(page);
    }
    const definition = { pages };
    if (calculated.length) {
      this.use('calculated');
      definition.calculatedValues = calculated.map((name) => ({ name, expression: this.sum(), includeIntoResult: random.chance(0.5) }));
    }
    if (random.chance(0.5)) definition.triggers = Array.from({ length: 1 + random.below(3) }, () => this.trigger());
    return definition;
  }

  answers() {
    const { random } = this;
    const made = [];
    for (const { key, type, made: question } of this.questions) if (random.chance(0.75)) made.push([key, this.valueOf(type, question)]);
    if (random.chance(0.3) && made.length) {
      const again = random.one(this.questions);
      made.push([again.key, this.valueOf(again.type, again.made)]);
    }
    return made;
  }
}

function made(maker) {
  const definition = maker.survey();
  return { definition, answers: maker.answers(), parts: [...maker.parts] };
}

export const makeSurvey = (random) => made(new Maker(random, false));
export const makeChoiceSurvey = (random) => made(new Maker(random, true));
