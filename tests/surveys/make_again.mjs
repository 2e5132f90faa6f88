/**
 * Tables and dynamic panels of a random survey: what they ask in each row or panel, and answers to them. The
 * lower half of make_survey.mjs.
 */
export const againParts = ['matrixdropdown', 'matrixdynamic', 'paneldynamic', 'minRowCount', 'minPanelCount', 'rowCount', 'panelCount', 'keyName',
  'isUnique', 'rowsVisibleIf', 'templateVisibleIf', 'row visibleIf', '{row.}', '{panel.}', '{rowIndex}', '{panelIndex}', '{q[0].c}', '{q.r.c}',
  'cell expression', 'cell defaultValue', 'cell validator', 'cell isRequired'];
export const againTypes = ['matrixdropdown', 'matrixdynamic', 'paneldynamic'];

const cellTypes = ['text', 'comment', 'radiogroup', 'dropdown', 'checkbox', 'rating', 'boolean', 'expression'];
const rowNames = ['r1', 'r2', 'r3'];

/** Which questions it asks again: made before all else, so that others can name them. */
export function planAgain(random) {
  const names = ['c1', 'c2', 'c3'].slice(0, 1 + random.below(3));
  return new Map(names.map((name) => [name, random.one(cellTypes)]));
}

/** A name from outside: {q1[0].c1}, {q1.r1.c1}. */
export function pathInto(maker, name) {
  const { random } = maker;
  const cell = random.one([...maker.again.get(name).keys()]);
  if (maker.types.get(name) === 'matrixdropdown') {
    maker.use('{q.r.c}');
    return `${name}.${random.one(rowNames)}.${cell}`;
  }
  maker.use('{q[0].c}');
  return `${name}[${random.one([0, 0, 1, 2])}].${cell}`;
}

/** Inside, names are those of the row, its place, and what is around. */
function inside(maker, cells, isPanel, make) {
  const { random, names, types, name } = maker;
  const prefix = isPanel ? 'panel' : 'row';
  const place = isPanel ? 'panelIndex' : 'rowIndex';
  const own = [...cells.keys()].map((cell) => `${prefix}.${cell}`);
  maker.types = new Map([...types, ...[...cells].map(([cell, type]) => [`${prefix}.${cell}`, type]), [place, 'rating']]);
  maker.names = [...names.filter((each) => !maker.again.has(each)), ...own, ...own, place];
  maker.name = () => {
    const picked = random.chance(0.6) ? random.one([...own, place]) : name.call(maker);
    if (own.includes(picked)) maker.use(`{${prefix}.}`);
    if (picked === place) maker.use(`{${place}}`);
    return picked;
  };
  const made = make();
  Object.assign(maker, { names, types, name });
  return made;
}

function cell(maker, table, name, type, typeKey) {
  const { random } = maker;
  const made = { name, [typeKey]: type };
  maker.conditions(made, 0.2);
  if (made.isRequired) maker.use('cell isRequired');
  if (['radiogroup', 'dropdown', 'checkbox'].includes(type)) made.choices = ['a', 'b', 'c', 'yes', 1, 2];
  if (type === 'expression') {
    made.expression = maker.sum();
    maker.use('cell expression');
    return made;
  }
  if (type === 'text' && random.chance(0.2)) {
    Object.assign(made, { inputType: 'number', min: 1, max: 3 });
    maker.numberCells.add(`${table}.${name}`);
  }
  if (random.chance(0.25)) {
    made.validators = [maker.validator()];
    maker.use('cell validator');
  }
  if (random.chance(0.12)) {
    made.defaultValue = made.inputType === 'number' ? 2 : maker.valueOf(type, made);
    maker.use('cell defaultValue');
  }
  return made;
}

function maybe(maker, made, key, share, value) {
  if (!maker.random.chance(share)) return;
  made[key] = value();
  maker.use(key);
}

function fillDropdown(maker, made) {
  made.rows = rowNames.slice(0, 2 + maker.random.below(2));
  if (!maker.random.chance(0.2)) return;
  made.rows[0] = { value: 'r1', visibleIf: maker.condition() };
  maker.use('row visibleIf');
}

/**
 * At the end a row that does not show goes, and another takes its place: survey-core then loses that one's lists, which
 * somebody sees and has answered. Ours keeps them.
 */
const mayHideRows = (type, made) => type !== 'matrixdynamic' || !made.columns.some(({ cellType }) => cellType === 'checkbox');

/** Fills in what is asked again. */
export function makeAgain(maker, type, made) {
  const { random } = maker;
  const isPanel = type === 'paneldynamic';
  const cells = maker.again.get(made.name);
  inside(maker, cells, isPanel, () => {
    made[isPanel ? 'templateElements' : 'columns'] = [...cells].map(([name, kind]) => cell(maker, made.name, name, kind, isPanel ? 'type' : 'cellType'));
    if (mayHideRows(type, made)) maybe(maker, made, isPanel ? 'templateVisibleIf' : 'rowsVisibleIf', 0.12, () => maker.condition());
    if (type === 'matrixdropdown') fillDropdown(maker, made);
  });
  if (!isPanel && random.chance(0.15)) {
    made.columns[0].isUnique = true;
    maker.use('isUnique');
  }
  if (type === 'matrixdropdown') return;
  maybe(maker, made, isPanel ? 'panelCount' : 'rowCount', 0.5, () => random.below(4));
  maybe(maker, made, isPanel ? 'minPanelCount' : 'minRowCount', 0.25, () => 1 + random.below(2));
  maybe(maker, made, 'keyName', 0.2, () => random.one([...cells.keys()]));
}

/** Nobody can type words where a number is asked for, and survey-core keeps them in one place and not in another. */
const typed = (maker, table, name, value) => (maker.numberCells.has(`${table}.${name}`) && Number.isNaN(Number(value)) ? 2 : value);

function answersInside(maker, table, cells) {
  const answers = {};
  for (const [name, type] of cells) {
    if (type !== 'expression' && maker.random.chance(0.7)) answers[name] = typed(maker, table, name, maker.valueOf(type, {}));
  }
  return answers;
}

export function valueOfAgain(maker, type, name) {
  const { random } = maker;
  const cells = maker.again.get(name);
  if (type === 'matrixdropdown') return Object.fromEntries(random.some(rowNames).map((row) => [row, answersInside(maker, name, cells)]));
  return Array.from({ length: random.below(4) }, () => answersInside(maker, name, cells));
}
