/**
 * Reading as a person needs it, on both faces of the page: spacing of their own, a focus that can be seen, words
 * read aloud, easy read, lines of a length that can be followed, and the colours of their own device.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webglLive } from '../support/app.mjs';
import { paintedWords } from '../support/painted.mjs';
import { changedPixels } from '../support/pixels.mjs';
import { screens } from '../support/screens.mjs';
import { browserSuite, isLong } from '../support/suite.mjs';
import { say } from '../support/words.mjs';

const suite = browserSuite();
const canvas = { settings: { view: 'canvas' } };
// All of them take their time: the rest is in `test long`.
const looked = screens().filter(({ name }) => isLong || ['home', 'results', 'service', 'list', 'settings', 'privacy'].includes(name));

// The four properties of the criterion, as a person's own style sheet sets them.
const ownStyle = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
// Of a heading, which stands on one line however wide it gets.
const widthOfHeading = (app) => app.page.evaluate(() => Math.max(...window.alongside.painted().split('\n').filter((line) => / Settings$/.test(line)).map((line) => Number(line.split(' ')[2]))));

test('1.4.12 text spacing: what a person sets for every page, the canvas does too', async () => {
  await suite.withApp('/settings', canvas, async (app) => {
    await app.page.setViewportSize({ width: 1280, height: 800 });
    await app.settled();
    const before = await widthOfHeading(app);
    await app.page.addStyleTag({ content: ownStyle }).catch(() => {});
    await app.page.evaluate((style) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [sheet];
    }, ownStyle);
    await app.page.waitForFunction((usual) => window.alongside.painted().split('\n').some((line) => / Settings$/.test(line) && Number(line.split(' ')[2]) > usual * 1.15), before);
    await app.settled();
    assert.deepEqual((await app.page.evaluate(paintedWords)).unsaid, []);
  });
});

test('1.4.12 text spacing: with it no word is cut off on the plain page, and nothing scrolls sideways', async () => {
  await suite.withApp('/', { settings: { view: 'plain', spacing: 'wide' } }, async (app) => {
    for (const screen of looked) {
      await app.goOn(screen.path);
      await app.see('heading', screen.heading);
      const cut = await app.page.evaluate(() => [...document.querySelectorAll('#mirror .ink')].filter((element) => element.checkVisibility()
        && (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) && getComputedStyle(element).overflowX !== 'visible').map(({ textContent }) => textContent));
      assert.deepEqual(cut, [], screen.name);
      assert.equal(await app.page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth), false, screen.name);
    }
  });
});

test('"More space" in Settings is on the canvas at once, and everything painted is still in the page at 320 px', async () => {
  await suite.withApp('/settings', canvas, async (app) => {
    await app.resize(320, 700);
    await app.atClick(app.find('radio', say('shell.settings.spacing.wide')));
    for (const screen of looked) {
      await app.goOn(screen.path);
      await app.see('heading', screen.heading);
      assert.deepEqual((await app.page.evaluate(paintedWords)).unsaid, [], screen.name);
      assert.equal(await app.page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth), false, screen.name);
    }
  });
});

test('2.4.7 the focus is seen: what has it looks different on the canvas, all round', async () => {
  await suite.withApp('/settings', canvas, async (app) => {
    for (const [role, name] of [['radio', say('shell.settings.appearance.dark')], ['link', 'Home'], ['checkbox', say('shell.settings.aloud')]]) {
      const target = app.find(role, name).first();
      await app.page.evaluate(() => document.activeElement.blur());
      await target.scrollIntoViewIfNeeded();
      await app.settled();
      const without = await app.page.screenshot();
      await app.page.keyboard.press('Control'); // a key, so that the focus is shown; Shift three times leaves
      await target.focus();
      await app.settled();
      const withFocus = await app.page.screenshot();
      const { x, y, width, height } = await target.boundingBox();
      const part = { x: Math.floor(x) - 8, y: Math.floor(y) - 8, width: Math.ceil(width) + 16, height: Math.ceil(height) + 16 };
      const changed = await changedPixels(app.page, without, withFocus, part);
      const least = role === 'link' ? 2 * 2 * (width + height) : 2 * 4 * 28;
      assert.ok(changed >= least, `${role} "${name}": ${changed} pixels changed, ${Math.round(least)} wanted`);
    }
  });
});

test('2.4.11 the bar that reads aloud covers nothing that has the focus, and the end of the page can be read', async () => {
  for (const view of ['canvas', 'plain']) {
    await suite.withApp('/settings', { settings: { view, aloud: 'on' }, viewport: { width: 360, height: 500 } }, async (app) => {
      const bar = await app.page.locator('#aloud').boundingBox();
      for (let stop = 0; stop < 30; stop++) {
        await app.press('Tab');
        const box = await app.page.evaluate(() => {
          const element = document.activeElement;
          if (element === document.body || element.closest('#tools')) return null;
          const { left, right, bottom } = element.getBoundingClientRect();
          return { left, right, bottom };
        });
        if (box) assert.ok(box.bottom <= bar.y + 1 || box.left >= bar.x + bar.width || box.right <= bar.x, `${view}: stop ${stop} ends at ${box.bottom}, the bar begins at ${bar.y}`);
      }
      await app.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await app.settled();
      const last = await app.page.locator('#mirror footer a').last().boundingBox();
      assert.ok(last.y + last.height <= bar.y + 1, `${view}: the last link ends at ${last.y + last.height}`);
    });
  }
});

// The device's voice, which a test machine has not: it notes what it is given, and says when it has done.
function voice() {
  const spoken = [];
  const made = class { constructor(text) { this.text = text; } };
  const voices = [{ lang: 'en-GB' }, { lang: 'cy-GB' }];
  window.spoken = spoken;
  window.SpeechSynthesisUtterance = made;
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => voices,
    cancel() { this.now = null; },
    speak(utterance) {
      spoken.push({ text: utterance.text, lang: utterance.lang });
      this.now = utterance;
      window.ended = () => utterance.onend();
    },
  } });
}

async function withVoice(view, path, work) {
  await suite.withApp('/help', { settings: { view, aloud: 'on' } }, async (app) => {
    await app.page.addInitScript(voice);
    await app.go(path);
    await work(app, () => app.page.evaluate(() => window.spoken));
  });
}

for (const view of ['canvas', 'plain']) {
  test(`read aloud: nothing by itself; from where the person is, block by block, each in its language (${view})`, async () => {
    await withVoice(view, '/settings', async (app, spoken) => {
      assert.deepEqual(await spoken(), []);
      await app.find('radio', 'Cymraeg').focus();
      await app.page.locator('#aloud-read').click();
      assert.deepEqual(await spoken(), [{ text: 'Cymraeg', lang: 'cy' }]);
      assert.ok(await app.page.locator('#aloud-mark.reading').isVisible(), 'what is read is marked');
      await app.page.evaluate(() => window.ended());
      assert.deepEqual((await spoken()).at(-1), { text: say('shell.settings.language.welsh_hint'), lang: 'en-GB' });
      await app.page.locator('#aloud-next').click();
      assert.equal((await spoken()).length, 3);
      await app.page.locator('#aloud-read').click();
      await app.page.evaluate(() => window.ended());
      assert.equal((await spoken()).length, 3, 'stopped is stopped');
      assert.ok(!(await app.page.locator('#aloud-mark.reading').isVisible()));
      assert.deepEqual(await app.violations(), []);
    });
  });
}

test('read aloud: a press on the canvas says which block is meant', async () => {
  await withVoice('canvas', '/help', async (app, spoken) => {
    const box = await app.main().getByText(say('shell.help.plain')).boundingBox();
    await app.page.mouse.click(box.x + 20, box.y + 10);
    await app.page.locator('#aloud-read').click();
    assert.deepEqual(await spoken(), [{ text: say('shell.help.plain'), lang: 'en-GB' }]);
  });
});

test('read aloud: a device without a voice for the words says so and reads nothing', async () => {
  await withVoice('canvas', '/help', async (app, spoken) => {
    await app.page.evaluate(() => { window.speechSynthesis.getVoices = () => [{ lang: 'fr-FR' }]; });
    await app.page.locator('#aloud-read').click();
    assert.deepEqual(await spoken(), []);
    await app.page.locator('#live').getByText('This device has no voice for these words.').waitFor({ state: 'attached' });
  });
});

test('easy read: chosen in Settings, it changes our words at once and stays chosen', async () => {
  await suite.withApp('/settings', canvas, async (app) => {
    await app.atClick(app.find('radio', say('shell.settings.words.easy')));
    await app.main().getByText('You can change how this looks.').waitFor({ state: 'attached' });
    await app.go('/');
    await app.main().getByText('You can look for clubs and help near you.').waitFor({ state: 'attached' });
  });
});

test('lines of text are no longer than 70 letters on a wide screen', async () => {
  await suite.withApp('/', { ...canvas, viewport: { width: 1280, height: 800 } }, async (app) => {
    for (const screen of looked) {
      await app.goOn(screen.path);
      await app.see('heading', screen.heading);
      const long = (await app.page.evaluate(() => window.alongside.painted())).split('\n').map((line) => line.split(' ').slice(4).join(' '))
        .filter((words) => words.length > 70);
      assert.deepEqual(long, [], screen.name);
    }
  });
});

test('forced colours: the plain page by itself, every control with an edge, and the canvas is not seen', async () => {
  await suite.withApp('/settings', { settings: { view: 'canvas' }, forcedColors: 'active' }, async (app) => {
    assert.equal(await app.view(), 'plain');
    assert.equal(await webglLive(app), false);
    const bare = await app.page.evaluate(() => [...document.querySelectorAll('#mirror :is(button, select, input:not([type=radio], [type=checkbox]))')]
      .filter((element) => element.checkVisibility() && parseFloat(getComputedStyle(element).borderTopWidth) < 1).map(({ textContent }) => textContent));
    assert.deepEqual(bare, []);
  });
});

test('the colours and the contrast that a device asks for are followed at once, and a choice of one\'s own stands before both', async () => {
  await suite.withApp('/settings', { settings: { view: 'canvas', theme: 'auto' }, colorScheme: 'light' }, async (app) => {
    // The browser tells the page of such a wish when it comes to it.
    const becomes = (theme) => app.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme, { timeout: 10000 });
    await becomes('light');
    for (const [media, theme] of [[{ colorScheme: 'dark' }, 'dark'], [{ contrast: 'more' }, 'contrast'], [{ contrast: 'no-preference', colorScheme: 'light' }, 'light']]) {
      await app.page.emulateMedia(media);
      await becomes(theme);
    }
    await app.page.evaluate(() => window.alongside.application.changeSetting('theme', 'dark'));
    await becomes('dark');
    await app.page.emulateMedia({ contrast: 'more' });
    await app.page.waitForFunction(() => matchMedia('(prefers-contrast: more)').matches);
    await app.settled();
    await becomes('dark');
  });
});

test('2.3.3 where a device asks for less motion nothing on the page moves by itself', async () => {
  for (const view of ['canvas', 'plain']) {
    await suite.withApp('/find?q=swim', { settings: { view, aloud: 'on' }, reducedMotion: 'reduce' }, async (app) => {
      const moves = await app.page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
        const lasts = (times) => times.split(', ').some((time) => parseFloat(time) > 0);
        return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration) || scrollBehavior === 'smooth';
      }).map(({ id, localName }) => `${localName}#${id}`));
      assert.deepEqual(moves, [], view);
      assert.equal(await app.page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length), 0, view);
    });
  }
});
