/**
 * Surveys that somebody wrote for families or for others: the project's own fixtures and demo surveys, the whole
 * surveys in survey-core's package, and, where there is such a folder (ALONGSIDE_SAMPLES), those in it, converted first
 * where another tool wrote them. Called by real_definitions.test.mjs.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as paths from './paths.mjs';

const run = promisify(execFile);
const isSurvey = (json) => Array.isArray(json?.pages) || Array.isArray(json?.elements);
const folder = (path) => readdirSync(path).filter((name) => name.endsWith('.json')).sort()
  .map((name) => ({ name, definition: JSON.parse(readFileSync(join(path, name), 'utf8')) }));

export function ours() {
  return [...folder(join(paths.root, 'tests/fixtures/surveys')), ...folder(join(paths.demo, 'surveys'))].filter(({ definition }) => isSurvey(definition));
}

function jsonIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function packaged() {
  const guides = join(dirname(createRequire(import.meta.url).resolve('survey-core')), 'llms');
  if (!existsSync(guides)) return [];
  return readdirSync(guides).filter((name) => name.endsWith('.md')).flatMap((name) =>
    [...readFileSync(join(guides, name), 'utf8').matchAll(/```json\n([^]*?)```/g)]
      .map(([, text], at) => ({ name: `survey-core, ${name}, example ${at + 1}`, definition: jsonIn(text) })))
    .filter(({ definition }) => isSurvey(definition));
}

/** What other tools wrote, as `survey convert` makes surveys of it. */
export async function converted(from = join(paths.root, 'tests/fixtures/surveys')) {
  const others = readdirSync(from).filter((name) => /\.(xlsx|lss|csv)$/.test(name));
  const scratch = mkdtempSync(join(tmpdir(), 'alongside-converted-'));
  const made = [];
  for (const name of others) {
    const out = join(scratch, `${name}.json`);
    await run(paths.councilApi(), ['survey', 'convert', join(from, name), out]);
    made.push({ name, definition: JSON.parse(readFileSync(out, 'utf8')) });
  }
  return made;
}

export async function samples() {
  const from = process.env.ALONGSIDE_SAMPLES;
  if (!from || !existsSync(from)) return [];
  return [...folder(from).filter(({ definition }) => isSurvey(definition)), ...await converted(from)];
}

const both = (words) => ({ en: words, cy: words });

/** Announces all and publishes each; gives back {name, id} of those that can be asked, and {name, why} of the others. */
export async function publishAll(verb, all) {
  const scratch = mkdtempSync(join(tmpdir(), 'alongside-definitions-'));
  const given = all.map(({ name, definition }, at) => ({ name, definition, id: `0000${(at + 1).toString(16).padStart(4, '0')}-1111-4222-8333-444455556666` }));
  const surveys = given.map(({ name, id }) => ({ id, title: both(name), purpose: both('To try it.'), who: 'everyone', minutes: 5, opens: '2026-01-01',
    closes: '2027-12-31', anonymous: true, status: 'published', answers_back: both('We tell you what changed.') }));
  writeFileSync(join(scratch, 'announced.json'), JSON.stringify({ surveys }));
  await verb('survey', 'import', join(scratch, 'announced.json'));
  const asked = [], refused = [];
  for (const { name, definition, id } of given) {
    const file = join(scratch, 'one.json');
    writeFileSync(file, JSON.stringify({ ...definition, alongside: { survey: id, answers: 'as they like' } }));
    await verb('survey', 'publish', file).then(() => asked.push({ name, id }), (error) => refused.push({ name, why: `${error.stderr ?? error}`.trim().split('\n').slice(0, 4).join(' | ') }));
  }
  return { asked, refused };
}
