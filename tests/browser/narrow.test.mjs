/**
 * A parent narrows a search by day and cost: in four ways, each ending with the same results, and without
 * scripts by the boxes of the form.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyHand } from './support/hands.mjs';
import { browserSuite } from './support/suite.mjs';
import { accessibilityTree } from './support/tree.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const narrow = say('local_offer.narrow.title');
const saturday = /^Saturday \((\d+)\)$/;
const ends = new Map();

async function countOf(app, box) {
  return Number(saturday.exec(await app.find('checkbox', box).evaluate((element) => element.labels[0].textContent.trim()))[1]);
}

for (const hand of everyHand) {
  test(`a parent narrows a search to Saturdays and takes it back: ${hand.name}`, async () => {
    await suite.withApp('/find?q=club', { settings: { view: hand.view } }, async (app) => {
      await app.see('button', narrow);
      await hand.press(app, 'button', narrow);
      await hand.press(app, 'button', say('local_offer.facet.day'));
      const promised = await countOf(app, saturday);
      await hand.tick(app, saturday);
      assert.equal(app.route(), '/find?q=club&day=saturday');
      const found = await app.find('status').filter({ hasText: `${promised} found` }).count();
      assert.equal(found, 1, `the box said ${promised}`);
      ends.set(hand.name, await accessibilityTree(app, '#mirror'));
      await hand.press(app, 'link', say('local_offer.hint.remove', { word: 'Saturday' }));
      assert.equal(app.route(), '/find?q=club');
      await app.assertClean();
    });
  });
}

test('all four ways of narrowing end in the same screen', () => {
  assert.equal(ends.size, everyHand.length);
  const [[first, expected], ...others] = ends;
  for (const [name, tree] of others) assert.deepEqual(tree, expected, `${name} differs from ${first}`);
});

for (const view of ['canvas', 'plain']) {
  for (const lang of ['en', 'cy']) {
    test(`the first place found stands on a phone's first screen: ${view}, ${lang}`, async () => {
      const address = '/find?q=somewhere+quiet+saturday&age=8&near=Northmere&miles=5';
      await suite.withApp(address, { settings: { view, lang }, viewport: { width: 390, height: 844 } }, async (app) => {
        const first = app.find('list', say('local_offer.find.results', {}, lang)).getByRole('link').first();
        await first.waitFor({ state: 'attached' });
        await app.settled();
        const { y, height } = await first.boundingBox();
        assert.ok(y + height < 844, `it ends at ${y + height} px`);
      });
    });
  }
}

test('without scripts the boxes of the form narrow the search', async () => {
  const context = await suite.browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(`${suite.origin}/find?q=club`);
    await page.getByText(narrow).click();
    await page.getByRole('checkbox', { name: saturday }).check();
    await page.getByRole('button', { name: say('local_offer.find.go') }).click();
    assert.match(page.url(), /day=saturday/);
    await page.getByText(`${narrow}: 1 chosen`).click();
    assert.ok(await page.getByRole('checkbox', { name: saturday }).isChecked());
  } finally {
    await context.close();
  }
});
