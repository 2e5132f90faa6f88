/**
 * ASVS asks for documents as well. SECURITY.md is ours; a figure in it that is not the one in the code is a failure here,
 * and so is a part, a key or a limit that nobody wrote down.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpp, text } from './support.mjs';

const security = text('SECURITY.md').replace(/\s+/g, ' ');
const readme = text('README.md');
const section = (name) => {
  const found = new RegExp(`## ${name} (.*?)(?= ## |$)`).exec(security);
  assert.ok(found, `SECURITY.md has no "${name}"`);
  return found[1];
};
/** The figure that `pattern` finds in a source file. */
const figure = (path, pattern) => {
  const found = pattern.exec(text(path));
  assert.ok(found, `${path} has no ${pattern}`);
  return Number(found[1].replaceAll("'", ''));
};
const says = (name, ...words) => { for (const each of words) assert.ok(section(name).includes(String(each)), `"${name}" does not say "${each}"`); };

test('V2.1.1: the form of what comes in is written down, with the figures of the code', () => {
  const guard = 'app/server/guard.hpp';
  says('What comes in', `${figure(guard, /head_bytes = (\d+) \* 1024/)} KB`, `${figure(guard, /fields = (\d+)/)} header fields`, `${figure(guard, /target_bytes = (\d+)/)} bytes`, 'UTF-8', 'pence');
});

test('V2.1.2: what must fit together is written down', () => says('What comes in', 'must fit together', 'add up to nothing', 'version that it was made from'));

test('V2.1.3: the limits of what anybody may do are written down, with the figures of the code', () => {
  const limits = 'Limits of what anybody may do';
  says(limits, `one push | ${figure('app/wire/messages/push.hpp', /most_operations = (\d+)/)}`,
    `a file | ${figure('app/wire/messages/attachment.hpp', /file_bytes = std::size_t\{(\d+)\} << 20/)} MB`,
    `one person | ${figure('app/server/attachments/attachment_desk.hpp', /a_person = std::int64_t\{(\d+)\} << 20/)} MB`,
    `once | ${figure('app/server/http_limits.hpp', /connections = (\d+)/)}`);
});

test('V5.1.1: which files are taken, how large and what is done with them is written down', () => {
  says('Files that families send', 'JPEG, PNG, WebP and PDF', 'written anew', '40 million pixels', 'looked through before it is kept');
  assert.match(text('app/wire/messages/attachment.hpp'), /pixels = 40'000'000/);
});

test('V6.1.1: how guessing is slowed down is written down, and how nobody can lock another out', () => {
  const codes = 'app/server/sign_in/sign_in_codes.cpp';
  says('Who you are', `${figure('app/server/sign_in/access_codes.hpp', /lasts_days = (\d+)/)} days`, `${figure('app/server/sign_in/access_codes.hpp', /most_tries = (\d+)/)} wrong tries`,
    `From one address ${figure(codes, /WrongCodeFromAddress, (\d+)/)} wrong codes`, `every ${figure(codes, /WrongCodeFromAddress, \d+, (\d+)/)} minutes`,
    `signed in before ${figure(codes, /WrongCodeFromDevice, (\d+)/)}`, 'nobody can lock another out');
});

test('V6.1.1: what slows down refused passkeys is written down, with the figures of the code', () => {
  const service = 'app/server/passkeys/passkey_service.cpp', store = 'app/server/passkeys/passkey_store.hpp';
  says('Who you are', `${figure(service, /RefusedPasskeyFromAddress, (\d+)/)} from an address`, `every ${figure(service, /RefusedPasskeyFromAddress, \d+, (\d+)/)} minutes`,
    `${figure(service, /RefusedPasskeyFromDevice, (\d+)/)} from a device`, `for ${figure(store, /challenge_minutes = (\d+)/)} minutes`,
    `within the last ${figure('app/server/passkeys/passkey_service.hpp', /fresh_minutes = (\d+)/)} minutes`);
});

test('V6.1.3: each way in is written down with what it proves', () => says('Who you are', 'OpenID Connect', 'code alone', 'one factor', 'passkey', 'Cl.Cm', '--demo'));

test('V7.1.1: when a session ends is written down, with the figures of the code', () => {
  const config = 'app/server/council_config.hpp';
  says('Sessions', `${figure(config, /idle_hours = (\d+)/)} hours after it was last used`, `${figure(config, /absolute_days = (\d+)/)} days after it began`, 'NIST');
});

test('V7.1.2: how many sessions somebody may have is written down, and what becomes of one more', () => {
  says('Sessions', `may have ${figure('app/server/session/sessions.cpp', /most_sessions_each = (\d+)/)} sessions`, 'those that would end first are ended');
});

