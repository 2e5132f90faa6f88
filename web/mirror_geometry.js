/**
 * Puts the mirror's elements where the canvas paints them: one style write for a moved node.
 * Rectangles are relative to the parent node, so scrolling and moving a card cost nothing for what
 * is inside. In plain view there is no geometry at all. Called by mirror.js.
 */
import { counters } from "./dom.js";

const pixels = (value) => `${Math.round(value * 100) / 100}px`;

function placed([x, y, width, height]) {
  return `left: ${pixels(x)}; top: ${pixels(y)}; width: ${pixels(width)}; height: ${pixels(height)};`;
}

// cssText through the object model is allowed by the page's strict CSP and is a single mutation.
function write(element, text) {
  if ((element.placedAt ?? "") === text) return;
  element.placedAt = text;
  element.style.cssText = text;
  counters.mutations++;
}

// Only real boxes are seen in canvas view; marks of choices are painted and lie under their label.
function ownBox(record) {
  return record.control !== record.element && record.fields.box ? record.control : null;
}

export function place(record) {
  if (record.fields.rect) write(record.element, placed(record.fields.rect));
  const control = ownBox(record);
  const [, , width = 0, height = 0] = record.fields.box ?? [];
  if (control) write(control, width > 0 && height > 0 ? placed(record.fields.box) : "");
}

export function unplace(record) {
  write(record.element, "");
  if (record.control !== record.element) write(record.control, "");
}

export function setHeight(container, height) { write(container, height === null ? "" : `height: ${pixels(height)};`); }
