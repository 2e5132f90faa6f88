/**
 * A parent finds, narrows, compares and shares, by mouse, keyboard and plain view; whoever is sent the address sees the
 * same two places without an account. The search itself is also done with no script at all.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { reads } from './support/family.mjs';
import { keyboard, mouse, plain, waysOf } from './support/hands.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const hands = waysOf([mouse, keyboard, plain]);
const shared = new Map();
const wanted = { q: 'club', day: 'saturday' };

async function findAndNarrow(app, hand) {
  await hand.write(app, say('shell.home.search_label'), wanted.q);
  await hand.press(app, 'button', say('shell.home.search_go'));
  await app.see('button', say('local_offer.narrow.title'));
  await hand.press(app, 'button', say('local_offer.narrow.title'));
  await hand.press(app, 'button', say('local_offer.facet.day'));
  await hand.tick(app, /^Saturday \(\d+\)$/);
  await app.page.waitForFunction(() => location.search.includes('day=saturday'));
}

// The first two of what was found, by their names.
async function keepTwo(app, hand) {
  const keep = new RegExp(`^${say('local_offer.list.keep', { name: '(.+)' })}$`);
  const names = (await app.find('button', keep).allTextContents()).slice(0, 2).map((text) => keep.exec(text.trim())[1]);
  assert.equal(names.length, 2, 'a search for clubs on Saturday must find two');
  for (const name of names) await hand.press(app, 'button', say('local_offer.list.keep', { name }));
  return names;
}

async function compare(app, hand, names) {
  await app.see('link', /^My list: 2/);
  await hand.press(app, 'link', /^My list: 2/);
  await app.see('heading', say('local_offer.compare.title'));
  // Fact by fact, each with both names before what they say.
  for (const name of names) assert.ok(await app.page.locator('#mirror dt').filter({ hasText: name }).count() > 3, `${name} is not side by side`);
}

async function share(app, hand) {
  await hand.press(app, 'link', say('local_offer.list.share'));
  await reads(app, say('local_offer.list.sent'));
  assert.match(app.route(), /^\/list\?s=[0-9a-f-]{36}&s=[0-9a-f-]{36}$/);
  return app.route();
}

async function whoeverIsSentItSees(route, names) {
  const other = await App.open(suite.browser, suite.origin, route, { settings: { view: 'plain' } });
  try {
    for (const name of names) await other.see('link', name);
    await other.see('button', say('local_offer.list.take'));
    await other.see('link', say('shell.sign_in'));
  } finally {
    await other.close();
  }
}

for (const hand of hands) {
  test(`a parent finds clubs, narrows them to Saturday, compares two and sends them to somebody: ${hand.name}`, async () => {
    await suite.withApp('/', { settings: { view: hand.view }, ...hand.context }, async (app) => {
      if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
      await findAndNarrow(app, hand);
      const names = await keepTwo(app, hand);
      await compare(app, hand, names);
      const route = await share(app, hand);
      shared.set(hand.name, route);
      if (hand === plain) await whoeverIsSentItSees(route, names);
      await app.assertClean();
    });
  });
}

test('by all ways the same two places are shared', () => {
  assert.equal(shared.size, hands.length, 'each way must have come to its end');
  const [first, ...others] = shared.values();
  for (const route of others) assert.equal(route, first);
});

test('with no script a parent finds clubs, narrows them to Saturday and reads one', async () => {
  const context = await suite.browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(suite.origin);
    await page.getByRole('searchbox').fill(wanted.q);
    await page.getByRole('button', { name: say('shell.home.search_go') }).click();
    await page.getByText(say('local_offer.narrow.title')).click();
    await page.getByRole('checkbox', { name: /^Saturday \(\d+\)$/ }).check();
    await page.getByRole('button', { name: say('local_offer.find.go') }).click();
    assert.match(page.url(), /q=club.*day=saturday/);
    const first = page.getByRole('main').locator('a[href^="/service/"]').first();
    const name = await first.innerText();
    await first.click();
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), name);
  } finally {
    await context.close();
  }
});
