/**
 * A photo, a recording of the voice and a signature joined to answers: by mouse on the canvas, by keyboard and in plain
 * view, with no network, across a reload; with the council exactly once when the network is back, as it was, without its
 * place. A browser that lends no microphone says so kindly.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { photo, secretPlace } from './support/camera.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { keyboard, mouse, plain } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';
import { inCharge } from './worker/worker_suite.mjs';

const anonymous = '00000001-1111-4222-8333-444455556666', named = '00000002-1111-4222-8333-444455556666';
const both = (words) => ({ en: words, cy: words });
const announced = [anonymous, named].map((id) => ({
  id, title: both('Photos'), purpose: both('To try it.'), who: 'everyone', minutes: 5, opens: '2026-01-01', closes: '2027-12-31',
  anonymous: id === anonymous, status: 'published', answers_back: both('We tell you what changed.'),
}));
const bestBit = { type: 'file', name: 'best', title: 'The best bit', isRequired: true };
const sayIt = { type: 'file', name: 'said', title: 'Say it', acceptedTypes: 'audio/*' };
const signHere = { type: 'signaturepad', name: 'signed', title: 'Sign here' };

let browser, server;

before(async () => {
  browser = await launch({ more: ['--use-fake-device-for-media-stream'] });
  server = await startServer({ own: true });
  const file = join(server.data, 'one.json');
  writeFileSync(file, JSON.stringify({ surveys: announced }));
  await server.verb('survey', 'import', file);
  const publish = async (survey, ...elements) => {
    writeFileSync(file, JSON.stringify({ title: 'Photos', elements, alongside: { survey, answers: 'as they like' } }));
    await server.verb('survey', 'publish', file);
  };
  await publish(anonymous, bestBit, sayIt);
  await publish(named, bestBit, signHere);
  await assert.rejects(publish(anonymous, signHere), /signed: a signature says who it is/);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

function rows(sql) {
  const database = new DatabaseSync(join(server.data, 'alongside.sqlite'), { readOnly: true });
  const found = database.prepare(sql).all();
  database.close();
  return found;
}

const field = (app, name) => app.page.locator('#mirror').getByLabel(name);
const inDialog = (app, name) => app.page.locator('dialog.joined').getByRole('button', { name, exact: true });

// A control that the browser itself must open takes the mouse, a key or a click, on the canvas too.
const opens = new Map([
  [mouse, (app, control) => app.mouseAt(control)],
  [keyboard, async (app, control) => { await app.tabTo(control); await app.page.keyboard.press('Enter'); }],
  [plain, (app, control) => control.click()],
]);

async function choose(app, hand, file) {
  const [chooser] = await Promise.all([app.page.waitForEvent('filechooser'), opens.get(hand)(app, field(app, say('feedback.file.photo')))]);
  await chooser.setFiles(file);
  await app.settled();
}

/** A dialog is of the page itself: a mouse meets it in either view, and the keyboard is in it already. */
async function pressIn(app, hand, name) {
  const button = inDialog(app, name);
  await button.waitFor();
  if (hand === keyboard) {
    for (let i = 0; i < 8 && !(await button.evaluate((element) => element === document.activeElement)); i++) await app.page.keyboard.press('Tab');
    await app.page.keyboard.press('Enter');
  } else await button.click();
}

async function record(app, hand) {
  await opens.get(hand)(app, field(app, say('feedback.file.voice')));
  await pressIn(app, hand, 'Record');
  await app.page.locator('dialog.joined').getByText('Recording now.').waitFor();
  await app.page.waitForTimeout(600);
  await pressIn(app, hand, 'Stop');
  await app.page.locator('dialog.joined').getByText(/^Recorded\./).waitFor();
  await pressIn(app, hand, 'Listen');
  await pressIn(app, hand, 'Keep this');
  await app.page.locator('dialog.joined').waitFor({ state: 'detached' });
}

async function draw(app) {
  const box = await app.page.locator('dialog.joined canvas').boundingBox();
  await app.page.mouse.move(box.x + 20, box.y + 20);
  await app.page.mouse.down();
  for (const x of [60, 120, 200]) await app.page.mouse.move(box.x + x, box.y + 20 + (x % 40));
  await app.page.mouse.up();
}

async function sendAll(app, hand) {
  await hand.press(app, 'button', say('feedback.next'));
  await app.see('radio', say('feedback.how.self'));
  await hand.pick(app, say('feedback.how.self'));
  await hand.press(app, 'button', say('feedback.next'));
  await app.see('button', say('feedback.send'));
  await hand.press(app, 'button', say('feedback.send'));
}

async function begin(app, hand, survey) {
  if (hand.view === 'canvas') assert.ok(await webglLive(app), 'WebGL2 must be live in canvas view');
  await signIn(app, hand, 'Sam Ashford');
  await inCharge(app.page);
  await app.go(`/say/${survey}`);
  await app.see('heading', 'The best bit');
}

const shown = (question) => `${say('feedback.file.show', { item: '1' })}, ${question}`;
const openFor = (hand) => App.open(browser, server.origin, '/', { settings: { view: hand.view }, serviceWorkers: 'allow' });

