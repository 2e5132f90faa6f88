/**
 * Axe finds nothing where somebody signs in: the screens as a council without a demonstration has them (a provider, a
 * passkey, a code; a code alone, right after a wrong one), and the same pages as the server wrote them, before the
 * application is there. The screen of the demonstration is in axe.test.mjs, the passkeys' own pages in passkeys.test.mjs.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { providerEntry } from '../support/sign_in_section.mjs';
import { App } from './support/app.mjs';
import { axe } from './support/axe.mjs';
import { assertNothingFound, assertSameRoles, setAll, treeOf } from './support/cell.mjs';
import { launch, openContext } from './support/chromium.mjs';
import { accessibility } from './support/hands.mjs';
import { allCells, fewCells } from './support/product.mjs';
import { startSignInCouncil } from './support/sign_in_council.mjs';
import { isLong } from './support/suite.mjs';
import { say } from './support/words.mjs';

let folder;
let browser;
let manyWays;
let codeAlone;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-browser-sign-in-looks-'));
  process.env.ALONGSIDE_TEST_SECRET = 'a secret that nobody is asked for here';
  // Nobody goes there: it is only offered.
  manyWays = await startSignInCouncil(folder, [providerEntry('council', 'https://accounts.northmere.example')], { codes: 'alone' });
  codeAlone = await startSignInCouncil(folder, [], { codes: 'alone', passkeys: 'off' });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await manyWays?.stop();
  await codeAlone?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

async function afterAWrongCode(app) {
  await accessibility.write(app, say('shell.code.label'), 'K7QM-4XBN-9TRW');
  await accessibility.press(app, 'button', say('shell.code.go'));
  await app.main().getByText(say('shell.code.wrong')).first().waitFor({ state: 'attached' });
}

const screens = [
  { name: 'every way in', of: () => manyWays, path: '/signin', heading: 'shell.sign_in', come: async () => {} },
  { name: 'a code, of several ways', of: () => manyWays, path: '/signin/code', heading: 'shell.code', come: async () => {} },
  { name: 'a code alone, after a wrong one', of: () => codeAlone, path: '/signin', heading: 'shell.code', come: afterAWrongCode },
];

screens.forEach((screen, number) => {
  for (const cell of isLong ? allCells() : fewCells(number)) {
    test(`axe finds nothing: ${screen.name}, ${Object.values(cell).join(', ')}`, async () => {
      const app = await App.open(browser, screen.of().origin, screen.path, { settings: { view: cell.view, theme: cell.theme } });
      try {
        await app.resize(cell.width, 800);
        await app.see('heading', say(screen.heading));
        await screen.come(app);
        await assertSameRoles(app, await treeOf(app), cell, screen.name);
        await assertNothingFound(app, cell);
      } finally {
        await setAll(app, { lang: 'en', words: 'usual' });
        await app.close();
      }
    });
  }
});

/** The page as the server wrote it: the application never comes. */
async function withWrittenPage(address, { width, scheme }, work) {
  const { page, context } = await openContext(browser, new URL(address).origin, { viewport: { width, height: 800 }, colorScheme: scheme });
  try {
    await page.route('**/*.wasm', () => {});
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await work(page);
  } finally {
    await context.close();
  }
}

for (const path of ['/signin', '/signin/code', '/signin/code?trouble=wrong-code']) {
  test(`axe finds nothing on ${path} as the server writes it, and it does not scroll sideways`, async () => {
    for (const width of [320, 1280]) {
      for (const scheme of ['light', 'dark']) {
        for (const lang of ['en', 'cy']) {
          const address = `${manyWays.origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
          await withWrittenPage(address, { width, scheme }, async (page) => {
            assert.equal(await page.locator('html').getAttribute('lang'), lang);
            assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
            assert.deepEqual((await axe(page)).violations, [], `${address} ${width} ${scheme}`);
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${address} is wider than ${width} px`);
          });
        }
      }
    }
  });
}
