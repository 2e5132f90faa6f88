/**
 * One batch as one IndexedDB transaction: all of it or nothing. What it puts there was sealed before (sealBatch), since
 * a transaction does not wait for anything but the database. Used by storage.js.
 */
import { Do, sequenceKey } from "./storage_bytes.js";
import { Fault, Refusal } from "./storage_fault.js";
import { completion } from "./storage_open.js";
import { isSame } from "./storage_seal.js";
import { Moved, readExpected } from "./storage_sealed.js";

const nextKey = "next"; // in meta: the sequence that the next Append is given, as the outbox writes it
const decoder = new TextDecoder();
const encoder = new TextEncoder();

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error); // and the transaction aborts by itself
  });
}

function nextFrom(value) {
  if (!value) return 1;
  const text = decoder.decode(value);
  if (!/^[0-9a-f]{16}$/.test(text)) throw new Refusal(Fault.Failed, "the next sequence is unreadable");
  return parseInt(text, 16);
}

const mostTries = 100; // while other tabs change what a batch expects; each try is one of their commits

async function append(transaction, put, given) {
  const meta = transaction.objectStore("meta");
  const sequence = nextFrom(await answerOf(meta.get(nextKey)));
  given.push(sequence);
  transaction.objectStore("outbox").add(put, sequenceKey(sequence));
  meta.put(encoder.encode(sequenceKey(sequence + 1)), nextKey);
}

// What lies there was opened and compared before the transaction, so it must still be the same.
async function expect(transaction, { shelf, key, there, holds }) {
  if (!isSame(await answerOf(transaction.objectStore(shelf).get(key)), there)) throw new Moved();
  if (!holds) throw new Refusal(Fault.Unexpected, `${shelf} has changed`);
}

// A write is not waited for: if it fails, the transaction does.
async function take(transaction, step, given) {
  const { what, shelf, key, put } = step;
  if (what === Do.Append) return append(transaction, put, given);
  if (what === Do.Expect) return expect(transaction, step);
  const store = transaction.objectStore(shelf);
  if (what === Do.Put) store.put(put, key);
  else if (what === Do.Remove) store.delete(key);
  else store.clear();
}

// What must lie where after the batch, by shelf and key; undefined: nothing.
function effects(steps, given) {
  const found = new Map();
  let appended = 0;
  const note = (shelf, key, put) => found.set(`${shelf} ${key}`, { shelf, key, put });
  for (const { what, shelf, key, put } of steps) {
    if (what === Do.Put) note(shelf, key, put);
    if (what === Do.Remove) note(shelf, key, undefined);
    if (what === Do.Append) note("outbox", sequenceKey(given[appended++]), put);
  }
  return [...found.values()];
}

// A connection lost while committing leaves open whether the batch was kept. Doing it again could
// keep it twice, so the second attempt looks first.
async function isThere(transaction, batch) {
  const { steps, given } = batch;
  if (given.length !== steps.filter(({ what }) => what === Do.Append).length) return false;
  const wanted = effects(steps, given);
  for (const { shelf, key, put } of wanted) {
    if (!isSame(await answerOf(transaction.objectStore(shelf).get(key)), put)) return false;
  }
  return wanted.length > 0;
}

function shelvesOf({ steps }) {
  const names = new Set(steps.map(({ shelf }) => shelf));
  if (steps.some(({ what }) => what === Do.Append)) names.add("outbox").add("meta");
  return [...names];
}

async function takeAll(transaction, batch) {
  if (batch.uncertain && await isThere(transaction, batch)) return;
  batch.given = [];
  for (const step of batch.steps) await take(transaction, step, batch.given);
}

/**
 * @param {object} batch from readBatch and sealBatch; `given` and `uncertain` are kept in it for a second attempt
 * @returns {Promise<number[]>} the sequences given, once the browser says that all of it is kept
 */
export async function runBatch(database, batch, seal) {
  batch.given ??= [];
  if (batch.steps.length === 0) return [];
  for (let tries = 1; ; tries++) {
    await readExpected(database, seal, batch);
    try {
      return await attempt(database, batch);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      // Whoever asked looks again at what is there, as after any other change.
      if (tries === mostTries) throw new Refusal(Fault.Unexpected, error.message);
    }
  }
}

async function attempt(database, batch) {
  const durability = batch.strict ? "strict" : "relaxed";
  const transaction = database.transaction(shelvesOf(batch), "readwrite", { durability });
  const done = completion(database, transaction, () => batch.given);
  done.catch(() => {}); // awaited below, unless a step fails first
  try {
    await takeAll(transaction, batch);
    transaction.commit?.();
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended already, and says why itself.
    }
    if (error instanceof Refusal || error instanceof Moved) throw error;
    // A request's own error says less than the transaction's.
    await done;
    throw error;
  }
  batch.uncertain = true;
  return done;
}
