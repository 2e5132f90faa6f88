/**
 * Firefox ESR, driven over WebDriver BiDi, which is in the browser itself. With `drawn` it runs on
 * a screen with WebGL; without, headless, where it has none. Called by firefox.test.mjs.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { clickStrokes, keyStrokes } from './key_strokes.mjs';
import { startScreen } from './xvfb.mjs';

const preferences = {
  'webgl.force-enabled': true,
  'app.update.auto': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.security.https_first': false,
  'extensions.getAddons.cache.enabled': false,
  'intl.accept_languages': 'en-GB,en',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.active-protocols': 1,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

function makeProfile() {
  const profile = mkdtempSync(join(tmpdir(), 'alongside-firefox-'));
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  return profile;
}

async function addressOf(child) {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (text) => {
      said += text;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (found) resolve(`${found[1]}/session`);
    });
    child.once('exit', () => reject(new Error(`Firefox ended at once:\n${said}`)));
    child.once('error', reject);
  });
}

class Connection {
  constructor(socket) {
    this.socket = socket;
    this.waiting = new Map();
    this.last = 0;
    this.errors = [];
    socket.on('message', (text) => this.receive(JSON.parse(text)));
  }

  receive(message) {
    if (message.method === 'log.entryAdded' && message.params.level === 'error') this.errors.push(message.params.text);
    const { resolve, reject } = this.waiting.get(message.id) ?? {};
    this.waiting.delete(message.id);
    if (message.type === 'success') resolve?.(message.result);
    if (message.type === 'error') reject?.(new Error(`${message.error}: ${message.message}`));
  }

  send(method, params) {
    const id = ++this.last;
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }
}

/** The same few verbs as WebKit's, for remote_app.mjs. */
class Firefox {
  constructor(connection, context) {
    Object.assign(this, { connection, context });
  }

  get errors() { return this.connection.errors; }

  goto(url) { return this.connection.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' }); }
  back() { return this.connection.send('browsingContext.traverseHistory', { context: this.context, delta: -1 }); }

  async evaluate(work, ...given) {
    const functionDeclaration = `async (...given) => JSON.stringify(await (${work})(...given))`;
    const toWire = (value) => (value?.sharedId ? { sharedId: value.sharedId } : { type: 'string', value: String(value) });
    const { result, exceptionDetails } = await this.connection.send('script.callFunction', {
      functionDeclaration, awaitPromise: true, arguments: given.map(toWire), target: { context: this.context },
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value === undefined ? undefined : JSON.parse(result.value);
  }

  async locate(role, name) {
    const { nodes } = await this.connection.send('browsingContext.locateNodes', {
      context: this.context, locator: { type: 'accessibility', value: { role, name } },
    });
    return nodes[0];
  }

  perform(actions) { return this.connection.send('input.performActions', { context: this.context, actions }); }

  click(x, y) { return this.perform(clickStrokes(x, y)); }
  keys(given) { return this.perform(keyStrokes(given)); }

  /** A select answers to the letters of what it offers. */
  async choose(select, label) {
    await this.evaluate('(element) => { element.focus(); return true; }', select);
    await this.keys([...label]);
  }
}

/** @returns {Promise<{browser: Firefox, stop: () => Promise<void>}>} */
export async function startFirefox({ drawn = true, width = 360, height = 800 } = {}) {
  const screen = drawn ? await startScreen() : null;
  const profile = makeProfile();
  const environment = { ...process.env, MOZ_HEADLESS: drawn ? undefined : '1', DISPLAY: screen?.display };
  const child = spawn('firefox-esr', ['--remote-debugging-port', '0', '--profile', profile, '--no-remote', '--new-instance'],
    { env: environment });
  const socket = new WebSocket(await addressOf(child));
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  const connection = new Connection(socket);
  await connection.send('session.new', { capabilities: {} });
  await connection.send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts: [{ context }] } = await connection.send('browsingContext.getTree', {});
  await connection.send('browsingContext.setViewport', { context, viewport: { width, height } });
  const stop = async () => {
    const ended = new Promise((done) => child.once('exit', done));
    await connection.send('browser.close', {}).catch(() => child.kill());
    const late = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(late);
    socket.close();
    screen?.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { browser: new Firefox(connection, context), stop };
}
