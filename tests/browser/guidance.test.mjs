/**
 * A parent finds their rights: from home, from a service's page and from a request they are one step away; by mouse
 * and plain view the letter is changed and the days are worked out; offline and with no script too. A council in
 * Wales has the words of its own law on the same screens, in both languages.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { reads } from './support/family.mjs';
import { mouse, plain, waysOf } from './support/hands.mjs';
import { serviceAddress } from './support/screens.mjs';
import { startServer } from './support/server.mjs';
import { browserSuite } from './support/suite.mjs';
import { say } from './support/words.mjs';
import { inCharge } from './worker/worker_suite.mjs';

const suite = browserSuite();
const rights = 'Your rights';
const plan = 'An EHC needs assessment and plan';
const letters = new Map();

const hands = waysOf([mouse, plain]);

for (const hand of hands) { // keyboard.test.mjs walks these screens
  test(`from home a parent comes to a letter of their own, and to the days on which they should hear: ${hand.name}`, async () => {
    await suite.withApp('/', { settings: { view: hand.view }, ...hand.context }, async (app) => {
      if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
      await hand.press(app, 'link', rights);
      await app.see('heading', say('guidance.topics'));
      await hand.press(app, 'link', plan);
      await app.see('heading', say('guidance.part.who'));
      await hand.write(app, say('guidance.letter.label'), 'Please assess Riley.');
      await app.page.waitForFunction(() => document.querySelector('#mirror a[href^="mailto:"][href*="Riley"]'));
      letters.set(hand.name, await app.find('link', say('guidance.letter.email')).getAttribute('href'));
      await hand.press(app, 'link', say('guidance.when.go'));
      await app.see('heading', say('guidance.when'));
      await app.find('textbox', say('guidance.when.day')).or(app.page.locator('#mirror input[type=date]')).first().fill('2026-11-02');
      await app.settled();
      for (const day of ['Monday 14 December 2026', 'Monday 22 March 2027']) await reads(app, say('guidance.when.by', { day }));
      assert.equal(app.route(), '/rights/when?what=ehc-request', 'the day stands in no address');
      await app.assertClean();
    });
  });
}

test('by all ways the email is the same, to the council\'s own address', () => {
  assert.equal(letters.size, hands.length, 'each way must have come to its end');
  const [first, ...others] = letters.values();
  assert.equal(first, 'mailto:send@northmere.example?subject=Request%20for%20an%20EHC%20needs%20assessment&body=Please%20assess%20Riley.');
  for (const letter of others) assert.equal(letter, first);
});

test('rights are one step away from a service\'s page and from asking, and lead to services for that age', async () => {
  await suite.withApp(serviceAddress, { settings: { view: 'plain' } }, async (app) => {
    const beside = 'Your rights, and who is on your side';
    await app.see('link', beside);
    await plain.press(app, 'link', beside);
    await app.see('link', 'A complaint');
    await plain.press(app, 'link', 'A complaint');
    await app.see('textbox', say('guidance.letter.label'));
    assert.match(await app.find('textbox', say('guidance.letter.label')).inputValue(), /complain about Saturday Stars\./);
    await app.goOn('/requests');
    await app.see('link', say('requests.rights'));
    await plain.press(app, 'link', say('requests.rights'));
    await app.see('heading', say('guidance.title'));
    await app.goOn('/growing-up/age-16');
    await app.see('link', 'Find travel training');
    await plain.press(app, 'link', 'Find travel training');
    await app.page.waitForFunction(() => location.pathname === '/find');
    assert.equal(app.route(), '/find?q=travel&head=adulthood&age=16');
  });
});

test('with the network off, help right now and rights not visited before are still there', async () => {
  await suite.withApp('/', { settings: { view: 'plain' }, serviceWorkers: 'allow' }, async (app) => {
    await inCharge(app.page);
    await app.page.waitForFunction(async () => (await caches.match('/api/guidance', { ignoreVary: true })) !== undefined, null, { timeout: 30000 });
    await app.context.setOffline(true);
    await plain.press(app, 'link', say('shell.help.now'));
    assert.equal(await app.find('link', say('shell.help.text_to', { phone: '999' })).getAttribute('href'), 'sms:999');
    for (const link of ['Ring 999', 'Ring 18000', 'Ring 111', 'Ring 01632 960999', say('shell.help.text_to', { phone: '999' })]) await app.see('link', link);
    await app.goOn('/rights/about/complaints');
    await reads(app, 'Complain within a year of what happened, if you can.');
    await app.context.setOffline(false);
  });
});

test('a council in Wales has ALN, IDP, its own tribunal and SNAP Cymru on every screen, in both languages', async () => {
  const server = await startServer({ nation: 'Wales' });
  const texts = { en: ['An individual development plan, IDP', 'Education Tribunal for Wales'], cy: ['Cynllun datblygu unigol, CDU', 'Tribiwnlys Addysg Cymru'] };
  try {
    for (const [lang, words] of Object.entries(texts)) {
      const app = await App.open(suite.browser, server.origin, '/rights', { settings: { view: 'plain', lang } });
      await app.see('link', words[0]);
      for (const text of [...words, 'SNAP Cymru']) assert.ok((await app.main().innerText()).includes(text), text);
      for (const path of ['/rights', '/rights/when', '/growing-up/age-16', '/growing-up/age-25', '/comments', '/requests', '/help']) {
        await app.goOn(path);
        const shown = await app.page.locator('#mirror').innerText();
        for (const foreign of [/\bEHC\b/, /SENDIASS/, /\bSEND\b/, /SENCO/]) assert.doesNotMatch(shown, foreign, `${path} in ${lang}`);
        const html = await (await fetch(`${server.origin}${path}?lang=${lang}`, { headers: { 'Accept-Language': lang } })).text();
        for (const foreign of [/\bEHC\b/, /SENDIASS/, /\bSEND\b/, /SENCO/]) assert.doesNotMatch(html, foreign, `${path} without scripts in ${lang}`);
      }
      await app.close();
    }
  } finally {
    await server.stop();
  }
});

test('with no script a parent works out the days by a form, and is told what can be done when one has passed', async () => {
  const context = await suite.browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(suite.origin);
    await page.getByRole('link', { name: 'Your rights, and who is on your side' }).click();
    await page.getByRole('link', { name: say('guidance.when') }).click();
    await page.getByLabel(say('guidance.when.day')).fill('2026-10-05');
    await page.getByRole('button').click();
    assert.ok((await page.getByRole('main').innerText()).includes('By 16 November 2026'));
    await page.getByRole('link', { name: say('guidance.when.complain') }).click();
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'A complaint');
  } finally {
    await context.close();
  }
});
