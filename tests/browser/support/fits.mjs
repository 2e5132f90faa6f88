/**
 * Whether things have room where they stand. Both run in the page, given to page.evaluate(). Called by reflow.test.mjs and
 * own_fit.test.mjs.
 */

/** @returns {string[]} what scrolls sideways or sticks out */
export function misplaced() {
  const wrong = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) wrong.push(`the page is ${page.scrollWidth} px wide in ${innerWidth}`);
  for (const element of document.querySelectorAll('#mirror *')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.localName === 'option' || !element.checkVisibility()) continue;
    if (box.right > innerWidth + 0.5 || box.left < -0.5) {
      wrong.push(`${element.localName} "${element.textContent.slice(0, 30)}" from ${box.left} to ${box.right}`);
    }
  }
  return wrong;
}

/** @returns {string[]} what is too small to be pressed */
export function tooSmall() {
  const isMark = (element) => ['radio', 'checkbox'].includes(element.type);
  return [...document.querySelectorAll('#mirror a[href], #mirror button, #mirror input, #mirror select, #mirror textarea')]
    .map((element) => [element, (isMark(element) ? element.parentElement : element).getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([element, box]) => `${element.localName} "${element.textContent.slice(0, 30)}" ${box.width} x ${box.height}`);
}
