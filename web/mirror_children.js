/**
 * Brings the children of one element into a new order with the fewest moves, and never moves the
 * child that contains focus: screen readers and keyboards lose their place when an element moves.
 * Called by mirror.js.
 */

/** Positions (into `values`) of a longest strictly increasing run, skipping negative values. */
export function longestIncreasing(values) {
  const tails = [];
  const before = new Array(values.length).fill(-1);
  for (let i = 0; i < values.length; i++) {
    if (values[i] < 0) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]] < values[i]) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1] : -1;
    tails[low] = i;
  }
  const run = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]) run.push(i);
  return run.reverse();
}

// Old positions of the wanted elements; -1 where one is new here, or where keeping it in place
// would force the focused one to move.
function oldPositions(slot, wanted, focused) {
  const positions = new Map();
  let index = 0;
  for (let at = slot.firstChild; at; at = at.nextSibling) positions.set(at, index++);
  const values = wanted.map((element) => positions.get(element) ?? -1);
  const pin = focused ? wanted.indexOf(focused) : -1;
  if (pin < 0 || values[pin] < 0) return values;
  return values.map((value, i) => {
    const keeps = i === pin || (i < pin ? value < values[pin] : value > values[pin]);
    return keeps ? value : -1;
  });
}

function put(slot, element, next) {
  // moveBefore keeps focus and selection where the browser has it; it needs both ends in the page.
  if (slot.moveBefore && slot.isConnected && element.isConnected) slot.moveBefore(element, next);
  else slot.insertBefore(element, next);
}

/**
 * @param {Element} slot the parent
 * @param {Element[]} wanted its children in their new order (after any fixed parts it begins with)
 * @param {Element|null} focused the wanted element that contains focus
 * @returns {number} how many elements were moved or inserted
 */
export function orderChildren(slot, wanted, focused = null) {
  const staying = new Set(longestIncreasing(oldPositions(slot, wanted, focused)));
  let moved = 0;
  let next = null;
  for (let i = wanted.length - 1; i >= 0; i--) {
    if (!staying.has(i)) {
      put(slot, wanted[i], next);
      moved++;
    }
    next = wanted[i];
  }
  return moved;
}
