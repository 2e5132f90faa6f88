/**
 * Where anonymous tokens and what is needed to finish them wait on this device: one small IndexedDB
 * database of their own. Used by anonymous_token.js, and by carried.js for a token that came from another device.
 */
const databaseName = "alongside-tokens";
const shelf = "tokens";

const settled = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function open() {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(shelf);
  const database = await settled(request);
  database.onversionchange = () => database.close();
  return database;
}

// Resolves with `answer()` when the transaction is on the disk.
async function change(work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(shelf, "readwrite", { durability: "strict" });
      let answer;
      transaction.oncomplete = () => resolve(answer);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
      work(transaction.objectStore(shelf), (value) => { answer = value; });
    });
  } finally {
    database.close();
  }
}

const keyOf = (purpose, holder) => `${holder} ${purpose}`;
const same = (one, other) => one?.length === other?.length && Boolean(one?.every((byte, i) => byte === other[i]));

/** What is kept for this purpose, or undefined. */
export async function readToken(purpose, holder) {
  const database = await open();
  try {
    return await settled(database.transaction(shelf).objectStore(shelf).get(keyOf(purpose, holder)));
  } finally {
    database.close();
  }
}

/**
 * Keeps `next` if nothing is there, or if what is there is the unfinished `before`; answers what is kept
 * then. Two tabs that begin at once so end with the same blinded bytes.
 */
export function writeToken(purpose, holder, next, before = undefined) {
  return change((store, answer) => {
    const key = keyOf(purpose, holder);
    store.get(key).onsuccess = ({ target: { result: found } }) => {
      const mayWrite = !found || (before && !found.token && same(found.blinded, before.blinded));
      if (mayWrite) store.put(next, key);
      answer(mayWrite ? next : found);
    };
  });
}

/** Forgets what is kept for this purpose. */
export function removeToken(purpose, holder) {
  return change((store) => store.delete(keyOf(purpose, holder)));
}
