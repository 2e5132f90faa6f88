/**
 * Makes a survey in which we differ from survey-core as small as it gets: takes away one thing after another as
 * long as the two still differ. Used by compare.mjs, so that what it prints can be read.
 */
const kept = new Set(['type', 'name', 'cellType']);

function* smallerValues(value) {
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) yield value.toSpliced(at, 1);
    for (let at = 0; at < value.length; at++) for (const each of smallerValues(value[at])) yield value.toSpliced(at, 1, each);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      const isCalculated = key === 'expression' && value.name?.startsWith('calc');
      if (!kept.has(key) && !isCalculated) {
        const { [key]: gone, ...rest } = value;
        yield rest;
      }
      if (!kept.has(key)) for (const each of smallerValues(item)) yield { ...value, [key]: each };
    }
  } else if (typeof value === 'string') {
    for (const word of [' and ', ' or ']) if (value.includes(word)) yield* value.split(word);
    const [, condition, first, second] = value.match(/^iif\((.*), ([^,]*), ([^,]*)\)$/) ?? [];
    if (condition) yield* [condition, first, second];
  }
}

/** Panels go, and what is in them stays. */
function* flatter(definition) {
  const flat = (elements) => elements.flatMap((each) => (each.type === 'panel' ? flat(each.elements ?? []) : [each]));
  const elements = (definition.pages ?? []).flatMap((page) => page.elements ?? []);
  if (elements.some(({ type }) => type === 'panel') || definition.pages?.length > 1) yield { ...definition, pages: [{ name: 'page1', elements: flat(elements) }] };
}

function* smaller({ definition, answers }) {
  for (const each of flatter(definition)) yield { definition: each, answers };
  for (const each of smallerValues(answers)) if (each.every((answer) => answer.length === 2)) yield { definition, answers: each };
  for (const each of smallerValues(definition)) yield { definition: each, answers };
}

/** `differ(cases)`: whether we differ in each; asked for many at once. */
export function shrink(given, differ) {
  let best = { definition: given.definition, answers: given.answers };
  for (;;) {
    const all = [...smaller(best)];
    const at = differ(all);
    if (at < 0) return best;
    best = all[at];
  }
}
