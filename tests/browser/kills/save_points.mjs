/**
 * Twelve places where the app says that something is saved: how each is reached, what is pressed, and when it is
 * shown as saved. Called by save_points.test.mjs, which kills the browser at each. `text` is in what is saved.
 */
import assert from 'node:assert/strict';
import { accessibility as hand } from '../support/hands.mjs';
import { say } from '../support/words.mjs';

const shown = (app, text) => app.main().getByText(text).first().waitFor({ state: 'attached' });

// The address that a screen's first link to such a place has, where there is one.
async function ledTo(app, from, begins) {
  await app.go(from);
  await app.settled();
  const link = app.page.locator(`#mirror main a[href^="${begins}"]`);
  return (await link.count()) > 0 ? link.first().getAttribute('href') : null;
}

async function addWorker(app, text, pressed) {
  await app.go('/pa/new');
  await app.see('button', say('employing.save'));
  await hand.write(app, say('employing.name'), text);
  await hand.write(app, say('employing.rate'), '13');
  await hand.write(app, say('employing.starts'), '02 11 2026');
  await press(app, say('employing.save'), pressed);
  await app.see('heading', say('employing.saved'));
}

// From here on the browser may be killed.
async function press(app, name, pressed) {
  const button = app.find('button', name).first();
  await button.waitFor({ state: 'attached' });
  pressed();
  await button.evaluate((element) => element.click());
}

async function ask(app, text, pressed) {
  await app.go('/requests/new');
  await app.see('button', say('requests.send'));
  await hand.pick(app, say('requests.kind.assessment'));
  await hand.write(app, say('requests.needs'), text);
  await press(app, say('requests.send'), pressed);
  await app.see('heading', say('requests.sent'));
}

/** What Sam, of kills/sam.mjs, already does; there the button has been pressed when `pressed` is called. */
const bySam = (name) => ({ act: (sam, text, pressed) => sam[name](text, 735, pressed) });

export const savePoints = [
  { name: 'a spend', ...bySam('spend') },
  { name: 'a line of the plan', ...bySam('plan') },
  {
    name: 'a line taken out of the plan',
    isTakenOut: true,
    prepare: (sam, text) => sam.plan(text, 735, () => {}),
    act: (sam, text, pressed) => sam.takeOut(text, 735, pressed),
  },
  { name: 'what is written about a child', ...bySam('fact') },
  {
    name: 'money that came in',
    async act({ app }, text, pressed) {
      await app.go('/money/in');
      await app.see('button', say('agreed.in.save'));
      await hand.pick(app, say('agreed.in.refund'));
      await hand.write(app, say('agreed.in.amount'), '8.50');
      await hand.write(app, say('agreed.in.what'), text);
      await press(app, say('agreed.in.save'), pressed);
      await app.see('heading', say('agreed.in.saved'));
    },
  },
  {
    name: 'a question before spending',
    async act({ app }, text, pressed) {
      await app.go('/money/may-i');
      await app.see('button', say('may_i.look'));
      await hand.write(app, say('may_i.what'), text);
      await hand.write(app, say('may_i.cost'), '450');
      await hand.press(app, 'button', say('may_i.look'));
      await app.see('heading', text);
      await press(app, say('may_i.ask_go'), pressed);
      await shown(app, say('may_i.asked'));
    },
  },
  { name: 'something that is asked for', act: (sam, text, pressed) => ask(sam.app, text, pressed) },
  {
    name: 'more words to it',
    async act({ app }, text, pressed) {
      const one = await ledTo(app, '/requests', '/requests/one/');
      assert.ok(one, 'something was asked for');
      await app.go(one);
      await app.see('button', say('requests.more.send'));
      await hand.write(app, say('requests.more.words'), text);
      await press(app, say('requests.more.send'), pressed);
      await shown(app, say('requests.more.added'));
    },
  },
  { name: 'a PA', act: (sam, text, pressed) => addWorker(sam.app, text, pressed) },
  {
    name: 'a PA who is changed',
    async act({ app }, text, pressed) {
      const one = await ledTo(app, '/pa', '/pa/one/');
      assert.ok(one, 'a PA was added');
      await app.go(one.replace('/pa/one/', '/pa/change/'));
      await app.see('button', say('employing.save'));
      await hand.write(app, say('employing.name'), text);
      await press(app, say('employing.save'), pressed);
      await app.see('heading', say('employing.saved'));
    },
  },
  {
    name: 'a comment',
    async act({ app }, text, pressed) {
      await app.go('/comments/new');
      await app.see('button', say('comments.send'));
      await hand.write(app, say('comments.words'), text);
      await press(app, say('comments.send'), pressed);
      await app.see('heading', say('comments.sent'));
    },
  },
  {
    name: 'a note after a visit',
    async act({ app }, text, pressed) {
      await app.go('/say/note');
      await app.see('button', say('surveys.note.keep'));
      await hand.write(app, say('surveys.note.label'), text);
      await press(app, say('surveys.note.keep'), pressed);
      await shown(app, say('surveys.note.kept'));
    },
  },
];
