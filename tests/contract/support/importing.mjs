/**
 * council-api's `offer import` for tests written in JavaScript: a council of its own in a folder that goes, with the
 * feeds that the test names in its configuration. Used by offer_feeds.test.mjs.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const demo = JSON.parse(readFileSync(new URL('../../../assets/demo/northmere/council.json', import.meta.url), 'utf8'));

export class ImportingCouncil {
  constructor(feeds) {
    this.folder = mkdtempSync(join(tmpdir(), 'alongside-feeds-'));
    this.name(feeds);
  }

  /** The configuration's feeds: `{name, url or folder, …}`, allowed on loopback and tried again without a pause. */
  name(feeds) {
    this.config = join(this.folder, 'council.json');
    const whole = feeds.map((feed) => (feed.url === undefined ? feed
      : { inner_addresses: ['127.0.0.1'], first_retry_seconds: 0, ...feed }));
    writeFileSync(this.config, JSON.stringify({ ...demo, offer: { feeds: whole } }));
  }

  options() { return ['--data', join(this.folder, 'data'), '--council', this.config]; }

  /** `{code, out, err}` of a verb; the feed's own server goes on answering meanwhile. */
  verb(...words) {
    return new Promise((resolve) => {
      execFile(process.env.COUNCIL_API, [...words, ...this.options()], { maxBuffer: 1 << 26 },
        (error, out, err) => resolve({ code: error ? error.code : 0, out, err }));
    });
  }

  async import(...words) { return JSON.parse((await this.verb('offer', 'import', ...words, '--json')).out); }

  /** What families see, by id: the records as they are kept. */
  async offer() {
    const folder = join(this.folder, `export-${Math.random()}`);
    const { code } = await this.verb('offer', 'export', folder);
    if (code !== 0) return {};
    const files = readdirSync(join(folder, 'services'));
    const offer = Object.fromEntries(files.map((it) => [it.slice(0, -5), readFileSync(join(folder, 'services', it), 'utf8')]));
    rmSync(folder, { recursive: true });
    return offer;
  }

  spawnImport() {
    return spawn(process.env.COUNCIL_API, ['offer', 'import', ...this.options()], { stdio: 'ignore' });
  }

  /** The running server's port. */
  async serve() {
    mkdirSync(join(this.folder, 'www'), { recursive: true });
    writeFileSync(join(this.folder, 'www/index.html'), '<!doctype html><title>{{title}}</title><main>{{main}}</main>');
    this.child = spawn(process.env.COUNCIL_API, ['serve', ...this.options(), '--listen', '127.0.0.1:0', '--today', '2026-11-22',
      '--www', join(this.folder, 'www')], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    return new Promise((resolve, reject) => {
      this.child.once('exit', () => reject(new Error(`council-api did not start: ${output}`)));
      this.child.stdout.on('data', (chunk) => {
        output += chunk;
        const match = /"port":\s*(\d+)/.exec(output);
        if (match) resolve(Number(match[1]));
      });
    });
  }

  stopServer() {
    return new Promise((resolve) => {
      this.child.once('exit', resolve);
      this.child.kill('SIGTERM');
    });
  }

  remove() {
    this.child?.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
