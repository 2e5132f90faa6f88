/**
 * The list of all that a release is made of, as CycloneDX 1.6: what is served and linked, and what builds it, each with its
 * version as it is on this machine and where it is from. Sorted and without a time of its own, so that the same parts give the
 * same bytes. Called by release.sh:  make_sbom.mjs OUT COUNCIL_API
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from './files.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const text = (path) => readFileSync(join(root, path), 'utf8');
const run = (...command) => execFileSync(command[0], command.slice(1), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The words of `name=( … )` in a script of setup. */
export function shellList(path, name) {
  const found = new RegExp(`^${name}=\\(([^)]*)\\)`, 'm').exec(text(path));
  if (!found) throw new Error(`${path} has no list ${name}`);
  return found[1].split(/\s+/).filter(Boolean);
}

function tried(work) {
  try {
    return work();
  } catch {
    return '';
  }
}

const installed = (name) => tried(() => run('dpkg-query', '-W', '-f', '${Version}', name));
const offered = (name) => tried(() => /^Version: (.*)$/m.exec(run('apt-cache', 'show', '--no-all-versions', name))?.[1] ?? '');
const cache = join(process.env.XDG_CACHE_HOME ?? join(process.env.HOME ?? '/', '.cache'), 'alongside');

// What a source package that setup unpacked says of itself.
function unpacked(name) {
  const changelog = join(cache, 'deps', name, 'debian/changelog');
  return existsSync(changelog) ? /\(([^)]*)\)/.exec(readFileSync(changelog, 'utf8'))[1] : '';
}

function part(group, name, version, more) {
  const purl = version && `pkg:${group}/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;
  return { type: 'library', name, ...(version && { version }), scope: 'required', ...(purl && { purl, 'bom-ref': purl }), ...more };
}

const makersOnly = ['esbuild', '@resvg/resvg-js']; // of npm's
const builds = { scope: 'excluded' }; // it makes the release, and is not in it
const debian = (name, version, more) => part('deb/debian', name, version || 'unknown', more);

/** npm packages of assets/package-lock.json: what is in scripts, fonts and icons, and the bundler. */
export function npmParts() {
  const { packages } = JSON.parse(text('assets/package-lock.json'));
  return Object.entries(packages).filter(([path, { optional }]) => path && !optional).map(([path, { version, license, integrity }]) => {
    const name = path.split('node_modules/').pop();
    const hash = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
    return part('npm', name, version, {
      hashes: [{ alg: 'SHA-512', content: hash }], ...(license && { licenses: [{ expression: license }] }), ...(makersOnly.includes(name) && builds),
    });
  });
}

/** The Debian packages whose shared libraries the server links, itself or through another. */
function linkedParts(program) {
  const files = [...run('ldd', program).matchAll(/=> (\/\S+)/g)].map(([, file]) => file);
  const owners = files.map((file) => [file, realpathSync(file)].map((path) => tried(() => run('dpkg-query', '-S', path).split(':')[0])).find(Boolean));
  const missing = files.filter((file, i) => !owners[i]);
  if (missing.length > 0) throw new Error(`no package has ${missing.join(', ')}`);
  return [...new Set(owners)].map((name) => debian(name, installed(name)));
}

const setup = 'app/tools/setup';
/** Headers and sources that are compiled into the client and the server. */
export function compiledParts() {
  const headers = [...shellList(`${setup}/dependencies.sh`, 'header_packages'), 'libboost1.81-dev'];
  return [...headers.map((name) => debian(name, offered(name), name === 'doctest-dev' ? builds : {})), debian('imgui', unpacked('imgui')), debian('libsdl2', unpacked('sdl2'))];
}

function builders() {
  const packages = shellList(`${setup}/packages.sh`, 'packages_for_run').map((name) => debian(name, installed(name), builds));
  const emscripten = tried(() => /\d+\.\d+\.\d+/.exec(readFileSync(join(cache, 'stamps/toolchain'), 'utf8'))[0]) || /\d+\.\d+\.\d+/.exec(text('app/tools/emscripten_version.sh'))[0];
  return [...packages, part('generic', 'emscripten', emscripten, builds), part('generic', 'node', process.versions.node, builds)];
}

/** @param {string} program council-api @param {number} madeAt seconds */
export function sbom(program, madeAt) {
  const all = [...npmParts(), ...compiledParts(), ...linkedParts(program), ...builders()];
  const unique = new Map();
  for (const one of all) if (!unique.has(one.purl)) unique.set(one.purl, one);
  const components = [...unique.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const version = /project\(alongside VERSION ([\d.]+)/.exec(text('CMakeLists.txt'))[1];
  return {
    bomFormat: 'CycloneDX', specVersion: '1.6', version: 1,
    metadata: {
      timestamp: new Date(madeAt * 1000).toISOString().replace('.000', ''),
      component: { type: 'application', name: 'alongside', version, 'bom-ref': 'alongside', licenses: [{ license: { id: 'MIT' } }] },
    },
    components,
    dependencies: [{ ref: 'alongside', dependsOn: components.map((one) => one['bom-ref']) }],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [out, program] = process.argv.slice(2);
  writeWhole(out, `${JSON.stringify(sbom(program, Number(process.env.SOURCE_DATE_EPOCH ?? 0)), null, 1)}\n`);
}
