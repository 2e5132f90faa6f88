/**
 * What the tests of criteria want to know of a screen, gathered in one visit. Runs in the page, given to
 * page.evaluate(); in canvas view, so that places are those of what is painted.
 */
export function factsOfPage() {
  const shown = (element) => element.checkVisibility();
  const textOf = (element) => (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
  const main = document.querySelector('#mirror main');
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const targets = [...document.querySelectorAll('#mirror :is(a[href], button, input, select, textarea)')].filter(shown).map((element) => {
    const isMark = ['radio', 'checkbox'].includes(element.type);
    // On the canvas the whole card is pressed for its title.
    const card = element.matches('.card-title') ? element.closest('.card, li') : null;
    const { width, height } = (isMark ? element.parentElement : card ?? element).getBoundingClientRect();
    return { what: `${element.localName} "${textOf(isMark ? element.parentElement : element)}"`, width, height };
  });
  // What follows in the page stands below or beside what goes before it, never wholly above. On a map things stand
  // where they are in the world, and are read in the order of the list beside it.
  const misordered = [...document.querySelectorAll('#mirror .n:not(figure)')].flatMap((parent) => {
    const children = [...parent.children].filter((child) => child.classList.contains('n') && shown(child)).map((child) => [child, box(child)])
      .filter(([, { left, right, top, bottom }]) => right > left && bottom > top);
    return children.slice(1).filter(([, now], at) => {
      const before = children[at][1];
      return now.bottom <= before.top + 1 && now.left < before.right - 1;
    }).map(([child]) => textOf(child).slice(0, 60));
  });
  return {
    lang: document.documentElement.lang,
    langs: [...document.querySelectorAll('#mirror [lang]')].map((element) => element.lang),
    images: [...document.querySelectorAll('#mirror [role=img], #mirror img:not(.drawn, .beside)')].map((element) => element.getAttribute('alt') || (element.getAttribute('aria-label') ?? '')),
    titles: [...document.querySelectorAll('[title], [accesskey], [draggable=true]')].length,
    links: main ? [...main.querySelectorAll('a[href]')].filter(shown).map((element) => ({ text: textOf(element), href: element.getAttribute('href') })) : [],
    help: [...document.querySelectorAll('#mirror :is(header, footer) a')].map(textOf),
    headings: [...document.querySelectorAll('#mirror :is(h1, h2, h3, h4, h5, h6)')].map(textOf),
    passwords: [...document.querySelectorAll('input[type=password], input[autocomplete=off]')].length,
    navigation: [...document.querySelectorAll('#mirror nav a')].length,
    targets,
    misordered,
  };
}
