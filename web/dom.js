/**
 * Small writers that touch the document only when something differs, and count when they do, so
 * that an unchanged screen costs no DOM mutation. Used by the mirror's modules.
 */

/** How many writes were made; read by tests and benches through window.alongside. */
export const counters = { mutations: 0 };

export function setAttribute(element, name, value) {
  if (value === null || value === "" || value === false) {
    if (!element.hasAttribute(name)) return;
    element.removeAttribute(name);
  } else {
    const text = value === true ? "" : String(value);
    if (element.getAttribute(name) === text) return;
    element.setAttribute(name, text);
  }
  counters.mutations++;
}

export function setProperty(element, name, value) {
  if (element[name] === value) return;
  element[name] = value;
  counters.mutations++;
}

/** Words are always text, never markup. */
export function setText(element, text) {
  if (element.textContent !== text) writeText(element, text);
}

/** The same where it is known that the words are others: reading them costs more than writing. */
export function writeText(element, text) {
  const only = element.firstChild;
  if (text && only && only.nodeType === Node.TEXT_NODE && !only.nextSibling) only.data = text;
  else element.textContent = text;
  counters.mutations++;
}

/** A new element with attributes, not yet in the page. */
export function make(tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  return element;
}

/** A file that the application made on this device, as its address; shown by no browser as a page. */
export const ownFile = "data:text/csv;charset=utf-8,";
export const ownFileName = "alongside.csv"; // says nobody's

/** The address when it is one a person may follow, else null. */
export function safeHref(href) {
  if (!href) return null;
  if (href.startsWith(ownFile)) return href;
  try {
    const url = new URL(href, location.origin);
    return ["http:", "https:", "tel:", "sms:", "mailto:"].includes(url.protocol) ? href : null;
  } catch {
    return null;
  }
}

/** True for an address inside this application. */
export function isOwnAddress(href) {
  try {
    const url = new URL(href, location.origin);
    return url.origin === location.origin;
  } catch {
    return false;
  }
}

/** A picture of this server's own, or "". */
export function pictureAddress(address) { return /^\/(api\/[\w./-]+|illustrations\/[a-z]+\.svg)$/.test(address) ? address : ""; }
