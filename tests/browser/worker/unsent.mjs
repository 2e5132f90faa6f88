/**
 * An unsent change as an earlier version left it on the device, put and read behind the application's back: the database's
 * own name and shape, whatever version of the application is running. Called by the tests of updates.
 */
const name = 'alongside.person-e83d5b92-6a0f-4c1d-97b4-2d5c8e1f7a36';

// Runs in the page.
function withOutbox([database, value]) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database, 2);
    opening.onupgradeneeded = () => {
      for (const store of ['meta', 'outbox', 'documents', 'drafts', 'letters', 'files', 'ballast', 'keys']) opening.result.createObjectStore(store);
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('outbox', 'readwrite', { durability: 'strict' });
      const outbox = transaction.objectStore('outbox');
      if (value) outbox.put(new TextEncoder().encode(value), '0000000000000001');
      const found = outbox.get('0000000000000001');
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(new TextDecoder().decode(found.result));
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

export const keepUnsent = (page, value) => page.evaluate(withOutbox, [name, value]);
export const readUnsent = (page) => page.evaluate(withOutbox, [name, null]);
