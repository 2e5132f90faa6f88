/**
 * Answers any survey to its end, knowing only roles and names: whatever stands on the page and has no answer yet is
 * answered by what it is, a radio button by the first, a field by what it takes; then Next. Where a survey will not have
 * what was written, the question is skipped by its own button. Called by real_definitions.test.mjs.
 */
import { reads } from './family.mjs';
import { eitherWay, say } from './words.mjs';

const words = { text: 'It was good', email: 'sam@example.org', tel: '01632 960000', url: 'https://example.org', date: '2026-11-20', time: '10:30' };
const skips = new RegExp(`^${say('feedback.skip')}`);
const patience = 200;

/** What of a role stands in the page's own part, as a person would meet it: {name, on, value, kind, set, blank}. */
function those(app, role) {
  return app.main().getByRole(role).evaluateAll((elements) => elements.map((element) => ({
    name: element.labels?.[0]?.textContent.trim() ?? element.textContent.trim(),
    on: element.checked === true,
    value: element.value ?? '',
    kind: element.inputMode === 'decimal' ? 'number' : element.type,
    set: element.name || (element.closest('section')?.getAttribute('aria-label') ?? ''),
    options: [...(element.options ?? [])].map((option) => option.label),
  })));
}

async function at(app, view, locator) {
  if (view === 'plain') await locator.click();
  else return app.mouseAt(locator);
  return app.settled();
}

/** The first of each group in which nothing is chosen. */
async function choose(app, view, role) {
  const all = await those(app, role);
  const index = all.findIndex(({ set }) => !all.some((other) => other.set === set && other.on));
  if (index < 0) return false;
  await at(app, view, app.main().getByRole(role).nth(index));
  return true;
}

async function write(app, view, numbers) {
  for (const role of ['textbox', 'spinbutton']) {
    const index = (await those(app, role)).findIndex(({ value }) => value === '');
    if (index < 0) continue;
    const field = app.main().getByRole(role).nth(index);
    const { kind } = (await those(app, role))[index];
    const text = kind === 'number' ? numbers : words[kind] ?? words.text;
    if (view === 'plain' || kind === 'date' || kind === 'time') await field.fill(text);
    else {
      await app.mouseAt(field);
      await app.page.keyboard.type(text);
    }
    await app.settled();
    return true;
  }
  return false;
}

async function pick(app) {
  const boxes = await those(app, 'combobox');
  const index = boxes.findIndex(({ value }) => value === '');
  if (index < 0) return false;
  await app.main().getByRole('combobox').nth(index).selectOption({ index: 1 });
  await app.settled();
  return true;
}

async function order(app, view) {
  const right = app.find('button', say('feedback.keep_order'));
  if ((await right.count()) === 0) return false;
  await at(app, view, right.first());
  return true;
}

const isThere = async (app, role, name) => (await app.find(role, name).count()) > 0;

/** The number of the question in front of the person; past the last there is none. */
async function number(app) {
  const [before, after] = say('feedback.progress', { n: '\n', all: '\n' }).split('\n');
  const text = await app.main().innerText();
  const from = text.indexOf(before);
  return from < 0 ? 0 : Number.parseInt(text.slice(from + before.length, text.indexOf(after, from + before.length)), 10);
}

/** Everything on the page: each touch may bring more, or take some away. */
async function fill(app, view, numbers) {
  for (let touches = 0; touches < patience; touches++) {
    const touched = (await order(app, view)) || (await choose(app, view, 'radio')) || (await choose(app, view, 'checkbox'))
      || (await pick(app)) || (await write(app, view, numbers));
    if (!touched) return touches;
  }
  throw new Error('there is always more to answer');
}

async function skipAll(app, view) {
  const buttons = app.main().getByRole('button', { name: skips });
  for (let left = await buttons.count(); left > 0; left--) {
    if (left > await buttons.count()) continue;
    await at(app, view, buttons.nth(left - 1));
  }
}

async function goOn(app, view, before) {
  if ((await number(app)) !== before) return true;  // skipping the only question of a step goes on by itself
  await at(app, view, app.find('button', say('feedback.next')));
  return (await number(app)) !== before;
}

async function oneStep(app, view) {
  const before = await number(app);
  const touches = await fill(app, view, '3');
  if (await goOn(app, view, before)) return { touches, skipped: 0 };
  await skipAll(app, view);
  if (await goOn(app, view, before)) return { touches, skipped: 1 };
  throw new Error(`Next does not go on from question ${before}`);
}

/** From the first question until the council has it. */
export async function answerToTheEnd(app, view) {
  const done = { touches: 0, steps: 0, skipped: 0 };
  await app.see('button', say('feedback.next'));
  if (view === 'easy' && await isThere(app, 'button', say('feedback.easy'))) await at(app, view, app.find('button', say('feedback.easy')).first());
  while (!(await isThere(app, 'radio', say('feedback.how.self')))) {
    if (++done.steps > patience) throw new Error('the survey does not come to its end');
    const step = await oneStep(app, view);
    done.touches += step.touches;
    done.skipped += step.skipped;
  }
  await at(app, view, app.find('radio', say('feedback.how.self')));
  await at(app, view, app.find('button', say('feedback.next')));
  await app.see('button', say('feedback.send'));
  await at(app, view, app.find('button', say('feedback.send')));
  await reads(app, eitherWay('feedback.sent'));
  return done;
}
