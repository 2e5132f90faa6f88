/**
 * A council-api with a database of its own that a test may kill at any moment (SIGKILL) and start again
 * on the same port and folder. Called by the tests of what must survive.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free_port.mjs';
import * as paths from '../support/paths.mjs';
import { answers, council, demoData } from '../support/server.mjs';

export class OwnCouncil {
  static async start() {
    const own = new OwnCouncil();
    own.data = mkdtempSync(join(tmpdir(), 'alongside-kills-'));
    cpSync(await demoData(), own.data, { recursive: true });
    own.port = await freePort();
    own.origin = `http://localhost:${own.port}`;
    await own.open();
    return own;
  }

  async open() {
    this.child = spawn(paths.councilApi(), ['serve', '--council', council, '--data', this.data, '--www', paths.www,
      '--listen', `127.0.0.1:${this.port}`, '--admin', join(this.data, 'admin.socket'), '--demo', '--today', '2026-11-22'],
    { stdio: ['ignore', 'ignore', 'pipe'] });
    let told = '';
    this.child.stderr.on('data', (text) => { told += text; });
    if (!(await answers(this.origin, this.child))) throw new Error(`council-api did not start again:\n${told}`);
  }

  async kill() {
    const ended = new Promise((done) => this.child.once('exit', done));
    if (this.child.exitCode !== null || this.child.signalCode) return;
    this.child.kill('SIGKILL');
    await ended;
  }

  async end() {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }
}
