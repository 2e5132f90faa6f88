/**
 * One person with one survey in two tabs: what either tab called saved is on the device in the end, where the two
 * differ the person says which holds.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { plain } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';

const survey = '/say/c2f7d0e4-8b15-4a96-b3cd-7e41a5f8206d'; // "What do you like doing …?", of the demo council
const settings = { view: 'plain' };
let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function tabBeside(app) {
  const tab = Object.assign(Object.create(App.prototype), app, { page: await app.context.newPage() });
  await tab.go(survey);
  await tab.see('checkbox', 'Animals');
  return tab;
}

const saved = (app) => reads(app, say('feedback.keeping.kept'));
const isTicked = (app, name) => app.find('checkbox', name).isChecked();

test('two tabs on one survey lose nothing that either called saved', async () => {
  const first = await App.open(browser, server.origin, '/', { settings });
  try {
    await signIn(first, plain, 'Sam Ashford');
    await first.goOn(survey);
    await first.see('checkbox', 'Animals');
    await plain.tick(first, 'Animals');
    await saved(first);
    const second = await tabBeside(first);
    assert.ok(await isTicked(second, 'Animals'), 'the second tab goes on with what the first has kept');
    await plain.press(second, 'button', say('feedback.next'));
    await plain.pick(second, say('feedback.face.4'));
    await saved(second);
    // The first has heard of nothing, and answers on.
    await plain.tick(first, 'Being in water');
    await saved(first);
    await plain.press(first, 'button', say('feedback.next'));
    await first.see('radio', say('feedback.face.4'));
    assert.ok(await first.find('radio', say('feedback.face.4')).isChecked(), "the other tab's answer is here");
    await saved(first);
    await plain.pick(second, say('feedback.face.1'));
    await saved(second);
    await plain.pick(first, say('feedback.face.5'));
    await first.see('button', say('feedback.before.saved'));
    await plain.press(first, 'button', say('feedback.before.saved'));
    assert.ok(await first.find('radio', say('feedback.face.1')).isChecked(), 'what the person chose holds');
    await saved(first);
    assert.deepEqual([...await first.violations(), ...await second.violations()], []);
  } finally {
    await first.close();
  }
});
