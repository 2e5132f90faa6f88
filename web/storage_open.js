/**
 * Opens and deletes the device's databases. A database that a later version of ours has changed is
 * opened as it is, so that going back to an older version strands nothing. Used by storage.js.
 */
import { shelves } from "./storage_bytes.js";
import { Fault, Refusal } from "./storage_fault.js";

/** Besides the shelves: what is given up so that the person's last words fit (storage_room.js). */
export const ballastStore = "ballast";
/** The key that everything else is sealed under (storage_seal.js), and when it was last used (storage_age.js). */
export const keyStore = "keys";

const version = 2; // 1 had no key
const patience = 8000; // ms; some browsers never answer
const stores = [...shelves, ballastStore, keyStore];
const prefix = "alongside.";
const fullName = (name) => prefix + name;

function factory() {
  let found = null;
  try {
    found = globalThis.indexedDB;
  } catch {
    // Some browsers throw where storage is forbidden.
  }
  if (!found) throw new Refusal(Fault.Unavailable, "this browser keeps nothing");
  return found;
}

// `late` is given what comes after patience has ended.
function answerOf(request, late) {
  return new Promise((resolve, reject) => {
    let over = false;
    const end = (settle, value) => {
      clearTimeout(timer);
      if (over) late(value);
      over = true;
      settle(value);
    };
    const timer = setTimeout(() => {
      over = true;
      reject(new DOMException("the browser does not answer", "TimeoutError"));
    }, patience);
    request.onsuccess = () => end(resolve, request.result);
    request.onerror = (event) => {
      event.preventDefault();
      end(reject, request.error);
    };
  });
}

async function ask(name, wanted) {
  const request = wanted ? factory().open(fullName(name), wanted) : factory().open(fullName(name));
  request.onupgradeneeded = () => {
    for (const store of stores) {
      if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
    }
  };
  return answerOf(request, (database) => database?.close?.());
}

/** @returns {Promise<IDBDatabase>} with every shelf in it */
export async function openDatabase(name) {
  let database;
  try {
    database = await ask(name, version);
  } catch (error) {
    if (error?.name !== "VersionError") throw error;
    database = await ask(name, undefined);
  }
  if (stores.every((store) => database.objectStoreNames.contains(store))) return database;
  database.close();
  throw new Refusal(Fault.Unavailable, "the database was made by another version");
}

/**
 * Settles when the transaction has ended; a connection that the browser takes away ends it too.
 * @param {() => T} result asked for once it is complete @returns {Promise<T>} @template T
 */
export function completion(database, transaction, result) {
  return new Promise((resolve, reject) => {
    const lost = () => end(reject, new DOMException("connection lost", "UnknownError"));
    const end = (settle, value) => {
      database.removeEventListener("close", lost);
      settle(value);
    };
    database.addEventListener("close", lost);
    transaction.oncomplete = () => end(resolve, result());
    transaction.onabort = () => end(reject, transaction.error ?? new DOMException("aborted", "AbortError"));
  });
}

/** The names of the databases that lie on this device; none where the browser does not say. */
export async function databaseNames() {
  const found = await factory().databases?.() ?? [];
  return found.map(({ name }) => name).filter((name) => name?.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** Other tabs close their connection when they hear of it. */
export async function deleteDatabase(name) {
  await answerOf(factory().deleteDatabase(fullName(name)), () => {});
}
