/**
 * Pictures of surveys: named after their content, so the copy that is here is always the right one. Fetched when
 * somebody first sees them, kept for when there is no network. Those beside easy read are asked for by a word, whose
 * picture the council may change: the copy is for when there is no network alone. Used by service_worker.js.
 */
const cacheName = "alongside.pictures";
const mostKept = 300;
const place = /^\/api\/feedback\/symbols\/[\w-]+\.[0-9a-f]{8}\.(svg|png|webp)$/;
const byWord = /^\/api\/feedback\/symbols\/[a-z]+$/;

export const isPicture = ({ pathname, search }) => search === "" && (place.test(pathname) || byWord.test(pathname));

async function keep(cache, path, response) {
  await cache.put(path, response);
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - mostKept))) await cache.delete(key);
}

export async function pictureAnswer(event) {
  const path = new URL(event.request.url).pathname;
  const cache = await caches.open(cacheName);
  const kept = await cache.match(path, { ignoreVary: true });
  if (kept && !byWord.test(path)) return kept;
  const response = await fetch(event.request).catch((error) => {
    if (kept) return kept;
    throw error;
  });
  if (response === kept) return kept;
  if (response.status === 200 && response.type === "basic") event.waitUntil(keep(cache, path, response.clone()).catch(() => {}));
  return response;
}
