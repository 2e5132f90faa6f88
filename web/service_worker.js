/**
 * Answers for the network when there is none: the application's own files, a page to stand in for any
 * page, and the last good copy of what the council shows to everybody. What is personal never passes
 * through here. Registered by updates.js; app/tools/make_www.mjs writes the release into it.
 */
/* global ALONGSIDE_RELEASE */
import { heldFor } from "./accepted_release.js";
import { isPicture, pictureAnswer } from "./worker_pictures.js";
import { keepPublic, publicAnswer, isPublic, warm } from "./worker_public.js";
import { Release } from "./worker_release.js";

const release = new Release(ALONGSIDE_RELEASE);

addEventListener("install", (event) => event.waitUntil(release.install()));

// The page of the first visit is taken over as well: it was made of these same files.
addEventListener("activate", (event) => event.waitUntil(
  release.activate().then(() => clients.claim()).then(() => warm())));

addEventListener("message", (event) => {
  const { type, boot, paths, reason } = event.data ?? {};
  const answer = (value) => event.ports[0]?.postMessage(value);
  if (type === "use") event.waitUntil(skipWaiting()); // only ever because a person said so
  if (type === "whose") answer(release.has(boot));
  if (type === "hold") event.waitUntil(release.hold(boot, reason).then(answer, () => answer(false)));
  if (type === "held") event.waitUntil(heldFor().then(answer));
  if (type === "seen" && Array.isArray(paths)) event.waitUntil(keepPublic(paths));
});

// Anything that gets no answer here goes to the network as if this script were not there.
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.waitUntil(release.letOthersGo());
    // What leads to a provider or comes from one is the server's own to answer, and no page of ours.
    if (!url.pathname.startsWith("/api/") && !url.pathname.startsWith("/sign-in/")) event.respondWith(release.page(request));
  } else if (release.isFile(url)) {
    event.respondWith(release.file(request));
  } else if (isPicture(url)) {
    event.respondWith(pictureAnswer(event));
  } else if (isPublic(request, url)) {
    event.respondWith(publicAnswer(event));
  }
});
