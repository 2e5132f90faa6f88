/**
 * The keyboard alone: the first two stops, every stop on every screen, no trap, nothing happens by
 * focus alone; titles, headings, and links that are left to the browser when it is asked to.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screens, serviceAddress } from './support/screens.mjs';
import { browserSuite, isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const titles = new Map();

// Runs in the page: everything a person can come to with Tab (a group of radios is one stop).
function tabStops() {
  const isFirstOfUnchosen = (element) => !document.querySelector(`input[name="${element.name}"]:checked`)
    && element === document.querySelector(`input[name="${element.name}"]`);
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((element) => !element.disabled && element.tabIndex >= 0 && element.checkVisibility() && !element.closest('[inert]'))
    .filter((element) => element.type !== 'radio' || element.checked || isFirstOfUnchosen(element));
  stops.forEach((element, index) => { element.dataset.stop = index; });
  return stops.length;
}

function focusedNow() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { stop: element.dataset.stop ?? `unexpected ${element.outerHTML.slice(0, 120)}`, inView, skip: element.matches('a[href^="#"]'), hasParts: element.type === 'date' };
}

async function walk(app, key) {
  const visited = [];
  for (let presses = 0; presses < 400; presses++) {
    await app.page.keyboard.press(key);
    await app.settled();
    const now = await app.page.evaluate(focusedNow);
    if (now === null || (visited.length > 0 && now.stop === visited[0].stop)) return visited;
    // A date field of the browser's own is one stop of ours with several of its own inside: day, month, year.
    if (now.hasParts && now.stop === visited.at(-1)?.stop) continue;
    visited.push(now);
  }
  return assert.fail('Tab never leaves the page: a trap');
}

test('the first two stops are "Skip to main content" and "Plain page"', async () => {
  await suite.withApp('/', {}, async (app) => {
    const names = [];
    for (let stop = 0; stop < 2; stop++) {
      await app.press('Tab');
      names.push(await app.page.evaluate(() => document.activeElement.innerText.trim()));
    }
    assert.deepEqual(names, ['Skip to main content', 'Plain page']);
  });
});

test('"Skip to main content" goes to the main part', async () => {
  await suite.withApp('/', {}, async (app) => {
    await app.press('Tab');
    await app.press('Enter');
    await app.press('Tab');
    assert.equal(await app.page.evaluate(() => document.activeElement.closest('main') !== null), true);
  });
});

// Both faces of each screen in `test long`; else they take turns.
const faces = ['canvas', 'plain'];

for (const [at, screen] of screens().entries()) {
  for (const view of isLong ? faces : [faces[at % 2]]) {
    test(`Tab reaches everything on ${screen.name} and leaves again (${view})`, async () => {
      await suite.withSharedApp(screen.path, { settings: { view } }, async (app) => {
        await app.see('heading', screen.heading);
        const before = [app.route(), await app.title()];
        const expected = await app.page.evaluate(tabStops);
        const forward = await walk(app, 'Tab');
        assert.deepEqual(forward.map(({ stop }) => stop), [...Array(expected).keys()].map(String), 'in the order of the page');
        const hidden = forward.filter(({ inView }) => !inView);
        assert.deepEqual(hidden, [], 'what has the focus can be seen');
        if (view === 'plain') assert.equal((await walk(app, 'Shift+Tab')).length, expected, 'backward as well');
        assert.deepEqual([app.route(), await app.title()], before, 'focus alone changes nothing');
      });
    });
  }

  test(`${screen.name} has one first heading, none skipped, and a title of its own`, async () => {
    await suite.withSharedApp(screen.path, {}, async (app) => {
      await app.see('heading', screen.heading);
      const levels = await app.page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        .filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.localName[1])));
      assert.equal(levels.filter((level) => level === 1).length, 1);
      assert.equal(levels[0], 1);
      levels.forEach((level, at) => assert.ok(at === 0 || level <= levels[at - 1] + 1, `h${levels[at - 1]} then h${level}`));
      titles.set(screen.name, await app.title());
      assert.match(titles.get(screen.name), /Northmere/);
      assert.equal(await app.page.evaluate(() => document.querySelectorAll('main').length), 1);
    });
  });
}

test('2.4.3 a page whose feature has to be fetched first has the focus on its own heading when it is there', async () => {
  await suite.withApp('/', {}, async (app) => {
    for (const name of ['changes', 'rights', 'map', 'comments', 'requests', 'forecast', 'service']) {
      const screen = screens().find((each) => each.name === name);
      await app.goOn(screen.path);
      await app.see('heading', screen.heading);
      await app.settled();
      const on = await app.page.evaluate(() => [document.activeElement.localName, document.activeElement.textContent]);
      assert.deepEqual(on, ['h1', screen.heading], name);
    }
  });
});

test('the navigation says which part is open', async () => {
  for (const [path, name] of [['/', say('shell.nav.home')], ['/find', 'Find'], [serviceAddress, 'Find'], ['/money', 'Money'], ['/requests', 'Ask'], ['/say', 'Your say']]) {
    await suite.withSharedApp(path, {}, async (app) => {
      const current = await app.page.evaluate(() => [...document.querySelectorAll('nav [aria-current=page]')].map(({ textContent }) => textContent));
      assert.deepEqual(current, [name], path);
    });
  }
});

test('every screen has another title', () => {
  // Whatever a search asks and finds, it is the same screen.
  const searches = ['results', 'narrowed', 'nothing_found'];
  const others = [...titles].filter(([name]) => !searches.includes(name));
  const different = new Set(others.map(([, title]) => title));
  assert.equal(different.size, screens().length - searches.length, JSON.stringify([...titles]));
});

test('a link pressed with Control is left to the browser, which opens another tab', async () => {
  await suite.withApp('/', { settings: { view: 'plain' } }, async (app) => {
    const opened = app.context.waitForEvent('page');
    await app.find('link', say('shell.settings')).first().click({ modifiers: ['Control'] });
    const other = await opened;
    await other.waitForURL(`${suite.origin}/settings`);
    assert.equal(app.route(), '/', 'this tab stays where it is');
  });
});

test('a press that is let go elsewhere does nothing', async () => {
  await suite.withApp('/', { settings: { view: 'canvas' } }, async (app) => {
    const box = await app.find('link', say('shell.help')).first().boundingBox();
    await app.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await app.page.mouse.down();
    await app.settled();
    await app.page.mouse.move(5, 400);
    await app.page.mouse.up();
    await app.settled();
    assert.equal(app.route(), '/');
  });
});
