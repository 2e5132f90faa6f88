/**
 * Everything that lies in a browser for this site, as it lies there: databases, caches of the service worker, local and session
 * storage. Called by the tests of what can be read there.
 */

/** @returns {Promise<{place: string, kind: string, text: string}[]>} `text`: the bytes as Latin-1, and as UTF-16 where they are even */
export const everythingKept = (page) => page.evaluate(async () => {
  const found = [];
  const latin = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const note = (place, value) => {
    const bytes = value?.sealed ?? value;
    const text = bytes instanceof Uint8Array ? latin(bytes) : typeof value === 'object' ? JSON.stringify(value) : String(value);
    found.push({ place, kind: value?.constructor?.name ?? typeof value, text });
  };
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const stores = [...database.objectStoreNames].filter((store) => store !== 'ballast');
    const transaction = database.transaction(stores);
    const asked = stores.map((store) => [store, transaction.objectStore(store).getAllKeys(), transaction.objectStore(store).getAll()]);
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    database.close();
    for (const [store, keys, values] of asked) keys.result.forEach((key, i) => note(`${name} ${store} ${key}`, values.result[i]));
  }
  for (const [name, storage] of [['local', localStorage], ['session', sessionStorage]]) {
    for (const key of Object.keys(storage)) note(`${name} ${key}`, storage.getItem(key));
  }
  return found;
});

/** The places in which one of these words can be read, in whatever case. */
export const placesWith = (kept, words) => kept.filter(({ place, text }) => words.some((word) =>
  `${place} ${text}`.toLowerCase().includes(word.toLowerCase()))).map(({ place }) => place);
