/**
 * The map beside the list: one search on two screens; its plain view; a refusal to say where the device is; without a
 * network; and without scripts.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const canvas = { settings: { view: 'canvas' } };
const plain = { settings: { view: 'plain' } };
const search = '/map?q=swimming&near=Northmere';
const figure = say('map.figure');

const marks = (app) => app.page.locator('#mirror figure .mark');
const rows = (app) => app.find('list', say('map.list')).getByRole('link');
const texts = (locator) => locator.evaluateAll((elements) => elements.map((element) => element.textContent));
const numbersOn = async (app) => (await texts(marks(app))).map((name) => Number(/^(\d+)\. /.exec(name)?.[1] ?? 0)).filter(Boolean);

test('the map shows what the list shows, with the list\'s numbers, and the way back keeps the search', async () => {
  await suite.withApp('/find?q=swimming&near=Northmere', canvas, async (app) => {
    await app.see('list', say('local_offer.find.results'));
    const listed = await texts(app.find('list', say('local_offer.find.results')).getByRole('link'));
    await app.goOn(search);
    await app.see('figure', figure);
    const named = await texts(rows(app));
    assert.deepEqual(named, listed.slice(0, named.length).map((name, i) => `${i + 1}. ${name}`));
    for (const number of await numbersOn(app)) assert.ok(number <= named.length);
    await app.atClick(app.find('link', say('map.back')));
    assert.equal(app.route(), '/find?q=swimming&near=Northmere');
    await app.assertClean();
  });
});

test('the plain view has the same marks and rows, and "Closer" takes groups apart there too', async () => {
  const said = {};
  for (const given of [canvas, plain]) {
    await suite.withApp(search, given, async (app) => {
      await app.see('figure', figure);
      said[given.settings.view] = await texts(rows(app));
      if (given === plain) {
        const before = await texts(marks(app));
        await app.find('button', say('map.closer')).click();
        await app.settled();
        assert.notDeepEqual(await texts(marks(app)), before);
        await app.find('button', say('map.all')).click();
        await app.settled();
        assert.deepEqual(await texts(marks(app)), before);
        await marks(app).first().click();
        await app.settled();
        await app.see('heading', /You chose|at this place/);
      }
    });
  }
  assert.deepEqual(said.plain, said.canvas);
});

test('a refusal is said kindly, and a place is the way on', async () => {
  await suite.withApp('/map?near=here', { ...canvas, permissions: [] }, async (app) => {
    await app.see('button', say('map.device.use'));
    await app.atClick(app.find('button', say('map.device.use')));
    await app.find('status').filter({ hasText: say('map.device.refused') }).waitFor({ state: 'attached' });
    await app.find('combobox', say('map.near')).selectOption('Aldermere');
    await app.settled();
    assert.equal(app.route(), '/map?near=Aldermere');
  });
});

test('the map is there without a network once it was opened', async () => {
  await suite.withApp(search, { ...canvas, serviceWorkers: 'allow' }, async (app) => {
    await app.see('figure', figure);
    await app.page.evaluate(() => navigator.serviceWorker.ready);
    await app.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await app.go(search);
    await app.see('figure', figure);
    const named = await texts(rows(app));
    await app.context.setOffline(true);
    await app.go(search);
    await app.see('figure', figure);
    assert.deepEqual(await texts(rows(app)), named);
  });
});

test('without scripts the map\'s address is the list with its distances', async () => {
  const context = await suite.browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(`${suite.origin}/map?q=swimming&near=Northmere`);
    assert.match(await page.locator('.results li').first().textContent(), /miles?, /);
  } finally {
    await context.close();
  }
});
