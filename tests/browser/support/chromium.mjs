/**
 * Debian's Chromium through playwright-core, with software WebGL2 and a profile of its own. Opens
 * pages that note everything that must not happen. Called by the browser tests and benches.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import * as paths from './paths.mjs';

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-default-apps'];

export const webgl = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'];
export const noWebgl = ['--disable-gpu', '--disable-3d-apis'];

/** Chromium to be started with ALONGSIDE_CHROMIUM in its environment, and a list of features that are off. */
export const lean = join(dirname(fileURLToPath(import.meta.url)), 'chromium.sh');

export function launch({ graphics = webgl, more = [] } = {}) {
  const env = { ...process.env, ALONGSIDE_CHROMIUM: paths.chromium };
  return chromium.launch({ executablePath: lean, env, args: ['--no-sandbox', ...quiet, ...graphics, ...more] });
}

/** The day on which the tests' browsers live, so that "Checked 12 days ago" stays true. */
export const today = new Date('2026-11-22T10:00:00Z');

export const phone = { width: 360, height: 800 };

// Runs in the page before any of its own scripts.
function noteViolations() {
  window.__violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.__violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`);
  });
}

/**
 * @param {object} given settings of ours, viewport, day (null: the real one), and Playwright's own options
 * Without a service worker, so that every request is the page's own and is seen; {serviceWorkers: 'allow'}
 * has one.
 * @returns {Promise<{page, context, faults: string[], requests: string[]}>} `faults` collects
 * console errors, uncaught errors, policy violations and requests to anywhere else than `origin`.
 */
export async function openContext(browser, origin, { settings, viewport = phone, day = today, ...options } = {}) {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block', locale: 'en-GB', timezoneId: 'Europe/London', ...options });
  if (options.javaScriptEnabled !== false) await context.addInitScript(noteViolations);
  if (settings) {
    await context.addInitScript((text) => {
      if (!localStorage.getItem('alongside.settings')) localStorage.setItem('alongside.settings', text);
    }, JSON.stringify(settings));
  }
  const page = await context.newPage();
  const notes = { faults: [], requests: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') notes.faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => notes.faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob):/.test(url)) return;
    notes.requests.push(url);
    if (!url.startsWith(`${origin}/`)) notes.faults.push(`request to another origin: ${url}`);
  });
  if (day && options.javaScriptEnabled !== false) await page.clock.setFixedTime(day);
  return { page, context, ...notes };
}
