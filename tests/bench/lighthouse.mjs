/**
 * ./alongside bench lighthouse: what Lighthouse says of accessibility and of good practice on the main screens,
 * each opened for the first time, as a phone. 100 of 100 is wanted; whatever costs a point is named.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../browser/support/paths.mjs';
import { launch } from '../browser/support/chromium.mjs';
import { freePort } from '../browser/support/free_port.mjs';
import { serviceAddress } from '../browser/support/screens.mjs';
import { startServer } from '../browser/support/server.mjs';
import { report, row } from './support/report.mjs';

const addresses = [['home', '/'], ['search', '/find?q=somewhere+quiet+saturday'], ['service', serviceAddress], ['money', '/money'], ['survey', '/say/visit']];
const categories = ['accessibility', 'best-practices'];

async function lighthouse() {
  const require = createRequire(join(build, 'npm/bench-lighthouse/node_modules/'));
  return (await import(pathToFileURL(require.resolve('lighthouse')).href)).default;
}

function lost(result, category) {
  return result.categories[category].auditRefs
    .filter(({ weight, id }) => weight > 0 && result.audits[id].score !== null && result.audits[id].score < 1)
    .map(({ id }) => {
      const { title, details } = result.audits[id];
      const where = (details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.description ?? item.source ?? '').join('; ');
      return `    ${id}: ${title} ${where}`;
    });
}

const ask = await lighthouse();
const server = await startServer();
const port = await freePort();
const browser = await launch({ more: [`--remote-debugging-port=${port}`] });
const rows = [];
for (const [name, path] of addresses) {
  const { lhr } = await ask(`${server.origin}${path}`, { port, onlyCategories: categories, logLevel: 'error', output: 'json' });
  if (lhr.runtimeError) throw new Error(`${name}: ${lhr.runtimeError.message}`);
  for (const category of categories) {
    rows.push(row(`${name}: ${category}`, Math.round(lhr.categories[category].score * 100), 'of 100', { target: 100, bound: 'least' }));
    for (const line of lost(lhr, category)) console.log(`${name}: ${category}\n${line}`);
  }
}
await browser.close();
await server.stop();
report('lighthouse', rows);
