/**
 * What can go wrong with storage, in the application's numbers (StoreFault), and which of a browser's
 * many errors means what. Used by the storage modules.
 */

export const Fault = { None: 0, Full: 1, Unavailable: 2, Unexpected: 3, Failed: 4 };

/** An outcome that is decided: trying again would not change it. */
export class Refusal extends Error {
  constructor(fault, detail) {
    super(detail);
    this.fault = fault;
  }
}

// The connection is gone, by the browser's doing or another tab's: a new one may well work.
const lostNames = new Set(["InvalidStateError", "UnknownError", "AbortError", "TransactionInactiveError", "TimeoutError"]);

export function isLost(error) {
  return lostNames.has(error?.name) || /connection|database (is )?clos/i.test(error?.message ?? "");
}

export function faultOf(error) {
  if (error instanceof Refusal) return error.fault;
  if (error?.name === "QuotaExceededError") return Fault.Full;
  if (error?.name === "SecurityError" || error?.name === "VersionError" || isLost(error)) return Fault.Unavailable;
  return Fault.Failed;
}
