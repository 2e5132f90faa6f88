/**
 * What is needed of a TrueType file so that words in a real text box stand exactly on the words
 * the canvas paints. Used by environment.js and boot.js.
 */

function tableAt(view, wanted) {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(entry + k)));
    if (tag === wanted) return view.getUint32(entry + 8);
  }
  return null;
}

/** Height of a line (ascent to descent) in ems; 1 when the file cannot be read. */
export function fontFactor(bytes) {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const hhea = tableAt(view, "hhea");
    const head = tableAt(view, "head");
    const factor = (view.getInt16(hhea + 4) - view.getInt16(hhea + 6)) / view.getUint16(head + 18);
    return factor > 0.5 && factor < 3 ? factor : 1;
  } catch {
    return 1;
  }
}

/** The canvas draws at whole pixels of line height, so the CSS size follows that. */
export function fieldTextSize(pixels, factor) {
  return Math.round(pixels * factor) / factor;
}