test('V7.1.3: what a provider\'s sessions have to do with ours is written down', () => says('Sessions', 'back-channel logout', 'does not end by itself'));

test('V8.1.2: who may see and change which part is written down, facet by facet', () => {
  says('Who may do what', 'access_table.txt', 'facet by facet');
  const table = text('tests/unit/server/access_table.txt');
  assert.ok(table.split('\n').filter((line) => line.startsWith('GET ') || line.startsWith('POST ')).length > 40);
  assert.match(text('app/wire/messages/facet.hpp'), /enum class Facet/);
});

test('V11.1.1: how long each key lives, who has it and what to do when it is lost is written down', () => says('Keys and secrets', 'lives', 'who has it', 'lost or told'));

test('V11.1.2: every algorithm that the code uses is in the table of keys', () => {
  const used = cpp().filter(({ path }) => /openssl\.cpp$/.test(path)).map((file) => file.text).join('\n');
  const names = { EVP_aes_256_gcm: 'AES-256-GCM', EVP_sha256: 'SHA-256', EVP_sha384: 'SHA-384', HMAC: 'HMAC-SHA-256', EVP_PBE_scrypt: 'scrypt', EVP_RSA_gen: 'RSA 2048', RSA_PKCS1_PSS_PADDING: 'PSS', ECDSA_SIG_new: 'ES256' };
  for (const [call, name] of Object.entries(names)) {
    assert.ok(used.includes(call), `${call} is not used any more`);
    says('Keys and secrets', name);
  }
  assert.deepEqual([...new Set(used.match(/EVP_(?:aes|sha|PBE|RSA|chacha)\w*/g))].filter((call) => !(call in names)), []);
});

test('V13.1.1: all with whom the server speaks are written down', () => says('What speaks to whom', 'providers in `sign_in`', 'feeds in `offer.feeds`', '`mail`', 'Unix socket', 'families can name no address'));

test('V14.1.1: each kind of data is written down, from open to most private', () => {
  for (const kind of ['open', 'account', 'personal', 'most private', 'anonymous']) says('Kinds of data', `| ${kind} |`);
});

test('V14.1.2: of each kind it is written down how it is protected, and how long it is kept', () => {
  says('Kinds of data', 'protection', 'sealed at rest', 'never in a log', 'never kept by a cache', 'retention list');
});

test('V15.1.1: within how many days a part with a hole is renewed is written down', () => says('Parts that others made', 'within 3 days', 'within 30 days', 'every 90 days'));

test('V15.1.2: every part that is built in or served is in the list of parts, with where it is from', () => {
  const table = /## Where each dependency comes from[^]*?(?=\n## )/.exec(readme)[0].toLowerCase();
  const packages = /packages_for_run=\(([^)]*)\)/.exec(text('app/tools/setup/packages.sh'))[1].match(/lib[\w-]+-dev/g);
  const called = { libcurl4: 'libcurl', libexpat1: 'expat', libssl: 'openssl', libsqlite3: 'sqlite' };
  for (const name of packages.map((each) => each.replace(/(-openssl|-gnutls)?-dev$/, ''))) {
    assert.ok(table.includes(called[name] ?? name.replace(/^lib/, '')), `${name} is not in README's list`);
  }
  for (const name of Object.keys(JSON.parse(text('assets/package.json')).dependencies)) {
    assert.ok(table.includes(name.replace(/^@fontsource\/|-static$/g, '').replaceAll('-', name.startsWith('@fontsource') ? ' ' : '-')), `${name} is not in README's list`);
  }
  for (const lock of ['assets/package-lock.json', 'tests/package-lock.json']) {
    const parts = Object.entries(JSON.parse(text(lock)).packages).filter(([path]) => path !== '');
    assert.ok(parts.length > 4 && parts.every(([, part]) => part.link || /^sha512-/.test(part.integrity)), lock);
  }
});

test('V15.1.3: what takes long is written down, and what keeps it from holding up the rest', () => says('Limits of what anybody may do', 'What takes long', 'one at a time', 'budget of steps'));

test('V16.1.1: each log is written down: what is in it, who reads it and how long it is kept', () => {
  says('What is written down', 'standard output', 'access log', 'audit', 'Nothing else is written anywhere', 'UTC');
  const events = cpp().filter(({ path }) => path.startsWith('app/server')).flatMap((file) => [...file.text.matchAll(/\.write\(LogLevel::\w+,\s*"(\w+)"/g)].map(([, event]) => event));
  assert.ok(events.length > 8);
  const known = /^(request|security|fault|verb|mail_\w+|retention|every_day|listening|metrics|stopping|stopped|storage_broken|accept_failed|connection_failed)$/;
  assert.deepEqual(events.filter((event) => !known.test(event)), []);
});
