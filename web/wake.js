/**
 * Notices when somebody looks at the page again, the network is back, or the page is about to go, and
 * tells the application, which may then have something to fetch or send. There is no polling. Used by
 * application.js; the numbers are those of app/client/woken.hpp.
 */

const Woken = { Looked: 0, Online: 1, Returned: 2, Leaving: 3 };
const sameLook = 500; // ms: focus and visibility tell of the same look

export class Wake {
  /** @param {(kind: number) => void} woken */
  constructor(woken) {
    this.woken = woken;
    this.lookedAt = -Infinity;
    addEventListener("focus", () => this.looked());
    addEventListener("online", () => woken(Woken.Online));
    addEventListener("pageshow", (event) => { if (event.persisted) woken(Woken.Returned); });
    addEventListener("pagehide", () => woken(Woken.Leaving));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.looked();
      else woken(Woken.Leaving);
    });
  }

  looked() {
    const now = performance.now();
    if (now - this.lookedAt > sameLook) this.woken(Woken.Looked);
    this.lookedAt = now;
  }
}
