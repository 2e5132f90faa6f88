/**
 * What a person's database has of the council's goes from the device after thirty days in which it was not used: the council
 * tells it again. What only this device has stays, however long that was: changes that were not sent, drafts, photos.
 * Used by storage.js.
 */
import { completion, databaseNames, deleteDatabase, keyStore, openDatabase } from "./storage_open.js";

const place = "used";
const day = 24 * 60 * 60 * 1000; // ms
export const mostDaysUnused = 30;
const ofCouncil = ["cursor", "incarnation", "shown", "session"]; // in meta; the first three go with the documents
const ownShelves = ["outbox", "drafts", "letters", "files"];

const isPersons = (name) => name.startsWith("person-");

// A clock that was set back says nothing about how long it was.
const isOver = (used, now) => used !== undefined && now - used > mostDaysUnused * day;

async function usedAt(database) {
  const reading = database.transaction(keyStore, "readonly");
  const used = reading.objectStore(keyStore).get(place);
  return completion(database, reading, () => used.result);
}

/** All of it or nothing, so that no cursor stays without its documents. */
function wipeFetched(database) {
  const transaction = database.transaction(["documents", "meta"], "readwrite", { durability: "strict" });
  transaction.objectStore("documents").clear();
  for (const key of ofCouncil) transaction.objectStore("meta").delete(key);
  return completion(database, transaction, () => undefined);
}

function note(database, now) {
  const transaction = database.transaction(keyStore, "readwrite", { durability: "relaxed" });
  transaction.objectStore(keyStore).put(now, place);
  return completion(database, transaction, () => undefined);
}

/** The database is used now. What has lain there unused for too long goes before anybody sees it. */
export async function noteUse(name, database) {
  if (!isPersons(name)) return;
  const [now, used] = [Date.now(), await usedAt(database)];
  if (isOver(used, now)) await wipeFetched(database);
  // Where there is no room for it, it counts from the last time.
  if (used === undefined || Math.abs(now - used) > day / 24) await note(database, now).catch(() => {});
}

async function hasOwn(database) {
  const transaction = database.transaction(ownShelves, "readonly");
  const counts = ownShelves.map((shelf) => transaction.objectStore(shelf).count());
  return completion(database, transaction, () => counts.some(({ result }) => result > 0));
}

async function wipeIfUnused(name) {
  const database = await openDatabase(name);
  let isEmpty = false;
  try {
    const [now, used] = [Date.now(), await usedAt(database)];
    if (used === undefined) await note(database, now); // an earlier version left it
    if (!isOver(used, now)) return;
    await wipeFetched(database);
    isEmpty = !(await hasOwn(database));
  } finally {
    database.close();
  }
  if (isEmpty) await deleteDatabase(name); // with its key
}

/** The same for everybody else's databases on this device. @param {string} open the one that is in use */
export async function wipeUnused(open) {
  if (open !== "public") return; // once a page
  for (const name of await databaseNames()) {
    if (isPersons(name)) await wipeIfUnused(name);
  }
}
