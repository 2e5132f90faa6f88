/**
 * ./alongside bench frame: what one frame costs on a processor slowed four times, with a thousand sentences
 * on the page of which 0, 50 or 1,000 change: Dear ImGui's frame, the record, the difference and the change
 * of the page; style and layout beside them. The same list as plain HTML, rendered again by React and by
 * Preact in the same run. And that a scroll changes nothing in the page.
 */
import { cpus, loadavg } from 'node:os';
import { App } from '../browser/support/app.mjs';
import { launch, phone } from '../browser/support/chromium.mjs';
import { withExtra } from '../browser/support/extra_plugin.mjs';
import { startProxy } from '../browser/support/proxy.mjs';
import { startServer } from '../browser/support/server.mjs';
import { bundlePeer } from './frame/bundle.mjs';
import { median, report, row } from './support/report.mjs';

const slowdown = 4;
const rounds = 60;
const warmUp = 240;  // as many as it takes the browser to compile what runs often, ours and theirs
const wholeTargets = new Map([[0, 2.5], [50, 4], [1000, 20]]); // ms

// Runs in the page. The picture goes to a software renderer here, which is not what is measured: once it has been
// there, each call to WebGL returns at once.
function leaveOutThePicture() {
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(WebGL2RenderingContext.prototype))) {
    if (typeof value === 'function' && name !== 'constructor') WebGL2RenderingContext.prototype[name] = () => 0;
  }
}

async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

// Runs in the page: `count` frames, each followed by the layout that it asks for.
async function frames([count, skipped]) {
  const { application } = window.alongside;
  const { mirror } = application;
  const apply = mirror.apply.bind(mirror);
  let applied = 0;
  mirror.apply = (bytes) => {
    const start = performance.now();
    apply(bytes);
    applied += performance.now() - start;
  };
  const measured = [];
  for (let i = 0; i < count + skipped; i++) {
    const now = await new Promise(requestAnimationFrame);
    document.body.offsetHeight; // what is due by now is not ours
    applied = 0;
    const start = performance.now();
    application.draw(now);
    const drawn = performance.now();
    document.body.offsetHeight;
    const laidOut = performance.now();
    if (i >= skipped) measured.push({ whole: drawn - start, apply: applied, layout: laidOut - drawn });
  }
  mirror.apply = apply;
  return measured;
}

const medians = (measured) => Object.fromEntries(Object.keys(measured[0]).map((key) => [key, median(measured.map((each) => each[key]))]));

async function ours(browser, origin, changed) {
  const context = { settings: { view: 'canvas' }, viewport: phone, day: null };
  const app = await App.open(browser, origin, `/thousand?changed=${changed}`, context);
  await app.see('heading', 'A thousand sentences');
  await app.page.evaluate(leaveOutThePicture);
  await slowDown(app.page);
  const found = medians(await app.page.evaluate(frames, [rounds, warmUp]));
  await app.close();
  return found;
}

// Runs in the page: the peer's bundle has put `render(texts)` there. As with ours, only what changes is put together anew.
async function renders([count, skipped, changed]) {
  const versions = Array(1000).fill(1);
  const texts = versions.map((version, at) => `Sentence ${at}, version ${version}`);
  const measured = [];
  for (let i = 0; i < count + skipped; i++) {
    await new Promise(requestAnimationFrame);
    document.body.offsetHeight;
    const start = performance.now();
    for (let k = 0; k < changed; k++) {
      const at = k * (1000 / changed);
      texts[at] = `Sentence ${at}, version ${++versions[at]}`;
    }
    window.render([...texts]);
    const drawn = performance.now();
    document.body.offsetHeight;
    const laidOut = performance.now();
    if (i >= skipped) measured.push({ whole: drawn - start, layout: laidOut - drawn });
  }
  return measured;
}

async function peers(browser, script, changed) {
  const page = await browser.newPage({ viewport: phone });
  await page.setContent('<!doctype html><html lang="en"><style>body { font: 18px/1.5 sans-serif; margin: 16px }</style><main id="root"></main></html>');
  await page.addScriptTag({ content: script });
  await slowDown(page);
  const found = medians(await page.evaluate(renders, [rounds, warmUp, changed]));
  await page.close();
  return found;
}

// Twenty wheels: what the mirror wrote, and what an observer of the whole page saw.
async function scrolled(browser, origin) {
  const app = await App.open(browser, origin, '/thousand?changed=0', { settings: { view: 'canvas' }, viewport: phone });
  await app.see('heading', 'A thousand sentences');
  await app.page.evaluate(() => {
    window.seen = 0;
    new MutationObserver((records) => { window.seen += records.length; })
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    window.written = window.alongside.mutations;
  });
  await app.page.mouse.move(180, 400);
  for (let i = 0; i < 20; i++) {
    await app.page.mouse.wheel(0, 300);
    await app.page.waitForFunction((least) => scrollY >= least, 300 * (i + 1) - 1);
    await app.settled();
  }
  const [written, seen, drawn] = await app.page.evaluate(() => [window.alongside.mutations - window.written, window.seen, window.alongside.frames]);
  await app.close();
  if (drawn < 20) throw new Error('the scrolling was not drawn');
  return [row('20 scrolls: writes of the mirror', written, 'writes', { target: 0 }), row('20 scrolls: changes of the page', seen, 'changes', { target: 0 })];
}

function rowsOf(changed, our, others) {
  const name = `${changed.toLocaleString('en-GB')} of 1,000 changed:`;
  const rest = our.whole - our.apply;
  const rows = [
    row(`${name} whole frame`, our.whole, 'ms', { target: wholeTargets.get(changed), peer: others[0].name, peerValue: others[0].whole }),
    row(`${name} whole frame`, our.whole, 'ms', { peer: others[1].name, peerValue: others[1].whole }),
    row(`${name}   ImGui, record, difference`, rest, 'ms'),
    row(`${name}   change of the page`, our.apply, 'ms'),
  ];
  return [...rows, ...others.map((other) => row(`${name} style and layout, apart`, our.layout, 'ms', { peer: other.name, peerValue: other.layout }))];
}

const server = await startServer();
const proxy = await startProxy(server.origin, withExtra('thousand').instead);
const browser = await launch();
const scripts = await Promise.all(['react', 'preact'].map(bundlePeer));
const rows = [];
for (const changed of wholeTargets.keys()) {
  const our = await ours(browser, proxy.origin, changed);
  const others = [];
  for (const { name, script } of scripts) others.push({ name, ...await peers(browser, script, changed) });
  rows.push(...rowsOf(changed, our, others));
}
rows.push(...await scrolled(browser, proxy.origin));
await browser.close();
await proxy.stop();
await server.stop();
console.log(`medians of ${rounds} frames, ${slowdown} times slowed; ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} (another program's work makes every number larger)\n`);
report('frame', rows);
