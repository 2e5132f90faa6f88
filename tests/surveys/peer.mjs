/**
 * What survey-core makes of the oracle's cases, written so that nothing is lost (as tagged_json.cpp does).
 * The clock stands still, in UTC: our moments are those on the clock on the wall.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
export const Survey = require('survey-core');
export const version = Survey.Version;
export const now = Date.UTC(2026, 10, 22, 10, 30, 15, 250);

// ECMAScript says how these are read; what else Date takes ("01", "2*3") is each browser's own, and we take none.
const day = /^\d{4}(-\d{1,2}(-\d{1,2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?)?)?$|^\d{1,2}\/\d{1,2}\/\d{4}$/;
Survey.settings.onDateCreated = (date, reason, value) => {
  if (!value) return new Date(now);
  return typeof value === 'number' || value instanceof Date || value === true || day.test(String(value)) ? date : new Date(NaN);
};
// Broken expressions are part of the cases.
for (const kind of ['warn', 'error', 'log']) console[kind] = kind === 'log' ? console.log : () => {};

/** As tagged JSON, with the members of objects in order. */
export function tagged(value) {
  if (value === undefined) return '"$undefined"';
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) === '-0' ? '0' : String(value) : `"$${value}"`;
  if (value instanceof Date) return `"$date ${value.getTime()}"`;
  if (Array.isArray(value)) return `[${value.map(tagged).join(',')}]`;
  return `{${Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${tagged(item)}`).sort().join(',')}}`;
}

// As much of a survey as an expression on its own needs.
const surveyOf = (values) => ({ isDisplayMode: false, getValueGetterContext: () => new Survey.VariableGetterContext(values) });

/**
 * Whether two tagged values are the same. The last digit of a power is an engine's own: survey-core's comes from
 * V8 and ours from the C library, so numbers count as equal that agree in 14 digits.
 */
export function same(ours, theirs) {
  return ours === theirs || rounded(ours) === rounded(theirs);
}

const rounded = (text) => JSON.stringify(JSON.parse(text), (key, value) => (typeof value === 'number' ? Number(value.toPrecision(14)) : value));

/** {value}, {fault}, or {thrown} where survey-core itself gives up. */
export function expressionResult({ expression, values }) {
  const parser = new Survey.ConditionsParser();
  const operand = parser.parseExpression(expression);
  if (operand === undefined) return { fault: parser.error?.at ?? 0 };
  try {
    const runner = new Survey.ExpressionRunner(expression);
    return { value: tagged(runner.runValues(structuredClone(values), { survey: surveyOf(values) })) };
  } catch (error) {
    return { thrown: String(error.message) };
  }
}

/** What JavaScript finds of a pattern. */
export function patternResult({ pattern, ignoresCase, text }) {
  try {
    return { value: tagged(new RegExp(pattern, ignoresCase ? 'i' : '').test(text)) };
  } catch {
    return { fault: 0 };
  }
}

const shownOnly = ['html', 'image'];
const errorNames = {
  required: 'required', requireoneanswer: 'one_answer', requirenumeric: 'not_a_number', requiredinallrowserror: 'each_row', custom: 'invalid',
  keyduplicationerror: 'same_twice', minrowcounterror: 'too_few_rows',
};

/** The rows or panels of a question that asks again, made if nobody has seen them yet. */
function itemsOf(question) {
  const type = question.getType();
  if (type === 'paneldynamic') return question.panels.map((panel) => ({ shows: panel.visible, questions: panel.questions }));
  if (type !== 'matrixdropdown' && type !== 'matrixdynamic') return [];
  if (!question.visibleRows) return [];
  return question.allRows.map((row) => ({ shows: row.isVisible, questions: row.questions }));
}

/** Whether it shows in its row or panel, whatever shows around that. */
function showsInside(question) {
  for (let at = question; at; at = at.parent) if (!at.visible) return false;
  return true;
}

/** Those in rows and panels, with where they are: {"q1[0].c1"}. */
function insideOf(question, place) {
  return itemsOf(question).flatMap(({ shows, questions }, at) => questions.flatMap((each) => {
    const inner = `${place}[${at}].${each.name}`;
    return [{ question: each, place: inner, shows }, ...insideOf(each, inner)];
  }));
}

const errorsOf = (element, place) => (element.errors ?? []).map((error) => `${place} ${errorNames[error.getErrorType()] ?? error.getErrorType()}`);

function states(all, shows) {
  const names = (which) => all.filter(({ question }) => which(question)).map(({ place }) => place);
  const isAnswered = (question) => !shownOnly.includes(question.getType());
  return {
    shown: names(shows),
    readOnly: names((each) => isAnswered(each) && each.isReadOnly),
    required: names((each) => isAnswered(each) && each.isRequired),
  };
}

/** survey-core empties lists in place later on. */
const copy = (value) => (Array.isArray(value) ? value.map((each) => each) : value);

/** What survey-core makes of a survey that is answered, one question after another. */
export function surveyResult({ definition, answers }) {
  try {
    const survey = new Survey.Model(structuredClone(definition));
    survey.dateProvider = { now: () => now };
    survey.currentPageChanged = () => {}; // nobody turns pages: a page that goes away would be checked as if they had
    const questions = survey.getAllQuestions();
    questions.forEach(itemsOf); // somebody sees the survey before they answer it
    for (const [name, value] of answers) survey.setValue(name, structuredClone(value));
    const isShown = (each) => each.isVisible && each.isParentVisible;
    const result = {
      ...states(questions.map((question) => ({ question, place: question.name })), isShown),
      pages: survey.visiblePages.map((page) => page.questions.filter(isShown).map(({ name }) => name)),
    };
    const inside = questions.flatMap((question) => insideOf(question, question.name).map((each) => ({ ...each, outer: question })));
    result.inside = states(inside.filter(({ shows }) => shows), showsInside);
    result.variables = Object.fromEntries(survey.calculatedValues.map(({ name }) => [name, copy(survey.getVariable(name))]));
    survey.validate(false); // drops answers that are no choice, which may change what is asked: we look for mistakes then
    survey.validate(false);
    survey.validate(true);
    // What went away keeps mistakes that were found before, and nobody is shown them.
    const all = [...survey.pages, ...survey.getAllPanels(), ...questions.filter(isShown)];
    // survey-core looks for the same answer twice in hidden tables too; what does not show keeps nobody from the end.
    const seen = inside.filter(({ outer }) => isShown(outer));
    result.mistakes = [...all.flatMap((each) => errorsOf(each, each.name)), ...seen.flatMap(({ question, place }) => errorsOf(question, place))].sort();
    survey.doComplete();
    result.data = survey.data;
    return { value: tagged(result) };
  } catch (error) {
    return { thrown: String(error.message) };
  }
}
