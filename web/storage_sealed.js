/**
 * What is done to a batch before its transaction begins: its values are sealed, and what it expects is opened and compared.
 * And what an earlier version left open is sealed where it lies. Used by storage.js and storage_batch.js.
 */
import { Do, sameBytes } from "./storage_bytes.js";
import { completion } from "./storage_open.js";
import { isSame } from "./storage_seal.js";

/** Another tab has changed what a batch expects since it was looked at: to be looked at again. */
export class Moved extends Error {
  constructor() {
    super("what was expected has changed meanwhile");
  }
}

/** Each value once, also for a second attempt, so that it can be told whether the first one was kept. */
export async function sealBatch(seal, batch) {
  if (batch.sealedBy === seal.id) return;
  await Promise.all(batch.steps.map(async (step) => {
    if (step.what !== Do.Put && step.what !== Do.Append) return;
    step.put = await seal.seal(step.shelf, step.key, step.value);
  }));
  batch.sealedBy = seal.id; // a database that was lost and made anew has another
}

const nothing = new Uint8Array();

/** Notes in each Expect step what lies there now, and whether that is what it expects. */
export async function readExpected(database, seal, { steps }) {
  const expects = steps.filter(({ what }) => what === Do.Expect);
  if (expects.length === 0) return;
  const transaction = database.transaction([...new Set(expects.map(({ shelf }) => shelf))], "readonly");
  const asked = expects.map(({ shelf, key }) => transaction.objectStore(shelf).get(key));
  const found = await completion(database, transaction, () => asked.map(({ result }) => result));
  await Promise.all(expects.map(async (step, i) => {
    step.there = found[i];
    step.holds = sameBytes(await seal.open(step.shelf, step.key, found[i]) ?? nothing, step.value);
  }));
}

/** Seals the values under these keys, where they still lie open. */
export async function sealOpen(database, seal, shelf, keys) {
  const reading = database.transaction(shelf, "readonly");
  const asked = keys.map((key) => reading.objectStore(shelf).get(key));
  const open = await completion(database, reading, () => asked.map(({ result }) => result));
  const sealed = await Promise.all(open.map((value, i) => value instanceof Uint8Array && seal.seal(shelf, keys[i], value)));
  const transaction = database.transaction(shelf, "readwrite", { durability: "strict" });
  const store = transaction.objectStore(shelf);
  keys.forEach((key, i) => {
    if (!sealed[i]) return;
    const there = store.get(key);
    there.onsuccess = () => { if (isSame(there.result, open[i])) store.put(sealed[i], key); };
  });
  await completion(database, transaction, () => undefined);
}
