/**
 * WCAG 2.2's criteria that a drawn page usually fails, each on every screen: the tests are named by the criterion.
 * Which criterion is tested where, also elsewhere, is in criteria.json; criteria.test.mjs counts them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOfPage } from '../support/facts.mjs';
import { screens } from '../support/screens.mjs';
import { browserSuite, isLong } from '../support/suite.mjs';
import { accessibilityTree } from '../support/tree.mjs';
import { say } from '../support/words.mjs';

const suite = browserSuite();
const canvas = { settings: { view: 'canvas' } };
const facts = new Map();

test('every screen is looked at', async () => {
  for (const screen of screens()) {
    await suite.withOpenApp(screen.path, canvas, async (app) => {
      await app.see('heading', screen.heading);
      facts.set(screen.name, await app.page.evaluate(factsOfPage));
    });
  }
});

function onEachScreen(check) {
  assert.ok(facts.size >= 20);
  for (const [name, found] of facts) check(found, name);
}

const only = (name) => screens().find((screen) => screen.name === name);

test('1.1.1 pictures: each that says something has a name', () => onEachScreen(({ images }, name) => {
  for (const image of images) assert.notEqual(image, '', name);
}));

test('1.3.2 order: what follows in the page never stands above what goes before it', () => onEachScreen(({ misordered }, name) => {
  assert.deepEqual(misordered, [], name);
}));

test('1.3.4 orientation: turned on its side the page says the same and does not scroll sideways', async () => {
  for (const name of ['home', 'results', 'settings']) {
    await suite.withOpenApp(only(name).path, canvas, async (app) => {
      await app.see('heading', only(name).heading);
      await app.resize(320, 640);
      const upright = await accessibilityTree(app, '#mirror main');
      await app.resize(640, 320);
      assert.deepEqual(await accessibilityTree(app, '#mirror main'), upright, name);
      assert.equal(await app.page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth), false);
    });
  }
});

test('1.4.4 and 1.4.10 text four times as large: painted so, and nothing scrolls sideways at 1280 or 320 px', async () => {
  const heightOfHeading = (app) => app.page.evaluate(() => {
    const heading = document.querySelector('#mirror h1').textContent;
    const runs = window.alongside.painted().split('\n').map((line) => line.split(' '));
    return Number(runs.find((run) => run.length > 4 && heading.startsWith(run.slice(4).join(' ')))[3]);
  });
  const usual = await suite.withOpenApp('/settings', canvas, async (app) => {
    await app.see('heading', say('shell.settings'));
    return heightOfHeading(app);
  });
  await suite.withOpenApp('/settings', { settings: { view: 'canvas', text: '400' } }, async (app) => {
    for (const width of [1280, 320]) {
      for (const name of ['home', 'find', 'money', 'settings']) {
        await app.goOn(only(name).path);
        await app.resize(width, 640);
        assert.equal(await app.page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth), false, `${name} at ${width}`);
      }
      assert.ok(await heightOfHeading(app) >= 4 * usual - 4);
    }
  });
});

test('1.4.13 nothing appears by pointing or by focus', () => onEachScreen(({ titles }, name) => {
  assert.equal(titles, 0, `${name}: an element with a title would show a tip`);
}));

test('2.1.4 no key does anything by itself', async () => {
  await suite.withOpenApp('/find?q=club', canvas, async (app) => {
    await app.see('button', say('local_offer.find.go'));
    const before = [app.route(), await accessibilityTree(app, '#mirror')];
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789/?.') await app.page.keyboard.press(key);
    await app.settled();
    assert.deepEqual([app.route(), await accessibilityTree(app, '#mirror')], before);
  });
});

test('2.4.4 links of the same words lead to the same place', () => onEachScreen(({ links }, name) => {
  const places = new Map();
  for (const { text, href } of links) {
    assert.notEqual(text, '', `${name}: a link without words to ${href}`);
    assert.equal(places.get(text) ?? href, href, `${name}: "${text}" leads to two places`);
    places.set(text, href);
  }
}));

test('2.4.5 every screen has the navigation, and home a search', () => {
  onEachScreen(({ navigation }, name) => assert.ok(navigation >= 5, name));
  assert.ok(facts.get('home').targets.some(({ what }) => what.startsWith(`button "${say('shell.home.search_go')}`)));
});

test('2.5.1 and 2.5.7 nothing has to be dragged or pinched: a drag on the canvas only scrolls', async () => {
  await suite.withOpenApp('/settings', canvas, async (app) => {
    await app.see('heading', say('shell.settings'));
    const before = await accessibilityTree(app, '#mirror');
    await app.page.mouse.move(180, 500);
    await app.page.mouse.down();
    await app.page.mouse.move(60, 200, { steps: 8 });
    await app.page.mouse.up();
    await app.settled();
    assert.deepEqual(await accessibilityTree(app, '#mirror'), before);
  });
});

test('2.5.8 everything to press is 48 px high', () => onEachScreen(({ targets }, name) => {
  const small = targets.filter(({ width, height }) => height < 48 || width < 40);
  assert.deepEqual(small, [], name);
}));

test('3.1.1 and 3.1.2 the page and each part in another language say which', () => {
  onEachScreen(({ lang, langs }, name) => {
    assert.equal(lang, 'en', name);
    for (const part of langs) assert.match(part, /^(en|cy)$/, name);
  });
  assert.ok(facts.get('settings').langs.includes('cy'), '"Cymraeg" is Welsh');
});

test('3.2.6 help is at the same place on every screen', () => onEachScreen(({ help }, name) => {
  const [first] = facts.values();
  assert.ok(help.some((words) => /^Ring /.test(words)), name);
  assert.deepEqual(help.filter((words) => /^Ring |^Help$/.test(words)), first.help.filter((words) => /^Ring |^Help$/.test(words)), name);
}));

test('3.3.1, 3.3.2 and 3.3.3 a mistake is said beside its field and in the summary, which has the focus', async () => {
  await suite.withApp('/find', canvas, async (app) => {
    await app.atClick(app.find('button', say('local_offer.narrow.title')));
    const age = app.find('textbox', say('local_offer.find.age'));
    await age.fill('200');
    await app.atClick(app.find('button', say('local_offer.find.go')));
    await app.main().getByRole('alert').waitFor({ state: 'attached' });
    const said = await age.evaluate((element) => ({
      invalid: element.getAttribute('aria-invalid'),
      told: element.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' '),
    }));
    assert.equal(said.invalid, 'true');
    assert.match(said.told, /25/, 'what would be right is said');
    assert.equal(await app.page.evaluate(() => document.activeElement.getAttribute('role')), 'alert');
  });
});

test('3.3.7 and 3.3.8 nothing forbids pasting, remembering or a password manager', () => onEachScreen(({ passwords }, name) => {
  assert.equal(passwords, 0, name);
}));

test('4.1.3 a message is said once, and not again when the page is drawn again', async () => {
  await suite.withApp('/find?q=club', canvas, async (app) => {
    await app.see('button', say('local_offer.find.go'));
    await app.atClick(app.find('button', say('local_offer.narrow.title')));
    await app.page.evaluate(() => {
      window.said = [];
      const regions = '[role=status], [aria-live]';
      new MutationObserver((records) => {
        const live = new Set(records.map(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest(regions)).filter(Boolean));
        for (const element of live) if (element.textContent.trim()) window.said.push(element.textContent.trim());
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await app.find('textbox', say('local_offer.find.age')).fill('8');
    await app.settled();
    await app.resize(500, 700);
    const said = (await app.page.evaluate(() => window.said)).filter((words) => / found/.test(words));
    assert.equal(said.length, 1, JSON.stringify(said));
  });
});

for (const scale of isLong ? [1, 1.25, 1.5, 2, 3] : [1.5]) {
  test(`bounds: with ${scale} device pixels to a CSS pixel, the mouse meets what the page says is there`, async () => {
    await suite.withApp('/settings', { ...canvas, deviceScaleFactor: scale }, async (app) => {
      await app.see('radio', say('shell.settings.appearance.dark'));
      for (const name of [say('shell.settings.appearance.dark'), say('shell.settings.appearance.light')]) {
        await app.mouseAt(app.find('radio', name));
        assert.ok(await app.find('radio', name).isChecked(), name);
      }
      await app.page.evaluate(() => scrollTo(0, 300));
      await app.settled();
      await app.mouseAt(app.find('radio', say('shell.settings.spacing.wide')));
      assert.ok(await app.find('radio', say('shell.settings.spacing.wide')).isChecked(), 'after a scroll');
    });
  });
}
