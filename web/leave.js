/**
 * "Leave this site": covers the page at once, empties it, and puts another site in its place, so that nobody who
 * comes to the screen sees what was there. By the button, or by Shift three times (Escape would stop the other page's
 * loading). index.html loads it before anything is shown, as a script by itself: it works while the application is on
 * its way, when that never comes, and without a network. Without scripts the button is a plain link.
 *
 * Whoever has something to save listens to the event "leaving" and hands over a promise (application.js).
 */
(() => {
  const leftKey = "alongside.left"; // of this tab, until somebody comes here on purpose
  const timesShift = 3;
  const restBetween = 5000; // ms: slow hands have this long from one press to the next, as GOV.UK's have
  const timeToSave = 400; // ms at most; the page is covered by then
  const words = {
    title: ["Loading", "Llwytho"],
    once: ["Press Shift once more to leave this site.", "Pwyswch Shift unwaith eto i adael y safle."],
  };
  const html = document.documentElement;
  const { to } = document.currentScript.dataset;
  const inLanguage = (key) => words[key][html.lang === "cy" ? 1 : 0];
  let isLeaving = false, presses = 0, pressedAt = 0;

  function wasLeft() {
    try {
      return sessionStorage.getItem(leftKey) !== null;
    } catch {
      return false;
    }
  }

  function remember(left) {
    try {
      if (left) sessionStorage.setItem(leftKey, "");
      else sessionStorage.removeItem(leftKey);
    } catch {
      // Then Back may show the pages before this one again.
    }
  }

  function cover() {
    html.classList.add("left");
    document.querySelector("link[rel=icon]")?.remove();
    document.title = inLanguage("title");
  }

  // In the place of this page: Back does not come to it.
  const go = () => location.replace(to);

  function leave() {
    if (isLeaving) return void go();
    isLeaving = true;
    cover();
    remember(true);
    document.activeElement?.blur(); // a word that was still being composed is finished
    const saving = [];
    document.dispatchEvent(new CustomEvent("leaving", { detail: (promise) => saving.push(promise) }));
    document.body.replaceChildren();
    cover(); // what was saved may have drawn once more, and written its title
    history.replaceState(null, "", "/");
    if (saving.length === 0) return void go();
    const late = new Promise((done) => setTimeout(done, timeToSave));
    Promise.race([Promise.allSettled(saving), late]).then(go);
  }

  function count(next) {
    presses = next;
    const link = document.getElementById("leave");
    if (next > 0) link?.setAttribute("data-presses", next);
    else link?.removeAttribute("data-presses");
    const live = document.getElementById("live");
    if (next === timesShift - 1 && live) (live.firstElementChild ?? live).textContent = inLanguage("once");
  }

  // Any other key in between, also held together with it, means that Shift had another purpose.
  function keyPressed(event) {
    const isShift = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!isShift || html.dataset.leave !== "on") return void (presses > 0 && count(0));
    if (event.repeat) return;
    const isLate = event.timeStamp - pressedAt > restBetween;
    pressedAt = event.timeStamp;
    count(isLate ? 1 : presses + 1);
    if (presses >= timesShift) leave();
  }

  function chosen() {
    try {
      const { leave: choice } = JSON.parse(localStorage.getItem("alongside.settings") ?? "{}");
      return ["on", "button", "off"].includes(choice) ? choice : "on";
    } catch {
      return "on";
    }
  }

  html.dataset.leave = chosen(); // the application writes it anew when it is changed
  addEventListener("keydown", keyPressed, true);
  addEventListener("pointerdown", () => { if (presses > 0) count(0); }, true);
  addEventListener("click", (event) => {
    if (!event.target.closest?.("#leave")) return;
    event.preventDefault();
    leave();
  }, true);

  // Back to one of our pages of before: still not what somebody should see. On purpose is by address, link or bookmark.
  const goOn = () => { cover(); go(); };
  const cameBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  if (wasLeft() && cameBack) goOn();
  else remember(false);
  addEventListener("pageshow", (event) => { if (event.persisted && (isLeaving || wasLeft())) goOn(); });

  // A phone's keyboard and a pinch move what one sees of the page: the button stays in it.
  const seen = window.visualViewport;
  function follow() {
    const beneath = Math.max(0, Math.round(innerHeight - seen.height - seen.offsetTop));
    const beside = Math.max(0, Math.round(html.clientWidth - seen.width - seen.offsetLeft));
    const place = beneath + beside === 0 ? "" : `0 ${beside}px ${beneath}px 0`;
    const link = document.getElementById("leave");
    if (link && link.style.margin !== place) link.style.margin = place;
  }
  for (const type of ["resize", "scroll"]) seen?.addEventListener(type, follow);
})();
