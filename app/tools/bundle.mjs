/**
 * Puts the page's modules into one script (one request instead of thirty in a row) and makes scripts
 * and styles smaller, with esbuild from assets/package.json. Used by make_www.mjs.
 */
import { dirname, join } from 'node:path';
import { dropUnusedWrappers } from './unused_wrappers.mjs';

// Loaded by the page or the browser itself; everything else is only ever imported by these.
const entries = [
  'anonymous_token.js', 'boot.js', 'carried.js', 'ed25519.js', 'joined.js', 'leave.js', 'passkey.js', 'photo.js', 'saved_file.js',
  'sent_page.js', 'service_worker.js',
];
// Not every browser takes a module as a worker, and a module would run after the page is shown.
const formats = { 'service_worker.js': 'iife', 'leave.js': 'iife' };
const settings = { minify: true, target: 'es2022', charset: 'utf8', legalComments: 'none' };

// The page asks early for the modules one by one; those that went into the bundle are not served.
function dropPreloads(html, gone) {
  return html.replace(/^<link rel="modulepreload" href="\/([\w.-]+)">\n/gm, (line, name) => (gone.has(name) ? '' : line));
}

/**
 * Replaces web/*.js in the map of files by the bundled entries, and shrinks app.mjs and the styles.
 * @param {object[]} ring the public keys that releases are signed with, which the scripts have in them
 */
export async function bundle(files, web, esbuildPath, ring) {
  const { build, transform } = await import(esbuildPath);
  const packages = join(dirname(esbuildPath), '..', '..'); // the few that scripts import lie beside esbuild
  const gone = new Set();
  for (const name of [...files.keys()].filter((name) => name.endsWith('.js'))) {
    files.delete(name);
    if (!entries.includes(name)) {
      gone.add(name);
      continue;
    }
    const { outputFiles } = await build({
      ...settings, entryPoints: [join(web, name)], bundle: true, format: formats[name] ?? 'esm', write: false, logLevel: 'warning',
      nodePaths: [packages], define: { ALONGSIDE_RELEASE_KEYS: JSON.stringify(ring) },
    });
    files.set(name, Buffer.from(outputFiles[0].contents));
  }
  const page = files.get('index.html')?.toString('utf8');
  if (page) files.set('index.html', Buffer.from(dropPreloads(page, gone)));
  for (const [name, bytes] of files) {
    const loader = { mjs: 'js', css: 'css' }[name.split('.').pop()];
    if (!loader) continue;
    const text = bytes.toString('utf8');
    const { code } = await transform(name === 'app.mjs' ? dropUnusedWrappers(text) : text, { ...settings, loader });
    files.set(name, Buffer.from(code));
  }
}
