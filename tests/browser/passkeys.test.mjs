/**
 * Passkeys in the browser, with Chromium's own virtual authenticator: added on one's page, used to sign in, removed; by
 * mouse and in the plain view, in Welsh, by a person whom the device does not recognise, and without scripts.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App } from './support/app.mjs';
import { axe } from './support/axe.mjs';
import { launch } from './support/chromium.mjs';
import { mouse, plain } from './support/hands.mjs';
import { startSignInCouncil } from './support/sign_in_council.mjs';
import { say } from './support/words.mjs';

let folder;
let council;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-browser-passkeys-'));
  council = await startSignInCouncil(folder, [], { codes: 'alone' });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await council?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

const own = () => `${council.origin}/sign-in/passkey/mine`;
const use = () => `${council.origin}/sign-in/passkey/use`;

/** A device as phones are: it keeps passkeys itself, and recognises its person. */
async function withDevice(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return {
    recognises: (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    credentials: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

// What leads out of the page takes the page along, perhaps before the hand has come to rest.
async function pressAndLeave(app, hand, name) {
  try {
    await hand.press(app, 'button', name);
  } catch (error) {
    assert.match(error.message, /context was destroyed|Cannot read properties of undefined|navigat/);
  }
}

async function byCode(app, hand, digit) {
  await hand.press(app, 'link', say('shell.sign_in'));
  await hand.press(app, 'link', say('shell.sign_in.have_code'));
  await hand.write(app, say('shell.code.label'), council.invite(digit));
  await hand.press(app, 'button', say('shell.code.go'));
  await app.see('heading', say('shell.keep'));
  await hand.pick(app, say('shell.keep.yes'));
  await hand.press(app, 'button', say('shell.keep.go'));
  await app.settled();
}

const shown = (page, role, name) => page.locator('#static').getByRole(role, { name, exact: true });

async function addOne(app, name) {
  const { page } = app;
  await page.waitForURL(`${own()}**`);
  await page.getByLabel('What do you call this device?').fill(name);
  await shown(page, 'button', 'Add a passkey').click();
  await page.waitForURL(`${own()}?word=added`);
  await shown(page, 'heading', name).waitFor();
}

async function signOut(app, hand) {
  await app.go('/account');
  await pressAndLeave(app, hand, say('shell.account.sign_out'));
  await app.page.waitForURL(`${council.origin}/`);
  await app.ready();
  await app.see('link', say('shell.sign_in'));
}

// The device makes no second one for the same person.
async function addsNoSecond(page, device) {
  await shown(page, 'button', 'Add a passkey').click();
  await page.getByText('This device has a passkey of yours already.').waitFor();
  assert.equal((await device.credentials()).length, 1);
}

test('a passkey is added on one\'s page, signs in, and after it is removed lets nobody in', async () => {
  const app = await App.open(browser, council.origin, '/about-us', { settings: { view: 'canvas' }, serviceWorkers: 'allow' });
  const { page } = app;
  const device = await withDevice(page);
  await byCode(app, mouse, 1);
  await app.go('/account');
  await app.see('button', say('shell.account.passkeys_go'));
  await pressAndLeave(app, mouse, say('shell.account.passkeys_go'));
  await page.waitForURL(`${own()}**`);
  assert.match(await page.getByLabel('What do you call this device?').inputValue(), /Chrome/);
  await addOne(app, 'My phone');
  const [credential] = await device.credentials();
  assert.ok(credential.isResidentCredential && credential.rpId === 'localhost');
  assert.equal(Buffer.from(credential.userHandle, 'base64').length, 32);
  await addsNoSecond(page, device);

  await signOut(app, mouse);
  await app.go('/signin?then=/about-us');
  await pressAndLeave(app, mouse, say('shell.sign_in.with', { name: 'my passkey' }));
  await page.waitForURL(`${use()}**`);
  await shown(page, 'button', 'Sign in with a passkey').click();
  await page.waitForURL(`${council.origin}/about-us`);
  await app.ready();
  await app.see('heading', 'Child Canary');

  await page.goto(own());
  await shown(page, 'button', 'Remove My phone').click();
  await page.waitForURL(`${own()}?word=removed`);
  await page.getByText('You have none yet.').waitFor();
  await page.goto(`${use()}?then=/about-us`);
  await shown(page, 'button', 'Sign in with a passkey').click();
  await page.waitForURL(`${use()}?word=refused**`);
  await page.getByRole('alert').filter({ hasText: 'That passkey did not work here.' }).waitFor();
  assert.deepEqual(await app.violations(), []);
  await app.close();
});

// The scripts that an address loads, until there is something to press.
async function scriptsOf(page, address, go) {
  const loaded = [];
  const note = (request) => { if (/\.(m?js|wasm)$/.test(new URL(request.url()).pathname)) loaded.push(new URL(request.url()).pathname); };
  page.on('request', note);
  await page.goto(address);
  await shown(page, 'button', go).waitFor();
  page.off('request', note);
  return loaded.map((path) => path.replace(/\.\w{8}\./, '.')).sort();
}

test('in the plain view: one small script and nothing of the application, by every rule of WCAG 2.2 AA; and who is not recognised by the device tries again', async () => {
  const app = await App.open(browser, council.origin, '/', { settings: { view: 'plain' } });
  const device = await withDevice(app.page);
  await byCode(app, plain, 2);
  for (const [address, go] of [[use(), 'Sign in with a passkey'], [own(), 'Add a passkey']]) {
    assert.deepEqual(await scriptsOf(app.page, address, go), ['/leave.js', '/passkey.js']);
    assert.deepEqual((await axe(app.page)).violations, [], address);
  }
  await device.recognises(false);
  await shown(app.page, 'button', 'Add a passkey').click();
  await app.page.getByText('You stopped, or it took too long.').waitFor();
  assert.equal((await device.credentials()).length, 0);
  await device.recognises(true);
  await addOne(app, 'My tablet');
  assert.equal((await device.credentials()).length, 1);
  await app.close();
});

test('in Welsh and large letters, as the person chose in the app, and narrow without scrolling sideways', async () => {
  const app = await App.open(browser, council.origin, '/', { settings: { lang: 'cy', text: '200', theme: 'dark' }, viewport: { width: 320, height: 700 } });
  await app.page.goto(use());
  await shown(app.page, 'button', 'Mewngofnodi gydag allwedd mynediad').waitFor();
  const { lang, theme } = await app.page.evaluate(() => ({ lang: document.documentElement.lang, theme: document.documentElement.dataset.theme }));
  assert.deepEqual([lang, theme], ['cy', 'dark']);
  assert.ok(await app.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await app.close();
});

test('without scripts the page says that there are other ways, and offers no button that does nothing', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${council.origin}/signin?then=/help`);
  await page.getByRole('link', { name: 'My passkey' }).click();
  await page.waitForURL(`${use()}?then=%2Fhelp`);
  await page.getByText('There are other ways to sign in').waitFor();
  assert.equal(await page.getByRole('button').filter({ visible: true }).count(), 0);
  await page.getByRole('link', { name: 'Sign in another way' }).click();
  await page.waitForURL(`${council.origin}/signin?then=%2Fhelp`);
  await context.close();
});
