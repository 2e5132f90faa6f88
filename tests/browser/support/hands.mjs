/**
 * The five ways in which a person can do the same things: the mouse and a finger on the canvas, the keyboard
 * alone, assistive technology's click, and the plain view. Called by journey.mjs and tasks.mjs. Each way
 * really is one: the mouse never touches an element, the keyboard never gets a focus it did not walk to.
 */
import assert from 'node:assert/strict';
import { isLong } from './length.mjs';
import { say } from './words.mjs';

function textBox(app, name) {
  return app.find('textbox', name).or(app.find('searchbox', name)).or(app.find('spinbutton', name));
}

async function typeOver(app, text) {
  await app.page.keyboard.press('ControlOrMeta+A');
  await app.page.keyboard.type(text);
  await app.settled();
}

const goBack = async (app) => {
  await app.page.goBack();
  await app.settled();
};

// A select answers to letters; the popup, where one is open, closes on Enter.
async function typeAhead(app, label, closes) {
  await app.page.keyboard.type(label);
  if (closes) await app.page.keyboard.press('Enter');
  await app.settled();
}

async function assertOnCanvas(app, locator) {
  const box = await locator.boundingBox();
  const tag = await app.page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.id, [box.x + box.width / 2, box.y + box.height / 2]);
  assert.equal(tag, 'canvas', 'the mouse must meet the canvas, nothing else');
}

export const mouse = {
  name: 'mouse through the canvas',
  view: 'canvas',
  async press(app, role, name) {
    const target = app.find(role, name).first();
    await target.scrollIntoViewIfNeeded();
    await app.settled();
    await assertOnCanvas(app, target);
    await app.mouseAt(target);
  },
  async write(app, name, text) {
    await app.mouseAt(textBox(app, name));
    await typeOver(app, text);
  },
  async choose(app, name, label) {
    await app.mouseAt(app.find('combobox', name));
    await typeAhead(app, label, true);
  },
  pick: (app, name) => mouse.press(app, 'radio', name),
  tick: (app, name) => mouse.press(app, 'checkbox', name),
  back: goBack,
};

// A tap is what the browser makes of a finger: it meets the canvas, and fields take it themselves.
async function tapAt(app, locator) {
  await locator.scrollIntoViewIfNeeded();
  await app.settled();
  const box = await locator.boundingBox();
  await app.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await app.settled();
}

export const touch = {
  name: 'finger on the canvas',
  view: 'canvas',
  context: { hasTouch: true },
  async press(app, role, name) {
    const target = app.find(role, name).first();
    await target.scrollIntoViewIfNeeded();
    await app.settled();
    await assertOnCanvas(app, target);
    await tapAt(app, target);
  },
  async write(app, name, text) {
    await tapAt(app, textBox(app, name));
    await typeOver(app, text);
  },
  // What opens is the device's own list, outside of the page.
  async choose(app, name, label) {
    const box = app.find('combobox', name);
    await tapAt(app, box);
    assert.ok(await box.evaluate((element) => element === document.activeElement), 'a finger must open the list');
    await typeAhead(app, label, true);
  },
  pick: (app, name) => touch.press(app, 'radio', name),
  tick: (app, name) => touch.press(app, 'checkbox', name),
  back: goBack,
};

export const keyboard = {
  name: 'keyboard only',
  view: 'canvas',
  async press(app, role, name) {
    await app.tabTo(app.find(role, name).first());
    await app.press('Enter');
  },
  async write(app, name, text) {
    await app.tabTo(textBox(app, name));
    await typeOver(app, text);
  },
  async choose(app, name, label) {
    await app.tabTo(app.find('combobox', name));
    await typeAhead(app, label, false);
  },
  // Tab comes to a group of radio buttons once; within it the arrows go on.
  async pick(app, name) {
    const wanted = app.find('radio', name);
    const group = app.page.locator(`#mirror input[type=radio][name="${await wanted.getAttribute('name')}"]`);
    await app.tabToOneOf(group);
    if (await wanted.evaluate((element) => element === document.activeElement)) await app.press('Space');
    for (let steps = await group.count(); steps > 0 && !(await wanted.isChecked()); steps--) await app.press('ArrowDown');
    assert.ok(await wanted.isChecked(), `the arrows do not come to "${name}"`);
  },
  async tick(app, name) {
    await app.tabTo(app.find('checkbox', name));
    await app.press('Space');
  },
  // A headless browser has no Back key of its own; the page's own way back is a link.
  back: (app) => keyboard.press(app, 'link', say('local_offer.service.back')),
};

export const accessibility = {
  name: 'accessibility click()',
  view: 'canvas',
  press: (app, role, name) => app.atClick(app.find(role, name).first()),
  async write(app, name, text) {
    await textBox(app, name).fill(text);
    await app.settled();
  },
  async choose(app, name, label) {
    await app.find('combobox', name).selectOption({ label });
    await app.settled();
  },
  pick: (app, name) => app.atClick(app.find('radio', name)),
  tick: (app, name) => app.atClick(app.find('checkbox', name)),
  back: goBack,
};

export const plain = {
  name: 'plain view',
  view: 'plain',
  async press(app, role, name) {
    await app.find(role, name).first().click();
    await app.settled();
  },
  write: accessibility.write,
  choose: accessibility.choose,
  pick: (app, name) => plain.press(app, 'radio', name),
  tick: (app, name) => plain.press(app, 'checkbox', name),
  back: goBack,
};

export const everyHand = [mouse, keyboard, accessibility, plain];
export const fiveWays = [...everyHand, touch];

/** Of a whole journey, which takes its time: these ways in `test`, all five in `test long`. */
export const waysOf = (few) => (isLong ? fiveWays : few);
