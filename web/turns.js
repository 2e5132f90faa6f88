/**
 * Turns: one tab at a time talks to the council, by Web Locks. A browser keeps no page with a lock in its
 * page cache, so locks are let go when the page is left and taken again when it comes back; what
 * happens between is caught by the store (Expect). Without Web Locks turns are within this tab only.
 * Used by host.js; the application's side is app/client/sync/turns_web.cpp.
 */

const lockName = (name) => `alongside.${name}`;

// Stands in where a browser has no locks: whoever asks is given it, in order, within this tab.
class TabLocks {
  constructor() { this.tails = new Map(); }

  request(name, { signal }, hold) {
    const before = this.tails.get(name) ?? Promise.resolve();
    const now = before.then(() => (signal.aborted ? undefined : hold()));
    this.tails.set(name, now.catch(() => {}));
    return now;
  }
}

export class Turns {
  /** @param {(name: string) => void} granted never before take() has returned */
  constructor(granted, locks = navigator.locks ?? new TabLocks()) {
    this.granted = granted;
    this.locks = locks;
    this.asked = []; // in order: {name, told, release, abort}
    addEventListener("pagehide", () => this.letGo());
    addEventListener("pageshow", (event) => { if (event.persisted) this.takeAgain(); });
  }

  /** @param {number} command 0 take, 1 end */
  command(command, name) {
    if (command === 0) this.take(name);
    else this.end(name);
  }

  take(name) {
    const turn = { name, told: false, release: null, abort: null };
    this.asked.push(turn);
    this.ask(turn);
  }

  ask(turn) {
    const abort = new AbortController();
    turn.abort = abort;
    this.locks.request(lockName(turn.name), { signal: abort.signal }, () => this.hold(turn, abort)).catch((error) => {
      if (error?.name !== "AbortError") this.grant(turn); // no locks here after all
    });
  }

  hold(turn, abort) {
    if (abort.signal.aborted || !this.asked.includes(turn)) return undefined;
    return new Promise((resolve) => {
      turn.release = resolve;
      this.grant(turn);
    });
  }

  grant(turn) {
    if (turn.told) return;
    turn.told = true;
    this.granted(turn.name);
  }

  end(name) {
    const at = this.asked.findIndex((turn) => turn.told && turn.name === name);
    if (at < 0) return;
    const [turn] = this.asked.splice(at, 1);
    this.drop(turn);
  }

  drop(turn) {
    turn.abort.abort();
    turn.release?.();
    turn.release = null;
  }

  letGo() {
    for (const turn of this.asked) this.drop(turn);
  }

  takeAgain() {
    for (const turn of this.asked) this.ask(turn);
  }
}
