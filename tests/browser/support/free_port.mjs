/**
 * A TCP port that is free right now. Called by server.mjs and webkit.mjs.
 */
import { createServer } from 'node:net';

export async function freePort() {
  const socket = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => socket.once('listening', done));
  const { port } = socket.address();
  await new Promise((done) => socket.close(done));
  return port;
}
