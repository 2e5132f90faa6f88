/**
 * Carries bytes and words from JavaScript into the module's memory. Used by every caller of an
 * exported C function. The memory is given back after the call, unless the module keeps it.
 */

const encoder = new TextEncoder();

/** @returns the address of a copy of `bytes` that the module now owns */
export function copyIn(module, bytes) {
  const address = module._malloc(Math.max(1, bytes.length));
  if (address === 0) throw new Error("The application has no memory left.");
  module.HEAPU8.set(bytes, address); // read after malloc: memory may have grown
  return address;
}

/** @returns the words at an address, up to their zero */
export function textAt(module, address) {
  const end = module.HEAPU8.indexOf(0, address);
  return new TextDecoder().decode(module.HEAPU8.subarray(address, end));
}

/** Calls `use(address, length, …)` with each text or byte array copied into memory for the call. */
export function withBytes(module, values, use) {
  const copies = values.map((value) => (typeof value === "string" ? encoder.encode(value) : value));
  const addresses = copies.map((bytes) => copyIn(module, bytes));
  try {
    return use(...copies.flatMap((bytes, i) => [addresses[i], bytes.length]));
  } finally {
    for (const address of addresses) module._free(address);
  }
}
