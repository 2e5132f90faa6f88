/**
 * A council's configuration with "sign_in" in it, written beside the demo council's pages: for tests in which
 * somebody signs in by a provider.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One provider of the council's own accounts; `more` replaces or adds. */
export const providerEntry = (id, issuer, more) => ({
  id, profile: 'council_accounts', name: { en: 'My Northmere account', cy: 'Fy nghyfrif Northmere' }, issuer,
  client_id: 'alongside', proof: 'client_secret_basic', secret_env: 'ALONGSIDE_TEST_SECRET', ...more,
});

/** @returns {string} the configuration's path */
export function councilWithSignIn(root, folder, app, providers, more = {}) {
  const demo = join(root, 'assets/demo/northmere');
  const council = JSON.parse(readFileSync(join(demo, 'council.json'), 'utf8'));
  council.sign_in = { app, providers, ...more };
  mkdirSync(folder, { recursive: true });
  cpSync(join(demo, 'pages'), join(folder, 'pages'), { recursive: true });
  writeFileSync(join(folder, 'council.json'), JSON.stringify(council));
  return join(folder, 'council.json');
}
