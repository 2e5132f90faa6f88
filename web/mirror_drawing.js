/**
 * The drawing of a chart on the plain page, where nothing is painted: app/ui/sketch_text.cpp writes it as SVG's path
 * data, the size first and then a line for each stroke. Its name and the table beside it say the same, so it is for
 * the eye alone. Called by mirror_elements.js for each picture's value.
 */
import { counters } from "./dom.js";

const svg = (tag, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

// "line accent 3 M0 0L5 5" or "fill green 0 M…Z"; anything else draws nothing.
function strokeOf(text) {
  const [, kind, ink, size, d] = /^(fill|line) ([a-z]+) (\d+) (M[\d MLaZ-]+)$/.exec(text) ?? [];
  return d ? [svg("path", { class: `drawn-${kind} drawn-${ink}`, "stroke-width": size, d })] : [];
}

/** Shows the drawing that `value` describes in `element`, or none. */
export function showDrawing(element, value) {
  const [, width, height, strokes] = /^(\d+) (\d+)\n([^]*)$/.exec(value) ?? [];
  if (width) {
    const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" });
    picture.append(...strokes.split("\n").flatMap(strokeOf));
    element.replaceChildren(picture);
  } else if (element.firstChild) {
    element.replaceChildren();
  } else {
    return;
  }
  counters.mutations++;
}
