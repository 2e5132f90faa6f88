/**
 * Loads the application's WebAssembly while it arrives, and gives back its module together with
 * what it offers to plugins. Used by boot.js. Fails by rejecting; the page is then left as it is.
 */
import { assets } from "./assets.js";
import { textAt } from "./memory.js";

/** True when the browser has what the application cannot do without. */
export function canRunWebAssembly() {
  return typeof WebAssembly === "object" && typeof WebAssembly.instantiateStreaming === "function";
}

/** True when this browser gives a WebGL2 context; asked on a canvas that is thrown away. */
export function hasWebGl2() {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

function fingerprintOf(module) {
  if (!module._alongside_fingerprint) return null;
  return textAt(module, module._alongside_fingerprint());
}

/** @param {object} host called by the application @param {HTMLCanvasElement} canvas */
export async function loadApplication(host, canvas) {
  const response = fetch(assets.wasm); // together with the script, not after it
  response.catch(() => {}); // awaited below; if the script fails first, this is not another error
  const { default: createModule } = await import(assets.app);
  const loaded = { imports: {}, exports: {} };
  const modules = new Map(); // plugins' bytes by the file that dlopen is asked for, until it has taken them
  const module = await new Promise((resolve, reject) => {
    const instantiateWasm = (imports, receive) => {
      WebAssembly.instantiateStreaming(response, imports).then(({ instance, module: compiled }) => {
        loaded.imports = imports.env ?? {};
        loaded.exports = instance.exports;
        receive(instance, compiled);
      }).catch(reject);
      return {};
    };
    createModule({ host, canvas, modules, locateFile: (file) => file, instantiateWasm, onAbort: reject }).then(resolve, reject);
  });
  return {
    module,
    fingerprint: fingerprintOf(module),
    offers: (name) => name in loaded.exports || name in loaded.imports,
    keep: (id, bytes) => modules.set(`/plugins/${id}.wasm`, bytes),
  };
}
