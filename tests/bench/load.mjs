/**
 * ./alongside bench load: the brotli bytes of everything the home screen loads, of each plugin, and
 * how soon there is something to read and a first drawn frame on a processor slowed four times,
 * beside canvaskit-wasm in the same run.
 */
import { catalogIn } from '../../app/tools/make_catalog.mjs';
import { launch, phone } from '../browser/support/chromium.mjs';
import { startServer } from '../browser/support/server.mjs';
import { peerVersion, servePeer } from './support/peer_page.mjs';
import { median, report, row } from './support/report.mjs';

const runs = 5;
const slowdown = 4;
const goodPaint = 1800; // what the Web Vitals call good, here on a slowed processor
const homeTarget = 600 * 1024;
const pluginTarget = (id) => (id === 'feedback' ? 80 : 60) * 1024;
const peer = `canvaskit-wasm ${peerVersion}`;

const kinds = [
  ['shell wasm', /\/app\.[^/]*\.wasm$/], ['JavaScript', /\.m?js$/], ['CSS', /\.css$/], ['fonts', /\.ttf$/],
  ['HTML', /\/$/], ['plugin catalogue', /catalog\.json$/], ['answers of the API', /\/api\//],
];

async function newPage(browser, slow) {
  const context = await browser.newContext({ viewport: phone });
  const page = await context.newPage();
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  }
  return page;
}

// Runs in the page from the start: notes when the application takes over from the static page.
function noteTakeover() {
  const observer = new MutationObserver(() => {
    if (!document.body || document.getElementById('static') || !document.querySelector('#mirror main')) return;
    observer.disconnect();
    requestAnimationFrame(() => { window.firstFrame = performance.now(); });
  });
  observer.observe(document, { subtree: true, childList: true });
}

const firstPaint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;

// Body sizes as they came over the wire (the page itself is filled in for each person and may come as
// it is); a second use of the same address costs nothing.
function sizes() {
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  return Object.fromEntries(entries.map(({ name, encodedBodySize }) => [name.split('?')[0], encodedBodySize]));
}

async function measureBytes(browser, origin) {
  const page = await newPage(browser, false);
  const uncompressed = [];
  page.on('response', async (response) => {
    const worth = /\.(m?js|css|wasm|ttf|json)$/.test(new URL(response.url()).pathname);
    if (worth && (await response.allHeaders())['content-encoding'] !== 'br') uncompressed.push(response.url());
  });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => window.alongside?.started);
  await page.evaluate(() => window.alongside.settled());
  const found = await page.evaluate(sizes);
  await page.context().close();
  if (uncompressed.length > 0) throw new Error(`not sent as brotli: ${uncompressed.join(', ')}`);
  return found;
}

function byteRows(found, peerBytes) {
  const rest = new Map(Object.entries(found));
  const rows = kinds.map(([name, pattern]) => {
    const own = [...rest].filter(([url]) => pattern.test(new URL(url).pathname));
    for (const [url] of own) rest.delete(url);
    return row(name, own.reduce((sum, [, bytes]) => sum + bytes, 0), 'bytes');
  });
  rows.push(row('everything else', [...rest.values()].reduce((sum, bytes) => sum + bytes, 0), 'bytes'));
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  return [...rows, row('home screen, everything', total, 'bytes', { target: homeTarget, peer, peerValue: peerBytes })];
}

async function pluginRows(browser, origin) {
  const { plugins } = catalogIn(await (await fetch(`${origin}/plugins/catalog.json`)).text());
  const page = await newPage(browser, false);
  await page.goto(`${origin}/`);
  const rows = [];
  for (const { id, file } of plugins) {
    const bytes = await page.evaluate(async (url) => {
      await (await fetch(url)).arrayBuffer();
      return performance.getEntriesByName(new URL(url, location.href).href)[0].encodedBodySize;
    }, file);
    rows.push(row(`plugin ${id}`, bytes, 'bytes', { target: pluginTarget(id) }));
  }
  await page.context().close();
  return rows;
}

async function timeOf(browser, origin) {
  const page = await newPage(browser, true);
  await page.addInitScript(noteTakeover);
  await page.goto(`${origin}/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.firstFrame > 0, null, { timeout: 60000 });
  const times = { frame: await page.evaluate(() => window.firstFrame), paint: await page.evaluate(firstPaint) };
  await page.context().close();
  return times;
}

async function measureTimes(origin, peerOrigin) {
  const times = { ours: [], theirs: [] };
  // A browser of its own for each run, in turns, so that neither finds a warm cache.
  for (let run = 0; run <= runs; run++) {
    for (const [whose, where] of [['ours', origin], ['theirs', peerOrigin]]) {
      const browser = await launch();
      const time = await timeOf(browser, where);
      if (run > 0) times[whose].push(time);
      await browser.close();
    }
  }
  return times;
}

function timeRows({ ours, theirs }) {
  const frame = (times) => Math.round(median(times.map((each) => each.frame)));
  const paint = Math.round(median(ours.map((each) => each.paint)));
  const peerValue = frame(theirs);
  return [
    row(`first useful paint, ${slowdown}x slower processor`, paint, 'ms', { target: goodPaint, peer: `${peer}, first frame`, peerValue }),
    row(`first canvas frame, ${slowdown}x slower processor`, frame(ours), 'ms', { peer: `${peer}, first frame`, peerValue }),
  ];
}

const server = await startServer();
const other = await servePeer();
const browser = await launch();
const bytes = byteRows(await measureBytes(browser, server.origin), other.bytes);
const plugins = await pluginRows(browser, server.origin);
await browser.close();
const times = timeRows(await measureTimes(server.origin, other.origin));
await other.stop();
await server.stop();
report('load', [...bytes, ...plugins, ...times]);
