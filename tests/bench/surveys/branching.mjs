/**
 * A survey of 100 questions in which everything hangs on the first answer, and one answer to it: what is timed.
 */
const kinds = ['text', 'radiogroup', 'checkbox', 'boolean', 'comment'];

function question(at) {
  const type = kinds[at % kinds.length];
  const made = { type, name: `q${at}` };
  if (type === 'radiogroup' || type === 'checkbox') made.choices = ['a', 'b', 'c', 'd'];
  if (at === 1) return { type: 'radiogroup', name: 'q1', choices: ['yes', 'no'] };
  made.visibleIf = `{q1} = '${at % 3 === 0 ? 'no' : 'yes'}' and ({q${at - 1}} notempty or {total} >= 0)`;
  if (at % 4 === 0) made.requiredIf = `{q1} = 'yes' and {q${at >> 1}} contains 'a'`;
  if (at % 5 === 0) made.enableIf = `{q1} notempty and {q${at - 2}} != 'z'`;
  return made;
}

export function branching() {
  const all = Array.from({ length: 100 }, (_, at) => question(at + 1));
  const pages = Array.from({ length: 10 }, (_, at) => ({ name: `page${at + 1}`, elements: all.slice(at * 10, at * 10 + 10) }));
  const calculatedValues = [
    { name: 'total', expression: "sum(iif({q1} = 'yes', 1, 0), iif({q3} = 'a', 2, 0), iif({q6} notempty, 3, 0))" },
    { name: 'double', expression: '{total} * 2' },
  ];
  const triggers = [{ type: 'visible', expression: "{q1} = 'yes'", questions: ['q50'] }];
  return { pages, calculatedValues, triggers };
}

/** Others have been answered before. */
export const before = [['q1', 'no'], ['q2', ['a', 'b']], ['q6', 'a'], ['q5', 'words'], ['q10', 'words'], ['q11', 'c'], ['q30', 'x']];
export const turns = ['yes', 'no'];
