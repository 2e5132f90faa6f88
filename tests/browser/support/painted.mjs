/**
 * Whether everything that the canvas paints is said by the page, and in its place: the runs of letters of the
 * last frame beside the elements of the mirror that hold words. Runs in the page, given to page.evaluate().
 */

/** @returns {{runs: number, unsaid: string[]}} how many were looked at, and those that no element covers */
export function paintedWords() {
  const air = 4; // CSS pixels
  const bare = (text) => text.replace(/\s+/g, '');
  const wordsOf = (element) => {
    if (element.matches('select')) return element.selectedOptions[0]?.label ?? '';
    if (element.matches('input, textarea')) return element.type === 'file' ? element.getAttribute('aria-label') ?? '' : element.value;
    return element.textContent;
  };
  const holders = [...document.querySelectorAll('#mirror :is(.ink, label, legend, caption, .hint, .error, input, select, textarea)')]
    .map((element) => {
      const { left, top, right, bottom } = element.closest('.n').getBoundingClientRect();
      return { words: bare(wordsOf(element)), left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
    });
  const runs = window.alongside.painted().split('\n').filter(Boolean).map((line) => {
    const [, x, y, width, height, words] = /^(\S+) (\S+) (\S+) (\S+) (.*)$/.exec(line);
    return { words, left: Number(x), top: Number(y), right: Number(x) + Number(width), bottom: Number(y) + Number(height) };
  });
  const covers = (holder, run) => holder.words.includes(bare(run.words)) && run.left >= holder.left - air && run.right <= holder.right + air
    && run.top >= holder.top - air && run.bottom <= holder.bottom + air;
  const unsaid = runs.filter((run) => !holders.some((holder) => covers(holder, run)));
  return { runs: runs.length, unsaid: unsaid.map(({ words, left, top }) => `"${words}" at ${left}, ${top}`) };
}
