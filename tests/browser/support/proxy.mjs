/**
 * A server in front of council-api that answers some requests itself: a plugin with one bit changed,
 * a file that never comes, one more plugin. Called by the tests of what goes wrong.
 */
import { createServer, request as send } from 'node:http';

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

function answer(response, { status = 200, headers = {}, body = '' }) {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'cache-control': 'no-store', ...headers, 'content-length': bytes.length });
  response.end(bytes);
}

function pass(target, request, response) {
  const { hostname, port } = new URL(target);
  const headers = { ...request.headers, host: `localhost:${port}` };
  // The server behind takes posts from its own pages only, and knows nothing of this address.
  if (headers.origin) headers.origin = new URL(target).origin;
  const onward = send({ hostname, port, family: 4, method: request.method, path: request.url, headers }, (reply) => {
    const kept = Object.entries(reply.headers).filter(([name]) => !hopByHop.has(name));
    response.writeHead(reply.statusCode, Object.fromEntries(kept));
    reply.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

/**
 * @param {string | (() => string)} target the origin of the server behind
 * @param {(path: string) => undefined | 'never' | 'drop' | {status?, headers?, body?}} instead
 */
export async function startProxy(target, instead) {
  const seen = [];
  const server = createServer((request, response) => {
    const path = request.url.split('?')[0];
    seen.push(path);
    const own = instead(path);
    if (own === 'never') return;
    if (own === 'drop') response.destroy();
    else if (own) answer(response, own);
    else pass(typeof target === 'function' ? target() : target, request, response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { origin: `http://localhost:${server.address().port}`, seen, stop };
}
