/**
 * WebKitGTK, driven by WebDriver: WebKitWebDriver opens MiniBrowser on a screen of its own. A
 * client in a few lines of fetch. Called by webkit.test.mjs.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { freePort } from './free_port.mjs';
import { clickStrokes, keyStrokes } from './key_strokes.mjs';
import { startScreen } from './xvfb.mjs';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

// Which elements can have a role; the browser itself is then asked for role and name of each.
const candidates = {
  button: 'button', link: 'a[href]', heading: 'h1, h2, h3, h4', combobox: 'select', textbox: 'input, textarea',
  searchbox: 'input[type=search]', radio: 'input[type=radio]', main: 'main',
};

// WebKitGTK calls a closed <select> a button that pops up.
const alsoCalled = { combobox: 'button' };

function miniBrowser() {
  const libraries = '/usr/lib';
  const machine = readdirSync(libraries).filter((name) => name.endsWith('-linux-gnu'));
  for (const name of machine) {
    for (const version of ['4.1', '6.0', '4.0']) {
      const path = `${libraries}/${name}/webkit2gtk-${version}/MiniBrowser`;
      if (existsSync(path)) return path;
    }
  }
  throw new Error('MiniBrowser is not there: install libwebkit2gtk-4.1-0 and webkit2gtk-driver');
}

class WebKit {
  constructor(base) { this.base = base; }

  async send(method, path, body) {
    const answer = await fetch(this.base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  goto(url) { return this.send('POST', '/url', { url }); }
  back() { return this.send('POST', '/back', {}); }

  evaluate(work, ...given) {
    const script = `const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);
      Promise.resolve((${work})(...given)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    return this.send('POST', '/execute/async', { script, args: given }).then(({ value, error }) => {
      if (error) throw new Error(error);
      return value;
    });
  }

  async locate(role, name) {
    const elements = await this.send('POST', '/elements', { using: 'css selector', value: candidates[role] });
    for (const element of elements) {
      const id = element[elementKey];
      const label = await this.send('GET', `/element/${id}/computedlabel`);
      if (label !== name) continue;
      const told = (await this.send('GET', `/element/${id}/computedrole`)).toLowerCase();
      if (told === role || told === alsoCalled[role]) return element;
    }
    return undefined;
  }

  perform(actions) { return this.send('POST', '/actions', { actions }); }

  click(x, y) { return this.perform(clickStrokes(x, y)); }
  keys(given) { return this.perform(keyStrokes(given)); }

  /** WebDriver's own way to choose, since a space among the letters would open the popup. */
  async choose(select, label) {
    const id = select[elementKey];
    const option = await this.send('POST', `/element/${id}/element`, { using: 'xpath', value: `./option[.='${label}']` });
    await this.send('POST', `/element/${option[elementKey]}/click`, {});
  }
}

async function newSession(origin) {
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } } };
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(`${origin}/session`, { method: 'POST', body: JSON.stringify({ capabilities }) });
      const { value } = await answer.json();
      if (answer.ok) return value.sessionId;
      throw new Error(value.message);
    } catch (error) {
      if (tries >= 50) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** @returns {Promise<{browser: WebKit, stop: () => Promise<void>}>} */
export async function startWebKit({ width = 400, height = 800 } = {}) {
  const screen = await startScreen();
  const port = await freePort();
  const child = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore', env: { ...process.env, DISPLAY: screen.display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const origin = `http://127.0.0.1:${port}`;
  const session = await newSession(origin);
  const browser = new WebKit(`${origin}/session/${session}`);
  await browser.send('POST', '/window/rect', { width, height });
  const stop = async () => {
    await browser.send('DELETE', '').catch(() => {});
    child.kill();
    screen.stop();
  };
  return { browser, stop };
}
