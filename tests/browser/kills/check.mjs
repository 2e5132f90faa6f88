/**
 * Compares what a person was shown as saved with what the council's database holds. Called by the runs of
 * kills.test.mjs, and with databases that were made wrong on purpose, which it must notice.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { kinds } from '../support/council_state.mjs';

const fact = 46; // wire::Fact

export function withCouncilDatabase(data, work) {
  const database = new DatabaseSync(join(data, 'alongside.sqlite'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/**
 * @param {string} data the council's folder
 * @param {{kind: 'spend' | 'plan' | 'takeOut' | 'fact', text: string, noted: boolean}[]} changes in the order in which they were
 * made; noted: the screen said that it is saved
 */
export function compare(data, changes) {
  return withCouncilDatabase(data, (database) => {
    const holding = (kind, text) => Number(database.prepare(
      'SELECT count(*) AS n FROM document WHERE kind = ? AND gone = 0 AND instr(content, CAST(? AS BLOB)) > 0').get(kind, text).n);
    const told = { lost: [], doubled: [], unsure: 0, refused: 0, noted: changes.filter(({ noted }) => noted).length };
    for (const { kind, text, noted } of changes) {
      if (kind === 'spend') lookAt(text, noted, holding(kinds.transaction, text), told);
      if (kind !== 'plan') continue;
      const out = changes.find((other) => other.kind === 'takeOut' && other.text === text);
      if (out) lookAtTakenOut(out, holding(kinds.planItem, text), told);
      else lookAt(text, noted, holding(kinds.planItem, text), told);
    }
    lookAtFacts(changes.filter(({ kind }) => kind === 'fact'), (text) => holding(fact, text), told);
    const made = Number(database.prepare('SELECT count(*) AS n FROM document WHERE kind = ? AND gone = 0').get(kinds.transaction).n);
    const paid = Number(database.prepare('SELECT count(*) AS n FROM direct_payments_payment').get().n);
    if (made !== paid) told.doubled.push(`${made} spends but ${paid} rows in the ledger`);
    told.refused = Number(database.prepare('SELECT count(*) AS n FROM operation_result WHERE outcome <> 0').get().n);
    told.gaps = Number(database.prepare('SELECT count(*) AS n FROM device d WHERE d.last <>'
      + ' (SELECT count(*) FROM operation_result r WHERE r.person = d.person AND r.device = d.id)').get().n);
    return told;
  });
}

function lookAt(text, noted, times, told) {
  if (noted && times === 0) told.lost.push(text);
  if (times > 1) told.doubled.push(text);
  if (!noted && times === 1) told.unsure++;
}

// It was surely in the plan, so that what can be lost is that it is out.
function lookAtTakenOut({ text, noted }, times, told) {
  if (noted && times > 0) told.lost.push(`${text} is back`);
  if (times > 1) told.doubled.push(text);
  if (!noted && times === 0) told.unsure++;
}

// Each one written replaces the one before: the newest that was saved, or one that was typed after it.
function lookAtFacts(facts, holding, told) {
  const newest = facts.findLastIndex(({ noted }) => noted);
  if (newest < 0) return;
  const found = facts.slice(newest).map(({ text }) => holding(text));
  const times = found.reduce((sum, one) => sum + one, 0);
  if (times === 0) told.lost.push(facts[newest].text);
  if (times > 1) told.doubled.push(facts[newest].text);
}
