/**
 * What the council shows to everybody: from the network, and the last good copy when there is none.
 * Nothing else of /api is ever looked at, kept or answered here. Used by service_worker.js.
 */
import { applyDelta, deltaName } from "./worker_delta.js";
import { networkFirst } from "./worker_network.js";

const cacheName = "alongside.public";
const frameType = "application/x-alongside";
const mostKept = 400;
const places = [
  /^\/api\/council$/, /^\/api\/local_offer\//, /^\/api\/feedback\/(surveys|forms)(\/|$)/, /^\/api\/feedback\/changes$/,
  /^\/api\/direct_payments\/guide$/,
  /^\/api\/pages\//, /^\/api\/comments$/, /^\/api\/employing\/figures$/, /^\/api\/guidance$/,
];
// Fetched beforehand, so that every part opens without a network, also those not visited yet.
const always = [
  "/api/council", "/api/local_offer/services", "/api/local_offer/map", "/api/feedback/surveys", "/api/feedback/changes",
  "/api/direct_payments/guide", "/api/comments", "/api/employing/figures", "/api/guidance",
];

const list = "/api/local_offer/services";
// The pages of all services, told by what the list says: after it, and not where somebody saves data.
const details = "/api/local_offer/details";
// Large, and little of it changes: only that is fetched by whoever has a copy.
const largeOnes = [list, details];

const isPlace = (path) => places.some((place) => place.test(path));

export function isPublic(request, url) {
  return isPlace(url.pathname) && request.headers.get("Accept") === frameType;
}

const mayKeep = (response) => response.status === 200 && response.type === "basic"
  && !/no-store/.test(response.headers.get("Cache-Control") ?? "");

// Putting an address again moves it to the end, so the first keys are those not asked for longest.
async function keep(path, response) {
  const cache = await caches.open(cacheName);
  await cache.put(path, response);
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - mostKept))) await cache.delete(key);
}

const pathOf = ({ pathname, search }) => pathname + search;
const keptCopy = async (path) => (await caches.open(cacheName)).match(path, { ignoreVary: true });

// The whole answer, made of the copy and what has changed. A copy that does not fit is fetched anew.
async function changedAnswer(request, copy) {
  const headers = new Headers(request.headers);
  headers.set("If-None-Match", copy.headers.get("ETag"));
  headers.set("A-IM", deltaName);
  const answer = await fetch(request.url, { headers, credentials: "omit", cache: "no-store" });
  if (answer.status === 304) return copy;
  if (answer.status !== 226) return answer;
  try {
    const [from, delta] = await Promise.all([copy.clone().arrayBuffer(), answer.arrayBuffer()]);
    const body = await applyDelta(new Uint8Array(from), new Uint8Array(delta));
    const kept = new Headers(copy.headers);
    for (const name of ["Content-Encoding", "Content-Length"]) kept.delete(name);
    kept.set("ETag", answer.headers.get("ETag"));
    const whole = new Response(body, { headers: kept });
    await keep(pathOf(new URL(request.url)), whole.clone());
    return whole;
  } catch {
    return fetch(request, { cache: "no-store" });
  }
}

async function fromNetwork(request, path) {
  const copy = largeOnes.includes(path) ? await keptCopy(path) : null;
  return copy?.headers.get("ETag") ? changedAnswer(request, copy) : fetch(request);
}

/** Fetches the details when there are others than those that are here, or none. */
async function keepDetails() {
  if (navigator.connection?.saveData) return;
  try {
    const request = new Request(details, { headers: { Accept: frameType }, credentials: "omit" });
    const answer = await fromNetwork(request, details);
    if (mayKeep(answer)) await keep(details, answer);
  } catch {
    // No network: next time.
  }
}

// What is told instead when the network is not there. Whoever has the details does not wait for a late page either.
async function spareOf(path) {
  const copy = await keptCopy(path);
  const isTold = path.startsWith(`${list}/`) && await keptCopy(details);
  return copy ?? (isTold ? Response.error() : undefined);
}

/** The network's answer or the last good copy. */
export async function publicAnswer(event) {
  const path = pathOf(new URL(event.request.url));
  const network = fromNetwork(event.request, path);
  event.waitUntil(network.then((response) => {
    if (mayKeep(response)) return keep(path, response.clone());
    return undefined;
  }).catch(() => {}));
  if (path === list) event.waitUntil(network.then(keepDetails).catch(() => {}));
  return networkFirst(network, () => spareOf(path));
}

/** Keeps what a page has fetched before this script was there. Failures do no harm. */
export async function keepPublic(paths) {
  for (const path of paths.slice(0, mostKept)) {
    const url = new URL(path, location.origin);
    if (url.origin !== location.origin || !isPlace(url.pathname)) continue;
    try {
      const response = await fetch(pathOf(url), { headers: { Accept: frameType }, credentials: "omit" });
      if (mayKeep(response)) await keep(pathOf(url), response);
    } catch {
      return; // no network: no use in trying the rest
    }
  }
}

export const warm = () => keepPublic(always).then(keepDetails);
