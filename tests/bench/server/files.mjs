/**
 * What a phone fetches when it opens the app for the first time, and nginx with the same files, packed as they come from
 * council-api. Used by server.mjs.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { www } from '../../browser/support/paths.mjs';
import { start, stopped } from './council.mjs';

const port = 9330;
const firstLoad = [/^boot\.[^.]+\.js$/, /^page\.[^.]+\.css$/, /^app\.[^.]+\.mjs$/, /^app\.[^.]+\.wasm$/, /^fonts\/[^.]+\.[^.]+\.ttf$/, /^plugins\/catalog\.json$/];

// As a browser asks that can unpack brotli; fetch() would unpack it.
function asSent(url) {
  return new Promise((resolve, reject) => {
    http.get(url, { headers: { 'Accept-Encoding': 'br' } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part)).on('end', () => (answer.statusCode === 200 ? resolve(Buffer.concat(parts)) : reject(new Error(`${url}: ${answer.statusCode}`))));
    }).on('error', reject);
  });
}

/** Their paths in a file, a line each, and what council-api sends for them in the folder "files". */
export async function firstLoadFiles(folder, url) {
  const all = readdirSync(www, { recursive: true }).map(String).filter((name) => firstLoad.some((pattern) => pattern.test(name)));
  if (all.length < firstLoad.length) throw new Error(`the client is not there whole: ${all.join(', ')}`);
  const paths = ['/', ...all.sort().map((name) => `/${name}`)];
  const files = join(folder, 'files');
  for (const path of paths) {
    const file = join(files, path === '/' ? 'index.html' : path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await asSent(`${url}${path}`));
  }
  const list = join(folder, 'first_load');
  writeFileSync(list, `${paths.join('\n')}\n`);
  return { path: list, files, count: paths.length };
}

async function listens() {
  for (let tries = 0; tries < 100; tries++) {
    const heard = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => resolve(false));
    });
    if (heard) return;
    await new Promise((done) => { setTimeout(done, 50); });
  }
  throw new Error('nginx does not listen');
}

export async function startNginx(folder, { files }) {
  const own = join(folder, 'nginx');
  mkdirSync(own, { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${join(own, kind)};`).join(' ');
  writeFileSync(join(own, 'nginx.conf'), `daemon off; pid ${join(own, 'pid')}; worker_processes 1; error_log ${join(own, 'errors.log')};
${process.getuid() === 0 ? 'user root;' : ''} events { worker_connections 1024; }
http { ${temporary} access_log ${join(own, 'access.log')}; sendfile on; tcp_nopush on; keepalive_requests 100;
  server { listen 127.0.0.1:${port}; location / { root ${files}; } } }
`);
  const child = start('/usr/sbin/nginx', ['-p', own, '-e', join(own, 'start.log'), '-c', join(own, 'nginx.conf')], { stdio: 'inherit' });
  await listens();
  return { port, stop: () => stopped(child) };
}
