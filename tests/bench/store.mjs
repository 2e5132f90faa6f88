/**
 * ./alongside bench store: what sealing costs on the device: a change that is saved, a start with all documents read, and a
 * photo, beside the same store without a seal in the same run.
 */
import { openProbe, serveProbe } from '../browser/store/store_suite.mjs';
import { launch } from '../browser/support/chromium.mjs';
import { median, report, row } from './support/report.mjs';

const saves = 60;
const documents = 1000;
const documentBytes = 600;
const photoBytes = 2 * 1024 * 1024;
const runs = 5;

// Runs in the page. @returns milliseconds
async function measure({ sealed, counts }) {
  const { store } = window;
  const name = sealed ? 'person-sealed' : 'person-open';
  await store.open(name);
  if (!sealed) {
    const { seal } = store.raw;
    seal.seal = async (shelf, key, value) => value;
    // What lies open would be sealed behind the answer, which is not what is measured.
    store.raw.later = () => {};
  }
  const timed = async (work) => {
    const before = performance.now();
    await work();
    return performance.now() - before;
  };
  const found = { save: [], read: [], photo: [] };
  for (let i = 0; i < counts.saves; i++) {
    found.save.push(await timed(() => store.commit([['append', 'outbox', '', 300], ['put', 'drafts', 'a', 200]])));
  }
  const steps = Array.from({ length: counts.documents }, (_, i) => ['put', 'documents', `d${i}`, counts.documentBytes]);
  await store.commit(steps, false);
  for (let i = 0; i < counts.runs; i++) {
    found.read.push(await timed(() => store.read('documents')));
    found.photo.push(await timed(() => store.commit([['put', 'files', 'p', counts.photoBytes]])));
  }
  return found;
}

const server = await serveProbe();
const browser = await launch();
const context = await browser.newContext();
const all = { sealed: { save: [], read: [], photo: [] }, open: { save: [], read: [], photo: [] } };
// By turns, so that what else the machine does meets both.
for (let round = 0; round < 3; round++) {
  for (const which of ['sealed', 'open']) {
    const probe = await openProbe(context, server.origin, null);
    const found = await probe.evaluate(measure, { sealed: which === 'sealed', counts: { saves, documents, documentBytes, photoBytes, runs } });
    for (const [what, times] of Object.entries(found)) all[which][what].push(...times);
    await probe.close();
  }
}
await browser.close();
server.stop();

const worst = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];
const beside = (name, what, of, target) => row(name, of(all.sealed[what]), 'ms', { target, peer: 'not sealed', peerValue: of(all.open[what]) });
report('store', [
  beside('a change saved, strictly: median', 'save', median, 50),
  beside('a change saved, strictly: 95 of 100', 'save', worst, null),
  beside(`${documents.toLocaleString('en-GB')} documents read at the start: median`, 'read', median, 150),
  beside('a photo of 2 MB saved: median', 'photo', median, null),
]);
