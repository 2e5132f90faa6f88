/**
 * Says kindly that the application is not coming, or has stopped, and leaves a page that still
 * helps: the one the server wrote works by plain links and forms. Used by boot.js.
 */
import { refusal, sentence } from "./page_words.js";

const simpleKey = "alongside.simple";

/** True when the person chose the simple page after something broke (for this tab only). */
export function wantsSimplePage() {
  try {
    return sessionStorage.getItem(simpleKey) === "1";
  } catch {
    return false;
  }
}

function rememberSimple(simple) {
  try {
    if (simple) sessionStorage.setItem(simpleKey, "1");
    else sessionStorage.removeItem(simpleKey);
  } catch {
    // Then the link is only a link to this page.
  }
}

function say(progress, words, link) {
  progress.classList.add("problem");
  progress.textContent = words;
  if (link) progress.append(" ", link);
}

// A link to this same page that chooses which of the two pages it becomes.
function pageLink(words, simple) {
  const link = document.createElement("a");
  link.href = location.pathname + location.search;
  link.textContent = words;
  link.addEventListener("click", () => rememberSimple(simple));
  return link;
}

// Without the application there is no other face to switch to.
function leaveStatic(page) {
  document.body.classList.remove("waiting", "canvas");
  document.body.classList.add("plain");
  page.switchButton.hidden = true;
}

/** @param {object} page elements of index.html @param {"staysStatic"|"notLoaded"} key */
export function stayStatic(page, key) {
  leaveStatic(page);
  say(page.progress, sentence(key), null);
}

/** @param {string} reason of a CatalogRefusal */
export function stayRefused(page, reason) {
  leaveStatic(page);
  say(page.progress, `${refusal(reason)} ${sentence("refusedHere")}`, null);
}

export function showSimplePage(page) {
  leaveStatic(page);
  say(page.progress, sentence("simpleNow"), pageLink(sentence("openFull"), false));
}

export function sayStopped(page) {
  leaveStatic(page);
  say(page.progress, sentence("stopped"), pageLink(sentence("openSimple"), true));
}
