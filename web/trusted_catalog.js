/**
 * The catalogue that this page may go by, and what becomes of a page whose catalogue may not be trusted: the release that
 * the service worker has kept goes on in its place, or the server's plain page does. Used by boot.js and updates.js.
 */
import { acceptedRelease, acceptRelease } from "./accepted_release.js";
import { readCatalog } from "./plugin_loader.js";
import { releaseKeys } from "./release_keys.js";
import { cameAt, openCatalog } from "./signed_catalog.js";

const boot = new URL(import.meta.url).pathname;
const patience = 3000; // ms for a worker to answer

/** Asks a service worker. @returns {Promise<any>} undefined when there is none or it says nothing */
export function askWorker(worker, message) {
  if (!worker) return Promise.resolve(undefined);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, patience);
    worker.postMessage({ boot, ...message }, [port2]);
  });
}

const controller = () => navigator.serviceWorker?.controller;

/** @param {Response} response catalog.json's @returns {Promise<object>} for PluginLoader; a CatalogRefusal otherwise */
export async function trustedCatalog(response) {
  const [text, accepted] = await Promise.all([response.text(), acceptedRelease()]);
  const by = { ring: releaseKeys, now: cameAt(response), accepted };
  const catalog = await openCatalog(text, by).catch(async (error) => {
    // What the worker itself keeps was looked at when it came; a newer page has been here since, and has not been chosen.
    if (error.reason !== "older" || !(await askWorker(controller(), { type: "whose" }))) throw error;
    return openCatalog(text, { ...by, accepted: 0 });
  });
  await acceptRelease(catalog.release);
  return readCatalog(catalog);
}

/** @returns {Promise<boolean>} whether the kept release comes in this page's place, which is then loaded anew */
export async function goOnWithKept(reason) {
  if (await askWorker(controller(), { type: "hold", reason }) !== true) return false;
  location.reload();
  return true;
}

/** Why the kept release stands in for the server's; empty when it does not. */
export const keptFor = async () => await askWorker(controller(), { type: "held" }) ?? "";
