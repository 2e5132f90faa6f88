/**
 * The peer of the load bench: canvaskit-wasm, served with brotli as ours is, drawing its first frame
 * on a WebGL canvas. Compressed once and kept in build/bench. Called by load.mjs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from '../../browser/support/paths.mjs';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('canvaskit-wasm/bin/canvaskit.js'));
export const peerVersion = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')).version;

const page = `<!doctype html><html lang="en"><title>peer</title><canvas id="canvas" width="360" height="800"></canvas>
<script src="/canvaskit.js"></script><script src="/draw.js"></script></html>`;

const draw = `CanvasKitInit({ locateFile: (name) => '/' + name }).then((kit) => {
  const surface = kit.MakeWebGLCanvasSurface('canvas');
  surface.requestAnimationFrame((canvas) => {
    const paint = new kit.Paint();
    paint.setColor(kit.Color(11, 93, 102, 1));
    canvas.clear(kit.WHITE);
    canvas.drawRRect(kit.RRectXY(kit.LTRBRect(16, 16, 344, 200), 12, 12), paint);
    surface.flush();
    requestAnimationFrame(() => { window.firstFrame = performance.now(); });
  });
});`;

const types = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' };

function compressed(name, bytes) {
  const kept = join(build, 'bench', `canvaskit-${peerVersion}-${name}.br`);
  if (!existsSync(kept)) {
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, brotliCompressSync(bytes));
  }
  return readFileSync(kept);
}

/** @returns {Promise<{origin: string, bytes: number, stop: () => Promise<void>}>} */
export async function servePeer() {
  const files = new Map([['/', brotliCompressSync(page)], ['/draw.js', brotliCompressSync(draw)]]);
  for (const name of ['canvaskit.js', 'canvaskit.wasm']) files.set(`/${name}`, compressed(name, readFileSync(join(folder, name))));
  const server = createServer((request, response) => {
    const body = files.get(request.url);
    const type = types[request.url === '/' ? 'html' : request.url.split('.').pop()];
    if (!body) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'content-length': body.length }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const bytes = [...files.values()].reduce((sum, body) => sum + body.length, 0);
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { origin: `http://localhost:${server.address().port}`, bytes, stop };
}
