/**
 * The photo of a receipt, from the phone to the other parent: chosen with no network, by keyboard, mouse
 * and in plain view; with the council once when the network returns, small, the right way up and without
 * the place; for those who see the spend, and nobody else.
 */
import assert from 'node:assert/strict';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { photo, secretPlace, sizeOf } from './support/camera.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { keyboard, mouse, plain } from './support/hands.mjs';
import { startServer } from './support/server.mjs';
import { isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';
import { inCharge } from './worker/worker_suite.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const field = say('direct_payments.receipt.add');
const fileName = 'IMG_0042.jpg';
const control = (app) => app.page.locator('#mirror').getByLabel(field);
const openFor = (server, view) => App.open(browser, server.origin, '/', { settings: { view }, serviceWorkers: 'allow' });
const route = (app) => app.page.evaluate(() => location.pathname);

// How each hand opens the chooser that is the browser's own.
const opens = new Map([
  [mouse, async (app) => { await app.mouseAt(control(app)); }],
  [keyboard, async (app) => { await app.tabTo(control(app)); await app.page.keyboard.press('Enter'); }],
  [plain, async (app) => { await control(app).click(); }],
]);

async function choose(app, hand, file) {
  const [chooser] = await Promise.all([app.page.waitForEvent('filechooser'), opens.get(hand)(app)]);
  await chooser.setFiles(file);
  await app.settled();
}

const photoHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const named = (buffer, name = fileName, mimeType = 'image/jpeg') => ({ name, mimeType, buffer });

async function startSpend(app, hand) {
  await signIn(app, hand, 'Sam Ashford');
  await inCharge(app.page);
  await app.go('/money/spend');
  await app.see('textbox', say('direct_payments.spend.amount'));
}

async function saveSpend(app, hand) {
  await hand.write(app, say('direct_payments.spend.what'), 'Swimming things');
  await hand.write(app, say('direct_payments.spend.amount'), '7.35');
  await hand.press(app, 'button', say('direct_payments.spend.save'));
  await app.see('heading', say('direct_payments.spend.saved'));
}

function inDatabase(server, sql) {
  const database = new DatabaseSync(join(server.data, 'alongside.sqlite'), { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

async function openEntry(app, hand) {
  await app.go('/money');
  await hand.press(app, 'link', 'Swimming things');
  await app.see('heading', say('direct_payments.receipt.title'));
}

async function saveReceipt(app, hand) {
  const link = app.find('link', /^Save the photo of the receipt/);
  await link.waitFor({ state: 'attached' });
  const at = await route(app);
  const [download] = await Promise.all([app.page.waitForEvent('download'), hand.press(app, 'link', /^Save the photo of the receipt/)]);
  assert.equal(await route(app), at, 'the page stays where it is');
  assert.equal(download.suggestedFilename(), 'photo.jpg');
  return readFileSync(await download.path());
}

// What a person without a share is told of an address, from within their own signed-in page.
const answerAt = (app, path) => app.page.evaluate(async (address) => {
  const response = await fetch(address, { headers: { Accept: 'application/x-alongside' } });
  return `${response.status} ${[...new Uint8Array(await response.arrayBuffer())]}`;
}, path);

async function withServer(work) {
  const server = await startServer({ own: true });
  const opened = [];
  const open = async (view) => {
    opened.push(await openFor(server, view));
    return opened.at(-1);
  };
  try {
    await work(server, open);
  } catch (error) {
    for (const app of opened) error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
    throw error;
  } finally {
    for (const app of opened) await app.close();
    await server.stop();
  }
}

// The keyboard's way takes half a minute and is tried in `test long`.
for (const hand of isLong ? [mouse, keyboard, plain] : [mouse, plain]) {
  test(`a photo chosen with no network is with the council once when it returns, and Jo saves it: ${hand.name}`, () => withServer(async (server, open) => {
    const sam = await open(hand.view);
    await startSpend(sam, hand);
    const picture = await photo(sam.page);
    assert.ok(picture.includes(secretPlace));
    await sam.context.setOffline(true);
    await choose(sam, hand, named(picture));
    await reads(sam, new RegExp(`^${fileName}, \\d+ KB$`));
    await saveSpend(sam, hand);
    await reads(sam, /^Saved on this device\. 1 change will be sent/);
    assert.equal(inDatabase(server, 'SELECT * FROM attachment_upload').length, 0);
    await sam.context.setOffline(false);
    await reads(sam, say('shell.sync.with_council'));
    await openEntry(sam, hand);
    await reads(sam, say('direct_payments.receipt.with_council'));

    const rows = inDatabase(server, 'SELECT bytes FROM attachment_file JOIN attachment_blob USING (household, person, digest)');
    assert.equal(rows.length, 1, 'once');
    const kept = Buffer.from(rows[0].bytes);
    assert.ok(!kept.includes(secretPlace) && !kept.includes('Exif'));
    assert.deepEqual(sizeOf(kept), { width: 1000, height: 2000 }, 'smaller, and the right way up');
    const files = (await sam.page.evaluate(async () => {
      const names = await indexedDB.databases();
      const counts = await Promise.all(names.map(({ name }) => new Promise((done) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const store = opening.result.objectStoreNames.contains('files') && opening.result.transaction('files').objectStore('files');
          if (!store) return done(0);
          const counting = store.count();
          counting.onsuccess = () => { opening.result.close(); done(counting.result); };
          return undefined;
        };
      })));
      return counts;
    }));
    assert.deepEqual(files.filter((count) => count > 0), [], 'the device has let go of it');

    const jo = await open(hand.view);
    await signIn(jo, hand, 'Jo Ashford');
    await openEntry(jo, hand);
    assert.ok((await saveReceipt(jo, hand)).equals(kept));
    assert.deepEqual(await sam.violations(), []);
  }));
}

test('whoever is not shown the money gets the answer for an address that never was', () => withServer(async (server, open) => {
  const sam = await open('plain');
  await startSpend(sam, plain);
  await choose(sam, plain, named(await photo(sam.page, { width: 300, height: 200 })));
  await saveSpend(sam, plain);
  await reads(sam, say('shell.sync.with_council'));
  await openEntry(sam, plain);
  const path = await sam.find('link', /^Save the photo/).getAttribute('href');
  assert.match(path, /^\/api\/attachments\/[0-9a-f-]{36}$/);
  for (const name of ['Riley Ashford', 'Nadia Rahman']) {
    const other = await open('plain');
    await plain.press(other, 'link', say('shell.sign_in'));
    await plain.press(other, 'button', new RegExp(name));
    await other.see('heading', say('shell.keep'));
    const hidden = await answerAt(other, path);
    assert.match(hidden, /^404 /);
    assert.equal(hidden, await answerAt(other, '/api/attachments/00000000-0000-4000-8000-00000000000f'));
    assert.equal(hidden, await answerAt(other, '/api/nowhere'));
  }
}));

test('a page that is loaded again finds its photo beside what was typed; taken out, it is gone', () => withServer(async (server, open) => {
  const sam = await open('plain');
  await startSpend(sam, plain);
  const picture = named(await photo(sam.page, { width: 300, height: 200 }));
  await sam.context.setOffline(true);
  await plain.write(sam, say('direct_payments.spend.what'), 'Half a spend');
  await choose(sam, plain, picture);
  await reads(sam, new RegExp(`^${fileName}, \\d+ KB$`));
  await sam.go('/money/spend');
  await reads(sam, new RegExp(`^${fileName}, \\d+ KB$`));
  assert.equal(await sam.find('textbox', say('direct_payments.spend.what')).inputValue(), 'Half a spend');
  await plain.press(sam, 'button', say('direct_payments.receipt.remove', { name: fileName }));
  await sam.go('/money/spend');
  assert.equal(await sam.find('button', say('direct_payments.receipt.remove', { name: fileName })).count(), 0);
  await choose(sam, plain, picture);  // the same file may be chosen again
  await reads(sam, new RegExp(`^${fileName}, \\d+ KB$`));
}));

test('what is no photo, or one of 50 MB, is said beside the field, and a PDF goes as it is', () => withServer(async (server, open) => {
  const sam = await open('plain');
  await startSpend(sam, plain);
  await choose(sam, plain, named(Buffer.from('<script>alert(1)</script>'), 'receipt.jpg'));
  await reads(sam, say('direct_payments.receipt.not_a_photo'));
  assert.equal(await control(sam).getAttribute('aria-invalid'), 'true');
  const huge = join(server.data, 'huge.jpg');
  writeFileSync(huge, photoHead);
  truncateSync(huge, 50 * 1024 * 1024);
  await choose(sam, plain, huge);
  await reads(sam, say('direct_payments.receipt.large'));
  const letter = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n');
  await choose(sam, plain, named(letter, 'receipt.pdf', 'application/pdf'));
  await reads(sam, /^receipt\.pdf, 1 KB$/);
  await saveSpend(sam, plain);
  await openEntry(sam, plain);
  await reads(sam, say('direct_payments.receipt.with_council'));
  const [row] = inDatabase(server, 'SELECT bytes FROM attachment_blob');
  assert.ok(Buffer.from(row.bytes).equals(letter));
}));
