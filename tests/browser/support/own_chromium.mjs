/**
 * A Chromium with a profile that outlives it, which a test may kill at any moment (SIGKILL, as when a
 * phone's battery is taken out). Called by the tests of what must survive.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { lean, webgl } from './chromium.mjs';
import { chromium as executable } from './paths.mjs';

const flags = ['--headless=new', '--disable-features=MediaRouter', '--no-sandbox', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-default-apps', '--remote-debugging-port=0', ...webgl];

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr.on('data', (text) => {
      told += text;
      const found = /DevTools listening on (ws:\S+)/.exec(told);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`Chromium ended:\n${told}`)));
  });
}

export class OwnChromium {
  static async start() {
    const own = new OwnChromium();
    own.profile = mkdtempSync(join(tmpdir(), 'alongside-profile-'));
    await own.open();
    return own;
  }

  async open() {
    this.child = spawn(lean, [...flags, `--user-data-dir=${this.profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ALONGSIDE_CHROMIUM: executable },
    });
    this.browser = await chromium.connectOverCDP(await addressOf(this.child));
    [this.context] = this.browser.contexts();
  }

  async newPage(address) {
    const page = await this.context.newPage();
    await page.goto(address);
    return page;
  }

  /** No goodbye: nothing is flushed, nothing is told. */
  async kill() {
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGKILL');
    await ended;
    await this.browser.close().catch(() => {});
  }

  async killAndReopen() {
    await this.kill();
    await this.open();
  }

  async end() {
    await this.kill();
    // The last helper process of a killed browser may still write: then the system's tidying gets it.
    try {
      rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch (error) {
      console.warn(`left behind: ${this.profile} (${error.code})`);
    }
  }
}
