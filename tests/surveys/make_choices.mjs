/**
 * Choices of a random survey that come and go, and what stands below them. A part of make_survey.mjs.
 */
export const listTypes = ['radiogroup', 'checkbox', 'dropdown', 'tagbox', 'imagepicker'];
export const chooseParts = ['choicesVisibleIf', 'choicesEnableIf', 'choice visibleIf', 'choice enableIf', '{item}', 'no choice', 'value|text',
  'showNoneItem', 'showOtherItem', 'showDontKnowItem', 'hideIfChoicesEmpty', 'multiSelect'];

/** One that does not name the question itself: survey-core then goes by the answer of a moment ago. */
function conditionOf(maker, name) {
  for (;;) {
    const made = condition(maker);
    if (!made.includes(`{${name}}`)) return made;
  }
}

/** Mostly about the choice itself. */
function condition(maker) {
  const { random } = maker;
  if (random.chance(0.3)) return maker.condition();
  maker.use('{item}');
  const kind = random.below(4);
  if (kind === 0) return `{item} ${random.one(['=', '!='])} ${maker.operand()}`;
  if (kind === 1) return `{${maker.name()}} ${random.one(['contains', 'notcontains'])} {item}`;
  if (kind === 2) return `{choice} ${random.one(['anyof', 'noneof'])} ['a', 'b', 1]`;
  return `{item} != 'c' or ${maker.condition()}`;
}

function withConditions(maker, choice, name) {
  const { random } = maker;
  const made = typeof choice === 'object' ? choice : { value: choice };
  for (const key of ['visibleIf', 'enableIf']) {
    if (!random.chance(0.6)) continue;
    made[key] = conditionOf(maker, name);
    maker.use(`choice ${key}`);
  }
  return made;
}

/** An answer that is no choice. */
export function noChoice(maker, type, made) {
  maker.use('no choice');
  if (type === 'checkbox' || type === 'tagbox' || made?.multiSelect) return maker.random.one([['zz'], ['a', 'zz'], [3, 'b', 1]]);
  return maker.random.one(['zz', 3]);
}

export function makeChoices(maker, type, made) {
  const { random } = maker;
  if (!listTypes.includes(type)) return;
  for (const key of ['choicesVisibleIf', 'choicesEnableIf']) {
    if (!random.chance(0.2)) continue;
    made[key] = conditionOf(maker, made.name);
    maker.use(key);
  }
  if (random.chance(0.25)) made.choices = made.choices.map((choice) => (random.chance(0.4) ? withConditions(maker, choice, made.name) : choice));
  if (type !== 'imagepicker' && random.chance(0.08)) {
    made.choices = made.choices.map((choice) => (choice === 'b' ? 'b|The second' : choice));
    maker.use('value|text');
  }
  const flags = ['hideIfChoicesEmpty', ...(type === 'imagepicker' ? ['multiSelect'] : ['showNoneItem', 'showOtherItem', 'showDontKnowItem'])];
  for (const key of flags) {
    if (!random.chance(0.08)) continue;
    made[key] = true;
    maker.use(key);
  }
  if (made.showOtherItem) leaveAsTheyAre(made);
}

/** An answer that cannot be chosen becomes the words of "other", which are kept in a comment; we have none. */
function leaveAsTheyAre(made) {
  delete made.choicesVisibleIf;
  for (const choice of made.choices) if (typeof choice === 'object') delete choice.visibleIf;
}
