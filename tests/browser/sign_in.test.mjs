/**
 * Signing in by a real provider (npm oidc-provider), in the browser: from the page one is on, there, back, the code,
 * one's own things, and signing out everywhere; by mouse and in the plain view. The same without scripts, and by the code alone.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { makeKey, startHonestProvider } from '../support/honest_provider.mjs';
import { providerEntry } from '../support/sign_in_section.mjs';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads } from './support/family.mjs';
import { freePort } from './support/free_port.mjs';
import { mouse, plain } from './support/hands.mjs';
import { startSignInCouncil } from './support/sign_in_council.mjs';
import { say } from './support/words.mjs';

let folder;
let honest;
let council;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-browser-sign-in-'));
  const [port, issuerPort] = [await freePort(), await freePort()];
  const app = `http://localhost:${port}`;
  const key = await makeKey('ES256', 'ours-1');
  const keyFile = join(folder, 'key.pem');
  writeFileSync(keyFile, key.pem);
  honest = await startHonestProvider(issuerPort, [{
    client_id: 'alongside', redirect_uris: [`${app}/sign-in/council/back`], post_logout_redirect_uris: [`${app}/`],
    response_types: ['code'], grant_types: ['authorization_code'], id_token_signed_response_alg: 'ES256',
    token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256', jwks: { keys: [key.publicJwk] },
    backchannel_logout_uri: `${app.replace('localhost', '127.0.0.1')}/sign-in/council/logout`, backchannel_logout_session_required: true,
  }]);
  council = await startSignInCouncil(folder, [providerEntry('council', honest.issuer, {
    proof: 'private_key_jwt', key_file: keyFile, key_id: 'ours-1', secret_env: undefined,
  })], {}, port);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await council?.stop();
  await honest?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

async function atTheProvider(page, name) {
  await page.waitForURL(`${honest.issuer}/interaction/**`);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

// What leads out of the page takes the page along, perhaps before the hand has come to rest.
async function pressAndLeave(app, hand, name) {
  try {
    await hand.press(app, 'button', name);
  } catch (error) {
    assert.match(error.message, /context was destroyed|Cannot read properties of undefined|navigat/);
  }
}

async function goToTheProvider(app, hand) {
  await hand.press(app, 'link', say('shell.sign_in'));
  const button = say('shell.sign_in.with', { name: 'My Northmere account' });
  await app.see('button', button);
  await pressAndLeave(app, hand, button);
}

async function back(app, heading) {
  await app.page.waitForURL(`${council.origin}/**`);
  await app.ready();
  await app.see('heading', heading);
}

const people = [['parent', 1, 'Parent Canary'], ['carer', 2, 'Carer Canary']];

for (const [index, hand] of [mouse, plain].entries()) {
  const [name, digit, shown] = people[index];
  test(`V7.4.4: by a provider and the council's code, one's own things, and out everywhere: ${hand.name}`, async () => {
    const app = await App.open(browser, council.origin, '/about-us', { settings: { view: hand.view }, serviceWorkers: 'allow' });
    await goToTheProvider(app, hand);
    await atTheProvider(app.page, name);
    await back(app, say('shell.code'));
    assert.equal(await app.find('textbox', say('shell.code.label')).getAttribute('autocomplete'), 'one-time-code');
    await hand.write(app, say('shell.code.label'), 'K7QM-4XBN-9TRW');
    await hand.press(app, 'button', say('shell.code.go'));
    await reads(app, say('shell.code.wrong'));
    await hand.write(app, say('shell.code.label'), council.invite(digit));
    await hand.press(app, 'button', say('shell.code.go'));
    await app.see('heading', say('shell.keep'));
    await hand.pick(app, say('shell.keep.yes'));
    await hand.press(app, 'button', say('shell.keep.go'));
    await app.see('heading', say('shell.about_us'));
    await app.see('heading', 'Child Canary');
    await app.see('link', shown);
    await app.go('/account');
    await app.see('button', say('shell.account.sign_out'));
    await pressAndLeave(app, hand, say('shell.account.sign_out'));
    await app.page.waitForURL(`${honest.issuer}/session/end**`);
    await app.page.getByRole('button', { name: 'Yes' }).click();
    await app.page.waitForURL(`${council.origin}/`);
    await app.ready();
    await app.see('link', say('shell.sign_in'));
    // The second time no code is asked for, but a name is: they are signed out there too.
    await goToTheProvider(app, hand);
    await atTheProvider(app.page, name);
    await app.page.waitForURL(`${council.origin}/**`);
    await app.ready();
    await app.see('link', shown);
    assert.deepEqual(await app.violations(), []);
    await app.close();
  });
}

test('without scripts: the same, on plain pages', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${council.origin}/signin?then=/help`);
  await page.getByRole('link', { name: 'My Northmere account' }).click();
  await atTheProvider(page, 'young-person');
  await page.waitForURL(`${council.origin}/signin/code`);
  await page.getByLabel('Code').fill(council.invite(4));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${council.origin}/help`);
  const cookies = await context.cookies(council.origin);
  assert.ok(cookies.some((cookie) => cookie.name === '__Host-sid' && cookie.httpOnly && cookie.secure && cookie.sameSite === 'Lax'));
  await context.close();
});

test('by the council\'s code alone, where the council says so', async () => {
  const alone = await startSignInCouncil(folder, [], { codes: 'alone', passkeys: 'off' });
  try {
    const app = await App.open(browser, alone.origin, '/about-us');
    await mouse.press(app, 'link', say('shell.sign_in'));
    await app.see('heading', say('shell.code'));
    await mouse.write(app, say('shell.code.label'), alone.invite(1));
    await mouse.press(app, 'button', say('shell.code.go'));
    await app.see('heading', say('shell.keep'));
    await mouse.pick(app, say('shell.keep.no'));
    await mouse.press(app, 'button', say('shell.keep.go'));
    await app.see('heading', 'Child Canary');
    await app.close();
  } finally {
    await alone.stop();
  }
});
