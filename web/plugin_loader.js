/**
 * Fetches a plugin's module and lets the application open it only when it is exactly the file the
 * catalogue describes: size, SHA-256 and the functions it needs. The checked bytes themselves go
 * into the application's file system; nothing is fetched a second time. Used by host.js.
 */

const idPattern = /^[a-z][a-z0-9_]{0,63}$/;
const mostBytes = 4 * 1024 * 1024;
// What the dynamic loader itself gives to each module.
const givenByLoader = new Set([
  "memory", "__indirect_function_table", "__stack_pointer", "__memory_base", "__table_base",
]);

class Refusal extends Error {
  /** @param {"network"|"tampered"|"incompatible"|"broken"|"insecure"} reason */
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

/** Reads catalog.json. @returns {{fingerprint: string, plugins: object[]}} */
export function readCatalog(json) {
  const { fingerprint, plugins } = json ?? {};
  if (typeof fingerprint !== "string" || !Array.isArray(plugins)) throw new Error("catalogue is malformed");
  for (const { id, file, bytes, sha256, imports } of plugins) {
    const good = idPattern.test(id) && /^\/plugins\/[\w.-]+\.wasm$/.test(file) && Number.isInteger(bytes)
      && bytes <= mostBytes && /^[0-9a-f]{64}$/.test(sha256) && Array.isArray(imports);
    if (!good) throw new Error("catalogue has a malformed entry");
  }
  return { fingerprint, plugins };
}

/** The catalogue as app/client/catalog.hpp reads it: one plugin a line, ten columns. */
export function catalogLines({ plugins }) {
  const clean = (text) => String(text ?? "").replace(/[\t\n]/g, " ");
  const pairs = (takes) => Object.entries(takes ?? {}).map(([intent, route]) => `${intent}=${route}`).join(",");
  const beside = (it) => (it ? [it.at, it.to, it.name.en, it.name.cy] : []);
  return plugins.map(({ id, hue, icon, order, nav, about, routes, takes, beside: under }) => [
    id, hue, icon, order, nav?.en, nav?.cy, about?.en, about?.cy, (routes ?? []).join(","), pairs(takes),
    ...beside(under),
  ].map(clean).join("\t")).join("\n");
}

async function fetchBytes(entry) {
  let response;
  try {
    response = await fetch(entry.file, { redirect: "error" });
  } catch (error) {
    throw new Refusal("network", String(error));
  }
  if (!response.ok) throw new Refusal("network", `status ${response.status}`);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new Refusal("network", String(error));
  }
}

async function checkContent(entry, bytes) {
  if (!globalThis.crypto?.subtle) throw new Refusal("insecure", "the page was not loaded over https");
  if (bytes.length !== entry.bytes) throw new Refusal("tampered", `${bytes.length} bytes instead of ${entry.bytes}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== entry.sha256) throw new Refusal("tampered", "SHA-256 differs");
}

/** Every import must be announced by the catalogue and be there in the application. */
export function checkImports(entry, wasm, offers) {
  const own = new Set(WebAssembly.Module.exports(wasm).map(({ name }) => name));
  const announced = new Set(entry.imports);
  for (const { module, name } of WebAssembly.Module.imports(wasm)) {
    if (!announced.has(`${module}.${name}`)) throw new Refusal("incompatible", `unannounced import ${module}.${name}`);
    if (!givenByLoader.has(name) && !own.has(name) && !offers(name)) {
      throw new Refusal("incompatible", `the application has no ${name}`);
    }
  }
}

async function compile(bytes) {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new Refusal("broken", String(error));
  }
}

export class PluginLoader {
  /**
   * @param {object} app fingerprint (or null when it has none) · offers(name): whether it has a
   *   symbol · keep(id, bytes): puts the module where dlopen finds it
   */
  constructor(app, catalog, done) {
    this.app = app;
    this.catalog = catalog;
    this.done = done; // (id, ok, reason)
    this.pending = 0;
  }

  async load(id) {
    this.pending++;
    let reason = "";
    try {
      await this.loadChecked(id);
    } catch (error) {
      reason = error.reason ?? "broken";
      console.warn(`Plugin ${id} was refused (${reason}): ${error.message}`);
    }
    this.pending--;
    this.done(id, reason === "", reason);
  }

  async loadChecked(id) {
    const entry = this.catalog.plugins.find((plugin) => plugin.id === id);
    if (!entry) throw new Refusal("incompatible", "not in the catalogue");
    const { fingerprint } = this.app;
    if (fingerprint !== null && fingerprint !== this.catalog.fingerprint) {
      throw new Refusal("incompatible", `built for ${this.catalog.fingerprint}, this is ${fingerprint}`);
    }
    const bytes = await fetchBytes(entry);
    await checkContent(entry, bytes);
    checkImports(entry, await compile(bytes), this.app.offers);
    this.app.keep(id, bytes);
  }
}
