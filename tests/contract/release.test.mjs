/**
 * A release, signed by a key that the builder names: made twice it is the same bytes; council-api knows it by the ring, serves
 * nothing else, and goes back to no older one; the list of its parts names each. Run by ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { catalogIn } from '../../app/tools/make_catalog.mjs';
import { compiledParts, npmParts, sbom, shellList } from '../../app/tools/make_sbom.mjs';
import { signingFrom, textIn } from '../../app/tools/signing.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const build = join(root, 'build');
const council = process.env.COUNCIL_API;
const demo = join(root, 'assets/demo/northmere/council.json');
const now = Math.floor(Date.now() / 1000);
const day = (days) => new Date((now + days * 86400) * 1000).toISOString().slice(0, 10);
let folder;
let keys;

const at = (...path) => join(folder, ...path);
const makeKey = (name, ...days) => JSON.parse(execFileSync(process.execPath, [join(root, 'app/tools/make_signing_key.mjs'), at(name), ...days], { encoding: 'utf8' }));

/** `build/www` made anew from the compiled parts that are there, as another release. */
function makeWww(out, { release = 7, key = 'first.pem', ring = 'ring.json', epoch = now } = {}) {
  const { fingerprint, plugins } = catalogIn(readFileSync(join(build, 'www/plugins/catalog.json'), 'utf8'));
  const manifests = readdirSync(join(root, 'plugins'), { recursive: true }).filter((path) => basename(path) === 'plugin.json').map((path) => join(root, 'plugins', path));
  const manifestOf = (id) => manifests.find((path) => JSON.parse(readFileSync(path, 'utf8')).id === id);
  const env = { ...process.env, ALONGSIDE_SIGNING_KEY: key.split(':').map((name) => at(name)).join(':'), ALONGSIDE_RELEASE_KEYS: at(ring),
    ALONGSIDE_RELEASE: String(release), SOURCE_DATE_EPOCH: String(epoch) };
  return spawnSync(process.execPath, [join(root, 'app/tools/make_www.mjs'), `--app=${join(build, 'wasm/bin/app.mjs')}`, `--web=${join(root, 'web')}`,
    `--assets=${join(build, 'assets')}`, `--out=${at(out)}`, `--cache=${join(build, 'compressed')}`, `--esbuild=${join(build, 'npm/assets/node_modules/esbuild/lib/main.js')}`,
    `--resvg=${join(build, 'npm/assets/node_modules/@resvg/resvg-js')}`,
    `--fingerprint=${fingerprint}`, ...plugins.map(({ id }) => `--plugin=${manifestOf(id)}=${join(build, `wasm/bin/${id}.wasm`)}`)], { env, encoding: 'utf8' });
}

const verify = (www, ring = 'ring.json') => spawnSync(council, ['release', 'verify', at(www), at(ring)], { encoding: 'utf8' });

