/**
 * The files a person has chosen, until the application takes each by its token, once. What is never
 * taken is let go of when enough others have come. Used by mirror_events.js and network.js.
 */

const mostHeld = 20;
const held = new Map(); // token → File
let last = 0;

/** @returns {string} the token */
export function holdPicked(file) {
  const token = `file-${++last}`;
  held.set(token, file);
  for (const old of [...held.keys()].slice(0, Math.max(0, held.size - mostHeld))) held.delete(old);
  return token;
}

/** @returns {File | undefined} */
export function takePicked(token) {
  const file = held.get(token);
  held.delete(token);
  return file;
}
