/**
 * The map under a person's hands: dragged, turned by a wheel, moved by keys, a mark chosen by mouse and by keyboard,
 * and a device that says where it is, after being asked.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';

const suite = browserSuite();
const canvas = { settings: { view: 'canvas' }, viewport: { width: 768, height: 1024 } };
const search = '/map?q=swimming&near=Northmere';
const figure = say('map.figure');

const marks = (app) => app.page.locator('#mirror figure .mark');
const placesOf = (app) => marks(app).evaluateAll((elements) => elements.map((element) => {
  const { left, top } = element.getBoundingClientRect();
  return { name: element.textContent, left: Math.round(left), top: Math.round(top) };
}));

/** How far the marks that are there before and after went, by the first of them: undefined when none is there twice. */
function movedBy(before, after) {
  const known = new Map(after.map((place) => [place.name, place]));
  const one = before.find(({ name }) => known.has(name));
  return one && { x: known.get(one.name).left - one.left, y: known.get(one.name).top - one.top };
}

async function middleOf(app) {
  const map = app.find('figure', figure);
  await map.scrollIntoViewIfNeeded();
  await app.settled();
  const { x, y, width, height } = await map.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

const onMap = (work) => suite.withApp(search, canvas, async (app) => {
  await app.see('figure', figure);
  await work(app, await middleOf(app));
  await app.assertClean();
});

test('dragging with the mouse moves the map under the pointer, and presses nothing', () => onMap(async (app, middle) => {
  const before = await placesOf(app);
  await app.page.mouse.move(middle.x, middle.y);
  await app.page.mouse.down();
  await app.page.mouse.move(middle.x - 30, middle.y + 12, { steps: 4 });
  await app.page.mouse.up();
  await app.settled();
  assert.deepEqual(movedBy(before, await placesOf(app)), { x: -30, y: 12 });
  assert.equal(app.route(), search);
}));

test('a drag that begins on a mark is no press of it', () => onMap(async (app) => {
  const box = await marks(app).first().boundingBox();
  await app.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2, { steps: 4 });
  await app.page.mouse.up();
  await app.settled();
  assert.equal(await app.find('heading', /You chose|at this place/).count(), 0);
}));

test('the wheel makes the map larger where the pointer is, and the page stays', () => onMap(async (app, middle) => {
  const before = await placesOf(app);
  const scrolled = await app.page.evaluate(() => document.scrollingElement.scrollTop);
  await app.page.mouse.move(middle.x, middle.y);
  await app.page.mouse.wheel(0, -300);
  await app.settled();
  assert.notDeepEqual(await placesOf(app), before);
  assert.equal(await app.page.evaluate(() => document.scrollingElement.scrollTop), scrolled);
  await app.page.mouse.wheel(0, 300);
  await app.settled();
  assert.deepEqual(await placesOf(app), before);
}));

test('arrow keys move the map, plus and minus change its size, and a mark is chosen by Enter', () => onMap(async (app) => {
  const map = app.find('figure', figure);
  const before = await placesOf(app);
  await app.keyOn(map, 'ArrowRight');
  assert.deepEqual(movedBy(before, await placesOf(app)), { x: -64, y: 0 });
  await app.press('ArrowLeft');
  await app.press('+');
  assert.notDeepEqual(await placesOf(app), before);
  await app.press('-');
  assert.deepEqual(await placesOf(app), before);
  const chosen = await marks(app).first().textContent();
  await app.tabTo(marks(app).first());
  await app.press('Enter');
  await app.see('heading', /You chose|at this place/);
  const said = (await app.find('heading', /You chose|at this place/).evaluate((element) => element.parentElement.textContent));
  const name = /^\d+\. (.*?), /.exec(chosen)?.[1];
  if (name) assert.ok(said.includes(name), `${name} is not in: ${said}`);
}));

test('a mark pressed by mouse says what is there', () => onMap(async (app) => {
  const one = marks(app).filter({ hasText: /^\d+\. / }).first();
  const name = /^\d+\. (.*?), /.exec(await one.textContent())[1];
  await app.mouseAt(one);
  await app.see('heading', /You chose/);
  const said = await app.find('heading', /You chose/).evaluate((element) => element.parentElement.textContent);
  assert.ok(said.includes(name), `${name} is not in: ${said}`);
}));

test('a device that may say where it is is measured from, and where it is goes nowhere', async () => {
  const given = { ...canvas, permissions: ['geolocation'], geolocation: { latitude: 52.05, longitude: -0.75, accuracy: 40 } };
  await suite.withApp('/map?near=here', given, async (app) => {
    const asked = [];
    app.page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await app.atClick(app.find('button', say('map.device.use')));
    await app.page.locator('#mirror').getByText(/Measured from where you are/).first().waitFor({ state: 'attached' });
    assert.match((await marks(app).allTextContents()).join(' '), /of you|You/);
    assert.equal(app.route(), '/map?near=here');
    assert.deepEqual(asked.filter((request) => /52\.0|0\.75/.test(request)), []);
    assert.doesNotMatch(await app.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })), /52\.0/);
  });
});