/** What `serve` says when it will not; it is stopped when it would. */
function serveSays(www, ring = 'ring.json') {
  const config = JSON.parse(readFileSync(demo, 'utf8'));
  mkdirSync(at('config'), { recursive: true });
  cpSync(dirname(demo), at('config'), { recursive: true });
  writeFileSync(at('config/council.json'), JSON.stringify({ ...config, release_keys: at(ring) }));
  const { stdout, stderr, signal } = spawnSync(council, ['serve', '--council', at('config/council.json'), '--data', at('data'), '--www', at(www),
    '--listen', '127.0.0.1:0', '--demo'], { encoding: 'utf8', timeout: 4000 });
  return signal === 'SIGTERM' || /"listening"/.test(stdout) ? 'serves' : stderr;
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-release-'));
  keys = { first: makeKey('first.pem', day(-1000), day(300)), next: makeKey('next.pem', day(-30), day(1000)) };
  writeFileSync(at('ring.json'), JSON.stringify([keys.first, keys.next]));
  const made = makeWww('www');
  assert.equal(made.status, 0, made.stderr);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('made twice it is the same bytes, file by file', () => {
  assert.equal(makeWww('again').status, 0);
  const files = readdirSync(at('www'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(at('www').length));
  assert.ok(files.length > 60);
  for (const file of files) assert.ok(readFileSync(at('www', file)).equals(readFileSync(at('again', file))), file);
  assert.equal(readdirSync(at('again'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length, files.length);
});

test('council-api knows the release by the ring: number, days and how many files', () => {
  const { stdout, status, stderr } = verify('www');
  assert.equal(status, 0, stderr);
  assert.match(stdout, new RegExp(`release 7, signed on ${day(0)} with ${keys.first.id}: \\d+ files are as they were signed; good until ${day(400)}`));
  const { files } = JSON.parse(textIn(readFileSync(at('www/release.json'), 'utf8')));
  assert.ok('index.html' in files && 'service_worker.js' in files && 'plugins/catalog.json.br' in files, 'also what is served compressed');
});

test('one byte changed in any file, a file more or a file less: named, and not served', () => {
  cpSync(at('www'), at('changed'), { recursive: true });
  const [plugin] = readdirSync(at('changed/plugins')).filter((name) => name.endsWith('.wasm.br'));
  appendFileSync(at('changed/plugins', plugin), 'x');
  assert.match(verify('changed').stderr, new RegExp(`${plugin}: this file was changed after it was signed`));
  assert.match(serveSays('changed'), /this file was changed after it was signed/);
  rmSync(at('changed/plugins', plugin));
  assert.match(verify('changed').stderr, /this file of the release is missing/);
});

test('a key that is not in the ring, or is retired, makes no release; a build says so before it signs', () => {
  writeFileSync(at('others.json'), JSON.stringify([keys.next]));
  assert.match(verify('www', 'others.json').stderr, /signed by nobody whose key is in the ring/);
  writeFileSync(at('retired.json'), JSON.stringify([{ ...keys.first, retired: 'told' }]));
  assert.match(verify('www', 'retired.json').stderr, new RegExp(`did not count on ${day(0)}`));
  assert.match(makeWww('none', { ring: 'others.json' }).stderr, /has none of the keys that sign this/);
});

test('while one key takes the other\'s place a release has both signatures, and either ring knows it', () => {
  assert.equal(makeWww('both', { key: 'first.pem:next.pem', release: 8 }).status, 0);
  for (const ring of ['ring.json', 'others.json']) assert.equal(verify('both', ring).status, 0, ring);
});

test('what is over is said, and a build without a key is a development build that no ring knows', () => {
  assert.equal(makeWww('old', { epoch: now - 500 * 86400 }).status, 0);
  assert.match(verify('old').stderr, new RegExp(`is whole, but was good until ${day(-100)}`));
  cpSync(join(build, 'www'), at('development'), { recursive: true });
  assert.match(verify('development').stderr, /signed by nobody whose key is in the ring/);
  assert.equal(signingFrom(join(build, 'signing'), {}).release, 1);
});

test('roll-back refused: council-api serves no older release than it has served', () => {
  assert.equal(serveSays('both'), 'serves');
  assert.match(serveSays('www'), /this is release 7, and release 8 was served before.*released anew, under a higher number/);
  assert.equal(serveSays('both'), 'serves');
});

test('the list of parts names everything: packages of both kinds, with versions, and every library that is linked', () => {
  const list = sbom(council, 0);
  assert.deepEqual([list.bomFormat, list.specVersion], ['CycloneDX', '1.6']);
  const named = new Map(list.components.map((part) => [part.name, part]));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'assets/package.json'), 'utf8'));
  const all = [...Object.keys(dependencies), ...npmParts().map(({ name }) => name), ...compiledParts().map(({ name }) => name),
    ...shellList('app/tools/setup/dependencies.sh', 'header_packages'), ...shellList('app/tools/setup/packages.sh', 'packages_for_run'), 'emscripten', 'node'];
  for (const name of all) assert.ok(named.get(name)?.version, `${name} has no version`);
  const linked = [...execFileSync('readelf', ['-d', council], { encoding: 'utf8' }).matchAll(/NEEDED.*\[(lib[\w+-]+?)\.so/g)].map(([, name]) => name);
  assert.ok(linked.length > 8);
  const packaged = { libbrotlienc: 'libbrotli1', libcrypto: 'libssl', libm: 'libc6', libgcc_s: 'libgcc-s' };
  const has = (library) => [...named.keys()].some((name) => name.startsWith(packaged[library] ?? library) && named.get(name).scope === 'required');
  for (const library of linked) assert.ok(has(library), library);
  assert.ok(named.get('esbuild').scope === 'excluded' && named.get('@noble/ed25519').hashes[0].content.length === 128);
  assert.equal(JSON.stringify(sbom(council, 0)), JSON.stringify(list), 'the same again');
});
