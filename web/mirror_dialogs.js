/**
 * Opens the dialogs of the tree and makes everything behind them inert. show() is used, not
 * showModal(): a modal dialog would make the canvas deaf, and the canvas is where mouse and touch
 * arrive. Called by mirror.js after the children of a patch are in place.
 */
import { setAttribute } from "./dom.js";
import { firstFocusable, focusOn } from "./mirror_focus.js";

export class Dialogs {
  /** @param {Element} container the mirror @param {Element[]} outside what is in these gets inert, but for the way out */
  constructor(container, outside) {
    this.container = container;
    this.outside = outside;
    this.open = []; // {record, opener}, the topmost last
    this.inert = new Set();
  }

  top() { return this.open.at(-1)?.record ?? null; }
  openerOf(record) { return this.open.find((dialog) => dialog.record === record)?.opener ?? null; }

  /** @param {object[]} records of all dialogs now in the tree, in tree order */
  update(records, opener) {
    const before = this.top();
    this.open = this.open.filter(({ record }) => records.includes(record));
    for (const record of records) {
      if (!this.open.some((dialog) => dialog.record === record)) this.show(record, opener);
    }
    if (this.top() !== before || this.open.length > 0) this.coverRest();
    return this.top() !== before && this.top() !== null;
  }

  show(record, opener) {
    this.open.push({ record, opener });
    const heading = record.element.querySelector("h1, h2, h3, h4, h5, h6");
    if (heading && !record.fields.name) {
      heading.id = `t-${record.id.toString(36)}`;
      setAttribute(record.element, "aria-labelledby", heading.id);
    }
    // The attribute, not show(): show() would move focus before the rest is inert.
    setAttribute(record.element, "open", true);
  }

  /** Puts focus into the topmost dialog unless it is there already. */
  enter() {
    const element = this.top()?.element;
    if (!element || element.contains(document.activeElement)) return;
    focusOn(firstFocusable(element) ?? element, { preventScroll: true });
  }

  // Everything that is neither the dialog, nor in it, nor around it.
  coverRest() {
    const wanted = new Set();
    const top = this.top()?.element;
    if (top) {
      for (const element of this.outside) for (const tool of element.children) if (tool.id !== "leave") wanted.add(tool);
      for (let at = top; at !== this.container && at.parentElement; at = at.parentElement) {
        for (const sibling of at.parentElement.children) if (sibling !== at) wanted.add(sibling);
      }
    }
    for (const element of this.inert) if (!wanted.has(element)) setAttribute(element, "inert", false);
    for (const element of wanted) setAttribute(element, "inert", true);
    this.inert = wanted;
  }
}