for (const hand of isLong ? [mouse, keyboard, plain] : [mouse, plain]) {
  test(`a photo and a voice go without a name, begun offline and found again after a reload: ${hand.name}`, async () => {
    const app = await openFor(hand);
    try {
      await app.context.grantPermissions(['microphone']);
      const had = rows('SELECT count(*) AS n FROM feedback_files')[0].n;
      await begin(app, hand, anonymous);
      const taken = await photo(app.page);
      await app.context.setOffline(true);
      await choose(app, hand, { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no photo') });
      await reads(app, say('feedback.file.bad'));
      await choose(app, hand, { name: 'IMG_0042.jpg', mimeType: 'image/jpeg', buffer: taken });
      await app.see('button', shown('The best bit'));
      await reads(app, say('feedback.keeping.kept'));
      await app.page.reload();
      await app.see('button', shown('The best bit'));
      await hand.press(app, 'button', shown('The best bit'));
      await app.page.locator('dialog.joined img').waitFor();
      await app.page.waitForFunction(() => document.querySelector('dialog.joined img').naturalWidth > 0);
      await app.page.keyboard.press('Escape');
      await app.page.locator('dialog.joined').waitFor({ state: 'detached' });
      await hand.press(app, 'button', say('feedback.next'));
      await app.see('heading', 'Say it');
      await record(app, hand);
      await app.see('button', shown('Say it'));
      await sendAll(app, hand);
      await reads(app, say('feedback.send.waiting'));
      await app.context.setOffline(false);
      await reads(app, say('feedback.sent'));
      assert.equal(rows('SELECT count(*) AS n FROM feedback_files')[0].n, had + 2);
      for (const { arrival, bytes } of rows('SELECT * FROM feedback_files')) {
        assert.equal(arrival, 1);
        assert.ok(bytes.length > 100, `${bytes.length} bytes`); // under load a second of sound is short
        assert.ok(!Buffer.from(bytes).includes(secretPlace));
      }
      assert.equal(rows('SELECT count(*) AS n FROM feedback_file_pieces')[0].n, 0);
      assert.deepEqual(await app.violations(), []);
      assert.deepEqual(app.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED')), []);
    } finally {
      await app.close();
    }
  });
}

test('a signature is drawn, or written by who cannot draw, and goes by name with the photo', async () => {
  for (const [hand, draws] of [[mouse, true], [plain, false]]) {
    const app = await openFor(hand);
    try {
      const had = rows('SELECT count(*) AS n FROM attachment_file')[0].n;
      await begin(app, hand, named);
      await choose(app, hand, { name: 'IMG_0042.jpg', mimeType: 'image/jpeg', buffer: await photo(app.page) });
      await app.see('button', shown('The best bit'));
      await hand.press(app, 'button', say('feedback.next'));
      await app.see('textbox', say('feedback.file.name'));
      if (draws) {
        await opens.get(hand)(app, field(app, say('feedback.file.draw')));
        await pressIn(app, hand, 'Keep this');
        await app.page.locator('dialog.joined').getByText('There is nothing in the box yet.').waitFor();
        await draw(app);
        await pressIn(app, hand, 'Keep this');
        await app.see('button', shown('Sign here'));
      } else {
        await hand.write(app, say('feedback.file.name'), 'Sam Ashford');
      }
      await sendAll(app, hand);
      await reads(app, say('feedback.sent'));
      const wanted = had + (draws ? 2 : 1);
      for (let tries = 0; rows('SELECT count(*) AS n FROM attachment_file')[0].n < wanted && tries < 100; tries++) await app.page.waitForTimeout(100);
      assert.equal(rows('SELECT count(*) AS n FROM attachment_file')[0].n, wanted);
      await app.assertClean();
    } finally {
      await app.close();
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'alongside-files-'));
  assert.match(await server.verb('survey', 'results', named, '--files', folder), /3 files are in/);
  assert.equal(readdirSync(folder).filter((name) => /-(best|signed)-\d\.jpg$/.test(name)).length, 3);
  for (const name of readdirSync(folder)) assert.equal(readFileSync(join(folder, name)).readUInt16BE(0), 0xffd8);
});

test('a browser that lends no microphone says so kindly, and the survey goes on without it', async () => {
  const app = await App.open(browser, server.origin, `/say/${anonymous}`, { settings: { view: 'plain' } });
  try {
    await app.see('heading', 'The best bit');
    await app.find('button', say('feedback.skip')).click();
    await app.see('heading', 'Say it');
    await field(app, say('feedback.file.voice')).click();
    await pressIn(app, plain, 'Record');
    await app.page.locator('dialog.joined').getByText(/^We may not use the microphone\. That is fine\./).waitFor();
    assert.ok(await app.page.locator('#mirror').evaluate((element) => element.inert), 'what is behind it cannot be reached');
    assert.ok(await app.page.locator('#leave').isEnabled(), 'the way out can');
    await pressIn(app, plain, 'Close');
    assert.ok(await field(app, say('feedback.file.voice')).evaluate((element) => element === document.activeElement), 'the focus is where it was');
    assert.ok(!(await app.page.locator('#mirror').evaluate((element) => element.inert)));
  } finally {
    await app.close();
  }
});
