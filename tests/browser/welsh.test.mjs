/**
 * English and Welsh: choosing one changes the page's language and its words, and nothing else.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibility } from './support/hands.mjs';
import { screens } from './support/screens.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();

const idsOf = (app) => app.page.evaluate(() => [...document.querySelectorAll('#mirror input, #mirror select')].map(({ id }) => id));

test('choosing Cymraeg changes the language and the words at once; what things are stays', async () => {
  await suite.withApp('/settings', {}, async (app) => {
    assert.equal(await app.page.evaluate(() => document.documentElement.lang), 'en');
    const before = await idsOf(app);
    const radio = app.find('radio', 'Cymraeg');
    const same = await radio.elementHandle();
    await app.atClick(radio);
    assert.equal(await app.page.evaluate(() => document.documentElement.lang), 'cy');
    await app.see('heading', say('shell.settings', {}, 'cy'));
    assert.match(await app.title(), new RegExp(say('shell.settings', {}, 'cy')));
    assert.deepEqual(await idsOf(app), before);
    assert.equal(await same.evaluate((element) => element.isConnected && element.checked), true);
    await app.go('/');
    await app.see('heading', say('shell.home.title', {}, 'cy'));
    await accessibility.press(app, 'link', say('shell.settings', {}, 'cy'));
    await app.atClick(app.find('radio', 'English'));
    await app.see('heading', say('shell.settings'));
  });
});

test('Welsh says of itself that no Welsh speaker has read it yet', async () => {
  await suite.withApp('/help', { settings: { lang: 'cy' } }, async (app) => {
    await app.main().getByText(say('shell.help.welsh', {}, 'cy')).waitFor({ state: 'attached' });
  });
});

for (const screen of screens('cy')) {
  test(`${screen.name} has its Welsh heading and no English sentence of ours`, async () => {
    await suite.withOpenApp(screen.path, { settings: { lang: 'cy' } }, async (app) => {
      await app.see('heading', screen.heading);
      const spoken = await app.page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('#mirror'), NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) {
          const { data, parentElement } = walker.currentNode;
          if (parentElement.closest('[lang]').lang === 'cy') texts.push(data);
        }
        return texts;
      });
      const english = [say('shell.help'), say('shell.settings'), say('shell.nav.home'), say('shell.where.here'), say('local_offer.find.go')]
        .filter((sentence, at) => ['shell.help', 'shell.settings', 'shell.nav.home', 'shell.where.here', 'local_offer.find.go']
          .map((key) => say(key, {}, 'cy'))[at] !== sentence);
      for (const sentence of english) assert.ok(!spoken.includes(sentence), `"${sentence}" is English`);
    });
  });
}
