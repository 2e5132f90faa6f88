/**
 * Takes out of Emscripten's module the functions that nobody calls: for every export of a main module it writes
 * one that looks the export up at its first call, but plugins find the exports themselves, and the page only calls
 * a few. Used by bundle.mjs, before the scripts are made smaller.
 */

// var _name=(a0,a1)=>(_name=Module["_name"]=wasmExports["name"])(a0,a1);  what the page calls has `Module` in it.
const wrapper = /var ([\w$]+)=(?:\([\w,]*\)|\w+)=>\(\1=wasmExports\["[^"]+"\]\)\([\w,]*\);/g;

/** @param {string} code of app.mjs @returns {string} the same without the wrappers that stand there for nobody */
export function dropUnusedWrappers(code) {
  const uses = new Map();
  for (const [name] of code.matchAll(/[\w$]+/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const ownUses = 2; // its declaration, and where it replaces itself
  return code.replace(wrapper, (whole, name) => (uses.get(name) === ownUses ? '' : whole));
}
