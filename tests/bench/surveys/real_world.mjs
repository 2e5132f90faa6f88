/**
 * Definitions that other people wrote, as many as there are on this machine: the examples in survey-core's own
 * package, and the SurveyJS files of a folder of samples (ALONGSIDE_SAMPLES). How many of them we load.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from '../../browser/support/paths.mjs';
import { now, Survey } from '../../surveys/peer.mjs';

const isSurvey = (json) => Array.isArray(json?.pages) || Array.isArray(json?.elements);

/** The whole surveys among the examples of its guide; parts of one are no definition. */
function packaged() {
  const folder = join(dirname(createRequire(import.meta.url).resolve('survey-core')), 'llms');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.md')).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/```json\n([^]*?)```/g)].flatMap(([, text], at) => {
      try {
        return [{ name: `${name}, example ${at + 1}`, definition: JSON.parse(text) }];
      } catch {
        return [];
      }
    }));
}

function samples() {
  const folder = process.env.ALONGSIDE_SAMPLES;
  if (!folder || !existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => ({ name, definition: JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
}

export function loadRealWorld() {
  const all = [...packaged(), ...samples()].filter(({ definition }) => isSurvey(definition));
  const input = all.map(({ definition }) => JSON.stringify({ definition, answers: [], now })).join('\n');
  const run = spawnSync(join(build, 'native/bin/survey_lines'), { input: `${input}\n`, encoding: 'utf8', maxBuffer: 1 << 28 });
  const results = run.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const aloneRefused = all.filter(({ definition }) => new Survey.Model(structuredClone(definition)).jsonErrors?.length > 0).map(({ name }) => name);
  const refused = all.flatMap(({ name }, at) => (results[at]?.refused === undefined ? [] : [`${name}: ${results[at].refused.split('\n')[0]}`]));
  return { count: all.length, refused, aloneRefused };
}
