/**
 * "Everything we hold about you": a parent saves the page to read and the file for programs, by mouse and in the plain
 * view. It is theirs, and nothing of the other parent's that was not shared is in it. Whoever is not signed in is asked to.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { signIn } from './support/family.mjs';
import { mouse, plain, waysOf } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { say } from './support/words.mjs';

let browser;
let server;

before(async () => {
  browser = await launch();
  server = await startServer();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function save(app, hand, link) {
  const [download] = await Promise.all([app.page.waitForEvent('download'), hand.press(app, 'link', link)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

for (const hand of waysOf([mouse, plain])) {
  test(`${hand.name}: a parent saves everything that the council holds about them`, async () => {
    const app = await App.open(browser, server.origin, '/', { settings: { view: hand.view }, ...hand.context, serviceWorkers: 'allow' });
    if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
    await signIn(app, hand, 'Sam Ashford');
    await app.go('/account');
    await hand.press(app, 'link', say('shell.everything'));
    await app.see('heading', say('shell.everything'));
    const page = await save(app, hand, say('shell.everything.read'));
    assert.equal(page.name, 'everything.html');
    assert.match(page.text, /<h1>Everything we hold about you<\/h1>/);
    assert.match(page.text, /Sam Ashford/);
    assert.match(page.text, /Riley Ashford/);
    assert.doesNotMatch(page.text, /<script|Something else/);
    const data = await save(app, hand, say('shell.everything.data'));
    assert.equal(data.name, 'everything.json');
    const held = JSON.parse(data.text);
    assert.equal(held.about.name, 'Sam Ashford');
    const tables = held.sections.map((section) => section.table);
    for (const table of ['person', 'document', 'session', 'audit']) assert.ok(tables.includes(table), table);
    assert.equal(app.route(), '/everything', 'saving opens no page');
    await app.close();
  });
}

test('whoever is not signed in is asked to, and comes back here', async () => {
  const app = await App.open(browser, server.origin, '/everything', { settings: { view: 'plain' } });
  await app.see('heading', say('shell.everything'));
  await app.see('link', say('shell.sign_in'));
  assert.equal(await app.find('link', say('shell.everything.read')).count(), 0);
  await app.close();
});
