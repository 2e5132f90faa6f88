/**
 * What the council holds in the end, read from its database, in a form that is the same however it came
 * about: documents by kind and content, both parents' feeds, the ledger and the answers without a name.
 * Ids that were chosen at random get numbers in the order in which they are met, and the moment at which
 * the server wrote something down is left out. Called by family.test.mjs.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export const people = {
  sam: '2f6b8d1094c34e7a8a51c7d20e3f9b14',
  jo: '9c4e2a770d1b4f36a5e83b6f1d8c2e95',
};
export const kinds = { notice: 55, agreement: 200, transaction: 201, planItem: 202 };
const hex = (bytes) => Buffer.from(bytes).toString('hex');

// A spend ends with who wrote it down and when: the time is the server's.
function withoutMoment(kind, content) {
  const end = kind === kinds.transaction ? content.lastIndexOf(people.sam) : -1;
  return end < 0 ? content : content.slice(0, end + people.sam.length);
}

function documentsOf(database, fixed) {
  const rows = database.prepare('SELECT id, owner, subject, facet, kind, edition, version, gone, content FROM document').all()
    .map((row) => ({ ...row, id: hex(row.id), owner: hex(row.owner), subject: hex(row.subject), content: hex(row.content) }))
    .sort((a, b) => a.kind - b.kind || (a.content.length - b.content.length) || (a.id < b.id ? -1 : 1));
  const random = rows.filter(({ id }) => !fixed.has(id)).map(({ id }) => id);
  const named = (text) => random.reduce((all, id, index) => all.replaceAll(id, `<${index}>`), text);
  return { rows: rows.map((row) => ({ ...row, id: named(row.id), content: named(withoutMoment(row.kind, row.content)) })), named };
}

function feedOf(database, viewer, named) {
  const rows = database.prepare('SELECT id, place, gone FROM feed WHERE hex(viewer) = ? ORDER BY place').all(viewer.toUpperCase());
  return rows.map(({ id, place, gone }) => `${place} ${named(hex(id))}${gone ? ' gone' : ''}`);
}

/** The ids that the demo itself brought, before anybody did anything. */
export function idsIn(server) {
  return withDatabase(server, (database) => new Set(database.prepare('SELECT id FROM document').all().map(({ id }) => hex(id))));
}

/** @param {Set<string>} fixed from idsIn, before the journey */
export function councilState(server, fixed) {
  return withDatabase(server, (database) => {
    const { rows, named } = documentsOf(database, fixed);
    const all = (sql) => database.prepare(sql).all().map((row) => Object.fromEntries(Object.entries(row)
      .map(([name, value]) => [name, value instanceof Uint8Array ? hex(value) : value])));
    return {
      documents: rows,
      feeds: { sam: feedOf(database, people.sam, named), jo: feedOf(database, people.jo, named) },
      operations: all('SELECT kind, outcome, code, count(*) AS times FROM audit WHERE length(verb) = 0 GROUP BY kind, outcome, code ORDER BY kind'),
      answers: all('SELECT survey, version, day, answers FROM feedback_answers'),
      tokensSpent: all('SELECT count(*) AS times FROM token_spent')[0].times,
    };
  });
}

function withDatabase({ data }, work) {
  const database = new DatabaseSync(join(data, 'alongside.sqlite'), { readOnly: true });
  try {
    return work(database);
  } finally {
    database.close();
  }
}
