/**
 * Real runs of "change things, kill -9 the server or the browser at a random moment, restart": what the
 * screen said is saved is with the council in the end, once. A seed is one run: ALONGSIDE_SEED=7 runs only it.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compare, withCouncilDatabase } from './kills/check.mjs';
import { killRun } from './kills/run.mjs';
import { kinds } from './support/council_state.mjs';
import { isLong } from './support/suite.mjs';

const seeds = process.env.ALONGSIDE_SEED ? [Number(process.env.ALONGSIDE_SEED)] : Array.from({ length: isLong ? 40 : 4 }, (_, i) => i + 1);
const sum = { runs: 0, changes: 0, noted: 0, unsure: 0, lost: 0, doubled: 0, server: 0, browser: 0, inSave: 0, signIns: 0 };
const made = { spend: 0, plan: 0, takeOut: 0, fact: 0 };
const checked = new Set();

function add(told, changes) {
  sum.runs++;
  sum.changes += told.made;
  for (const { kind } of changes) made[kind]++;
  sum.signIns += told.signIns ?? 0;
  for (const name of ['noted', 'unsure']) sum[name] += told[name];
  for (const name of ['lost', 'doubled']) sum[name] += told[name].length;
  for (const name of ['server', 'browser', 'inSave']) sum[name] += told.kills[name];
}

/** Works on a copy of the database in which what holds `text` is changed by `sql`. */
function spoiled(data, changes, sql, text) {
  const copy = mkdtempSync(join(tmpdir(), 'alongside-spoiled-'));
  try {
    cpSync(data, copy, { recursive: true, filter: (path) => !path.endsWith('.socket') });
    withCouncilDatabase(copy, (database) => {
      database.exec('PRAGMA foreign_keys = OFF');
      database.prepare(sql).run(text);
    });
    return compare(copy, changes);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const copied = (holds) => 'INSERT INTO document (household, id, owner, subject, facet, kind, edition, version, gone, content)'
  + ` SELECT household, randomblob(16), owner, subject, facet, kind, edition, version, gone, content FROM document WHERE ${holds}`;

/** Of the first change of a kind that must be there: the check notices when it is not, and when it is there twice. */
function theCheckCanFail({ council, changes }, kind, number) {
  const isOut = (text) => changes.some((other) => other.kind === 'takeOut' && other.text === text);
  const change = changes.find((one) => one.kind === kind && one.noted && !isOut(one.text));
  if (!change || checked.has(kind)) return;
  const { text } = change;
  const holds = `kind = ${number} AND gone = 0 AND instr(content, CAST(? AS BLOB)) > 0`;
  assert.deepEqual(spoiled(council.data, changes, `DELETE FROM document WHERE ${holds}`, text).lost, [text], 'one is lost');
  assert.equal(spoiled(council.data, changes, copied(holds), text).doubled[0], text, 'one is doubled');
  checked.add(kind);
}

/** What was taken out of the plan stays out. */
function theCheckSeesWhatIsBack({ council, changes }) {
  const change = changes.find(({ kind, noted }) => kind === 'takeOut' && noted);
  if (!change || checked.has('takeOut')) return;
  const put = 'UPDATE document SET gone = 0, content = CAST(? AS BLOB) WHERE kind = 202 AND gone = 1';
  assert.ok(spoiled(council.data, changes, put, change.text).lost.includes(`${change.text} is back`), 'it is back');
  checked.add('takeOut');
}

for (const seed of seeds) {
  test(`seed ${seed}: nothing saved is lost or doubled when the ${seed % 2 ? 'server' : 'browser'} is killed`, { timeout: 180000 }, async () => {
    const told = await killRun(seed, 7, (run, result) => {
      add(result, run.changes);
      if (result.lost.length + result.doubled.length > 0) return;
      theCheckCanFail(run, 'spend', kinds.transaction);
      theCheckCanFail(run, 'plan', kinds.planItem);
      theCheckSeesWhatIsBack(run);
    });
    assert.deepEqual({ lost: told.lost, doubled: told.doubled, refused: told.refused, gaps: told.gaps }, { lost: [], doubled: [], refused: 0, gaps: 0 });
  });
}

test('the check notices what was lost, what is there twice and what came back', { skip: seeds.length === 1 }, () =>
  assert.deepEqual([...checked].sort(), ['plan', 'spend', 'takeOut']));

after(() => console.log(`kills: ${sum.runs} runs, ${sum.changes} changes (${made.spend} spends, ${made.plan} put in the plan, ${made.takeOut} taken out,`
  + ` ${made.fact} facts), ${sum.noted} shown as saved, ${sum.unsure} arrived without it;`
  + ` ${sum.server} kills of the server, ${sum.browser} of the browser (${sum.inSave} inside a save), ${sum.signIns} sign-ins;`
  + ` ${sum.lost} lost, ${sum.doubled} doubled`));
