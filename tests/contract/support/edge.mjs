/**
 * The real nginx with the configuration of app/server/deploy, on free ports of this machine and with a certificate of its
 * own, in front of a council-api. Only names, ports and places are other ones, and what a test would have to wait for: one
 * address may ask as often as it likes, and what is not finished is given up after a second. Used by deploy.test.mjs and,
 * with its own patience, by slow_attacks.test.mjs.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from './sign_in_council.mjs';

export const name = 'short-breaks.example';
const program = '/usr/sbin/nginx';

export const hasNginx = () => existsSync(program);

function certificate(folder) {
  const [key, file] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
    '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-keyout', key, '-out', file], { stdio: 'pipe' });
  return { key, file, authority: readFileSync(file) };
}

// Every change must find its place: a file that says something else is another file.
function replaced(text, changes) {
  return changes.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`nginx.conf has no "${from}"`);
    return now.replaceAll(from, to);
  }, text);
}

async function open(port) {
  for (let tries = 0; tries < 100; tries++) {
    const heard = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => resolve(false));
    });
    if (heard) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('nginx does not listen');
}

/**
 * @param {string} root of the repository
 * @param {string} folder of the test's own
 * @param {string} upstream "127.0.0.1:8080"
 * @param {'hasty'|'patient'} patience whether what is not finished is given up after a second, or as it is deployed
 */
export async function startEdge(root, folder, upstream, patience = 'hasty') {
  mkdirSync(join(folder, 'nginx'), { recursive: true });
  const [plain, secure] = [await freePort(), await freePort()];
  const made = certificate(folder);
  // Who tells no name, as some tools do, would be told nothing and gone at once.
  const nameless = patience === 'patient' ? [['listen 443 ssl http2 default_server;', 'listen 443 ssl http2;'],
    ['listen 443 ssl http2;\n    listen [::]:443 ssl http2;\n    server_name', 'listen 443 ssl http2 default_server;\n    listen [::]:443 ssl http2;\n    server_name']] : [];
  const site = replaced(readFileSync(join(root, 'app/server/deploy/nginx.conf'), 'utf8'), [
    ...nameless,
    ['listen 80;', `listen 127.0.0.1:${plain};`], ['    listen [::]:80;\n', ''],
    ['listen 443 ssl', `listen 127.0.0.1:${secure} ssl`], ['    listen [::]:443 ssl http2 default_server;\n', ''],
    ['    listen [::]:443 ssl http2;\n', ''], ['server 127.0.0.1:8080;', `server ${upstream};`],
    ['rate=50r/s', 'rate=10000r/s'],
    ...(patience === 'hasty' ? [['client_header_timeout 10s', 'client_header_timeout 1s'], ['client_body_timeout 10s', 'client_body_timeout 1s']] : []),
    ['/etc/ssl/alongside/fullchain.pem', made.file], ['/etc/ssl/alongside/privkey.pem', made.key],
    ['/var/log/nginx/alongside.log', join(folder, 'access.log')], ['/var/log/nginx/alongside-errors.log', join(folder, 'errors.log')],
  ]);
  writeFileSync(join(folder, 'site.conf'), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${join(folder, 'nginx', kind)};`);
  writeFileSync(join(folder, 'main.conf'), `daemon off; pid ${join(folder, 'nginx.pid')}; error_log ${join(folder, 'main.log')};
${process.getuid() === 0 ? 'user root;' : ''} worker_rlimit_nofile 16384; events { worker_connections 8192; }
http { ${temporary.join(' ')} include ${join(folder, 'site.conf')}; }
`);
  const child = spawn(program, ['-p', folder, '-e', join(folder, 'start.log'), '-c', join(folder, 'main.conf')], { stdio: 'inherit' });
  await open(secure);
  return {
    plain, secure, authority: made.authority, access: () => readFileSync(join(folder, 'access.log'), 'utf8'),
    stop: () => new Promise((resolve) => { child.once('exit', resolve); child.kill('SIGTERM'); }),
  };
}
