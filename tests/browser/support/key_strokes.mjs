/**
 * Key presses in WebDriver's form, the same for BiDi and classic. Called by firefox.mjs and webkit.mjs.
 */
const named = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Control: '\uE009', ArrowDown: '\uE015', Delete: '\uE017' };

/** @param {string[]} given names of keys, or single characters; "Control+a" holds the first */
export function keyStrokes(given) {
  const actions = given.flatMap((each) => {
    const parts = each.length > 1 && each.includes('+') ? each.split('+') : [each];
    const held = parts.map((part) => named[part] ?? part);
    return [...held.map((value) => ({ type: 'keyDown', value })), ...held.toReversed().map((value) => ({ type: 'keyUp', value }))];
  });
  return [{ type: 'key', id: 'keyboard', actions }];
}

export function clickStrokes(x, y) {
  const actions = [{ type: 'pointerMove', x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }];
}
