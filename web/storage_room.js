/**
 * Room on the device: asks the browser once to keep what is ours, and keeps a record of nothing that is
 * given up when the device is full, so that the person's last words still fit. Used by storage.js.
 */
import { ballastStore, completion } from "./storage_open.js";

const ballastKey = "ballast";
const ballastBytes = 256 * 1024;
const askedKey = "alongside.asked_to_keep";

/** Some browsers show a question for this, so it is asked once a device. */
export async function askToKeep() {
  try {
    if (!navigator.storage?.persist || localStorage.getItem(askedKey)) return;
    localStorage.setItem(askedKey, "1");
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // The browser then decides by itself what it keeps.
  }
}

function change(database, use) {
  const transaction = database.transaction(ballastStore, "readwrite");
  const request = use(transaction.objectStore(ballastStore));
  return completion(database, transaction, () => request.result);
}

// Noise, which no disk can make smaller.
function noise() {
  const bytes = new Uint8Array(ballastBytes);
  for (let at = 0; at < bytes.length; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536));
  return bytes;
}

/** Puts the record there, if it is not. */
export async function takeBallast(database) {
  if (await change(database, (store) => store.count(ballastKey)) > 0) return;
  await change(database, (store) => store.put(noise(), ballastKey));
}

/** @returns {Promise<boolean>} whether that made room */
export async function dropBallast(database) {
  if (await change(database, (store) => store.count(ballastKey)) === 0) return false;
  await change(database, (store) => store.delete(ballastKey));
  return true;
}
