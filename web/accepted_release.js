/**
 * The highest release that this device has taken, so that an older one is never taken after it; and, while the server
 * offers one that was refused, that the kept one goes on. In a cache of its own, since the page and the service worker
 * both need it. Used by boot.js and worker_release.js.
 */
const cacheName = "alongside.accepted";
const acceptedPlace = "/.release";
const heldPlace = "/.held";
const holdFor = 24 * 60 * 60 * 1000; // ms; then the server's page is looked at again

async function read(place) {
  try {
    return await (await caches.open(cacheName)).match(place).then((kept) => kept?.json());
  } catch {
    return undefined; // this browser keeps nothing, so it has nothing to compare with
  }
}

async function write(place, value) {
  try {
    await (await caches.open(cacheName)).put(place, new Response(JSON.stringify(value)));
  } catch {
    // Then the next visit cannot compare.
  }
}

/** @returns {Promise<number>} 0 when none was taken yet */
export const acceptedRelease = async () => Number(await read(acceptedPlace)) || 0;

export async function acceptRelease(number) {
  if (number > await acceptedRelease()) await write(acceptedPlace, number);
}

/** Why the kept release stands in for the server's; empty when it does not. */
export async function heldFor() {
  const { reason = "", until = 0 } = await read(heldPlace) ?? {};
  return Date.now() < until && until <= Date.now() + holdFor ? reason : "";
}

export const hold = (reason) => write(heldPlace, { reason, until: Date.now() + holdFor });

/** Another release is in charge: the server's pages are looked at again. */
export async function letGo() {
  try {
    await (await caches.open(cacheName)).delete(heldPlace);
  } catch {
    // It was not held either.
  }
}
