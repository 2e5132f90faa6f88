/**
 * The product that axe looks at: screens × views × themes × words × widths, all of it, or so few cells that still
 * each two values of any two of them meet. And which addresses no screen stands for. Called by axe.test.mjs, axe_own.test.mjs and
 * product.test.mjs.
 */
export const factors = {
  view: ['canvas', 'plain'],
  theme: ['light', 'dark', 'contrast'],
  words: ['en', 'cy', 'easy'],
  width: [320, 768, 1280],
};

const names = Object.keys(factors);

/** Every cell of one screen, those of one width after each other: to measure the window anew takes longest. */
export function allCells() {
  const cells = names.reduce((some, name) => some.flatMap((cell) => factors[name].map((value) => ({ ...cell, [name]: value }))), [{}]);
  return cells.sort((a, b) => a.width - b.width);
}

/** Three cells of the screen with this number: over all screens, every two values meet. */
export function fewCells(number) {
  return [0, 1, 2].map((row) => ({
    view: factors.view[(row + number) % 2],
    theme: factors.theme[(row + Math.floor(number / 2)) % 3],
    words: factors.words[(row + Math.floor(number / 6)) % 3],
    width: factors.width[(row + Math.floor(number / 3)) % 3],
  }));
}

/** The pairs of values that `cells` leave out; each cell also has its `screen`. */
export function missingPairs(cells, screens) {
  const all = { ...factors, screen: screens };
  const missing = [];
  const keys = Object.keys(all);
  keys.forEach((one, at) => keys.slice(at + 1).forEach((other) => {
    for (const a of all[one]) {
      for (const b of all[other]) {
        if (!cells.some((cell) => cell[one] === a && cell[other] === b)) missing.push(`${one} ${a} with ${other} ${b}`);
      }
    }
  }));
  return missing;
}

// "/say/*" fits "/say/visit"; a page of its own goes before a pattern, a longer pattern before a shorter one.
function routeOf(path, routes) {
  const asked = path.split('?')[0];
  const fits = routes.filter((route) => route === asked || (route.endsWith('/*') && asked.startsWith(route.slice(0, -1))));
  return fits.sort((a, b) => b.length - a.length).find((route) => route === asked) ?? fits[0];
}

/** The addresses (patterns too) that no screen is an example of; a screen whose path is a pattern is one of it. */
export function leftOut(routes, screens) {
  const seen = new Set(screens.map(({ path }) => routeOf(path, routes)));
  return routes.filter((route) => !seen.has(route));
}
