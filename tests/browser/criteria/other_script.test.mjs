/**
 * A language that is written from right to left, in letters that the canvas has not: every sentence is put into Arabic
 * letters (not words: nobody is to mistake it for a translation), and the plain page comes by itself, from right to left,
 * and holds. So a council can add Urdu or Arabic without a change to a screen.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/axe.mjs';
import { screens } from '../support/screens.mjs';
import { browserSuite, isLong } from '../support/suite.mjs';
import { allKeys, say } from '../support/words.mjs';

const suite = browserSuite();
const looked = screens().filter(({ name }) => isLong || ['home', 'results', 'service', 'settings', 'say', 'privacy', 'rights'].includes(name));

// Letter by letter; {places} stay, a sentence is a third longer, as translations are.
const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';
function pseudoArabic(sentence) {
  const put = sentence.replace(/\{\w+\}|[a-z]/gi, (found) => (found.length > 1 ? found : letters[found.toLowerCase().charCodeAt(0) - 97]));
  return `${put} ${'ه'.repeat(Math.ceil(sentence.length / 3))}`;
}

// As the sentences of easy read come: a table of their own (app/tools/make_easy_words.mjs).
function table() {
  const rows = Object.entries(allKeys()).map(([key, en]) => [`${key}#easy`, pseudoArabic(en)]);
  rows.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return Buffer.from(rows.map(([key, words]) => `${key}\0${words}\0${words}\0`).join(''));
}

async function withPseudoArabic(width, work) {
  await suite.withApp('/help', { viewport: { width, height: 800 } }, async (app) => {
    await app.page.route('**/easy_words*', (route) => route.fulfill({ body: table(), contentType: 'text/plain' }));
    await app.page.addInitScript(() => localStorage.setItem('alongside.settings', JSON.stringify({ words: 'easy' })));
    await app.go('/');
    await app.page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    await work(app);
  });
}

// Runs in the page: what sticks out of it, and sentences that stand on the wrong side.
function misplaced() {
  const wrong = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) wrong.push(`the page is ${page.scrollWidth} px wide in ${innerWidth}`);
  for (const element of document.querySelectorAll('#mirror main :is(p, h1, h2, h3)')) {
    if (!element.checkVisibility() || !/[\u0600-\u06ff]/.test(element.textContent.slice(0, 3))) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const right = Math.max(...[...range.getClientRects()].map((line) => line.right));
    const left = element.getBoundingClientRect().right - right;
    if (left > 40) wrong.push(`"${element.textContent.slice(0, 20)}" ends ${Math.round(left)} px before its right edge`);
  }
  return wrong;
}

for (const width of [320, 1280]) {
  test(`in letters from right to left the plain page comes by itself, and nothing sticks out at ${width} px`, async () => {
    await withPseudoArabic(width, async (app) => {
      assert.equal(await app.view(), 'plain');
      for (const screen of looked) {
        await app.goOn(screen.path);
        await app.page.waitForFunction(() => /[\u0600-\u06ff]/.test(document.querySelector('#mirror main')?.textContent ?? ''));
        await app.settled();
        assert.equal(await app.view(), 'plain', screen.name);
        assert.deepEqual(await app.page.evaluate(misplaced), [], `${screen.name} at ${width} px`);
      }
      await app.assertClean();
    });
  });
}

test('axe finds nothing there, and a search goes from the first word to a place', async () => {
  await withPseudoArabic(390, async (app) => {
    assert.deepEqual((await axe(app.page)).violations, []);
    await app.page.getByRole('searchbox').fill('swim');
    await app.page.keyboard.press('Enter');
    await app.page.waitForFunction(() => location.pathname === '/find');
    await app.settled();
    const first = app.main().getByRole('heading').locator('a').or(app.main().locator('a.card-title')).first();
    await first.click();
    await app.page.waitForFunction(() => location.pathname.startsWith('/service/'));
    await app.settled();
    assert.deepEqual((await axe(app.page)).violations, []);
    assert.equal(await app.page.getByText(say('local_offer.cost.title'), { exact: true }).count(), 0, 'no English sentence of ours is left there');
  });
});
