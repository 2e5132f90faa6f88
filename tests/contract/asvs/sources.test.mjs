/**
 * ASVS as one looks at sources: what is not written anywhere cannot be made to go wrong. Each test says the one way in
 * which a thing is done here, and that there is no other.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpp, places, sources, text } from './support.mjs';

const code = cpp();
const web = sources('web', /\.(js|html)$/);
const server = code.filter(({ path }) => !/^app\/client|\/(pages|model)\//.test(path));
const all = server.map((file) => file.text).join('\n');

test('the sources are there to be looked at', () => {
  assert.ok(code.length > 600 && server.length > 250 && web.length > 40, `${code.length}, ${server.length}, ${web.length}`);
});

test('V1.2.4: no statement of SQL is put together from what anybody wrote', () => {
  // Only literals are joined, and one file names the columns of a statement of its own.
  assert.deepEqual(places(code, /\b(prepare|execute)\(\s*[^")]*\+\s*(?:request|arguments|query|std::string\(request)/), []);
  assert.deepEqual(places(code, /"(SELECT|INSERT|UPDATE|DELETE) [^"]*(=|VALUES\()\s*'"\s*\+/), []);
  assert.deepEqual(places(code, /sqlite3_(mprintf|vmprintf|snprintf|get_table)\b/), []);
  assert.ok(places(code, /sqlite3_bind_text/).length === 1);
});

test('V1.2.5: no other program is ever started', () => {
  assert.deepEqual(places(code, /(^|[^.\w>:])(system|popen|execv[pe]*|execl[pe]*|posix_spawnp?|fork|vfork|wordexp)\s*\(/m), []);
});

test('V1.3.2: no code is made of text, in the page or in the server', () => {
  assert.deepEqual(places(web, /\beval\s*\(|new (?:Function)\b|setTimeout\(\s*['"`]|javascript:/), []);
  assert.deepEqual(places(code, /sqlite3_(load_extension|enable_load_extension)\s*\(|\bdlopen\s*\(|EM_ASM|EM_JS|run_script/), []);
});

test('V1.3.10: a format is always a literal, checked by the compiler', () => {
  assert.deepEqual(places(code.filter(({ path }) => !path.startsWith('app/cmake')), /fmt::runtime|vformat|\bv?f?printf\s*\(\s*[a-z_]+\s*\)/), []);
  assert.deepEqual(places(code, /snprintf\([^,]+,[^,]+,\s*[a-z]\w*\s*[,)]/), []);
});

test('V1.4.3: what is taken is given back by who owns it: nothing is freed by hand', () => {
  // One macro deletes what a plugin's own macro made; the server's operator new and delete are malloc and free.
  const spoken = server.map((file) => ({ ...file, text: file.text.replace(/"(\\.|[^"\\])*"/g, '""') }));
  assert.deepEqual(places(spoken, /\b(malloc|calloc|realloc|free)\s*\(|\bdelete(\[\])?\s+[a-z_]/), ['app/plugin_api/abi.hpp', 'app/server/large_memory.cpp', 'app/server/operator_new.cpp']);
  assert.deepEqual(places(server, /\b(strcpy|strcat|sprintf|vsprintf|gets|alloca|strtok)\s*\(/), []);
  // Each `new` is given to its owner in the same expression.
  for (const file of server.filter(({ path }) => path !== 'app/plugin_api/abi.hpp')) for (const [line] of file.text.matchAll(/^.*[=(\s]new [A-Z].*$/gm)) assert.match(line, /unique_ptr|shared_ptr/, `${file.path}: ${line}`);
});

test('V3.5.5: only messages of our own origin are listened to, and what is in one is looked at', () => {
  assert.deepEqual(places(web, /addEventListener\(\s*["']message["']/), ['web/service_worker.js']);
  assert.deepEqual(places(web, /window\.onmessage|\.postMessage\([^)]*["']\*["']/), []);
  assert.match(text('web/storage_hint.js'), /onmessage = \(\{ data \}\) => \{ if \(typeof data === "string"\)/);
});

test('V6.3.4: a session begins in four places, which all use the same cookie, and there is no fifth', () => {
  const begin = server.filter(({ path }) => !/session_cookie\.(cpp|hpp)$/.test(path));
  assert.deepEqual(places(begin, /[^_]session_cookie\(/), ['app/server/passkeys/passkey_feature.cpp', 'app/server/session/session_feature.cpp', 'app/server/sign_in/sign_in_feature.cpp', 'app/server/site.cpp']);
  assert.deepEqual(places(begin, /__Host-|Set-Cookie: /), []);
});

test('V6.5.3: codes, tokens and keys come from the kernel\'s random bits alone', () => {
  assert.deepEqual(places(code, /\b(srand|drand48|rand_r)\s*\(|std::rand\b|mt19937|random_device|minstd_rand|default_random_engine/), []);
  assert.deepEqual(places(server, /getrandom\(/), ['app/server/sync/system_chance.cpp']);
});

test('V11.2.1: all cryptography is OpenSSL\'s, and is called from files that say so', () => {
  const with_openssl = places(code, /#include <openssl\//);
  assert.ok(with_openssl.length >= 5);
  for (const path of with_openssl) assert.match(path, /openssl\.(cpp|hpp)$/);
  assert.deepEqual(places(code, /rijndael|sbox\[|blowfish|rc4|chacha20_block|sha256_transform/i), []);
});

test('V11.3.1: nothing is encrypted block by block, or with RSA\'s old padding', () => {
  assert.deepEqual(places(code, /EVP_\w+_(ecb|cbc|cfb|ofb|ctr)\b|EVP_(des|rc2|rc4|bf|cast)|RSA_PKCS1_PADDING|RSA_public_encrypt|RSA_private_decrypt/i), []);
});

test('V11.3.2: one cipher is used: AES-256-GCM', () => {
  assert.deepEqual([...new Set(all.match(/EVP_(aes|chacha|aria|camellia|sm4)\w*/g))], ['EVP_aes_256_gcm']);
});

test('V11.4.1: no hash is used that is broken', () => {
  assert.deepEqual(places(code, /EVP_(md4|md5|sha1|ripemd160|mdc2)\b|\bMD5_|\bSHA1[_(]|"MD5"|"SHA1"|"SHA-1"/), []);
  assert.deepEqual(places(web, /"SHA-1"|md5/i), []);
});

test('V11.4.3: what is signed or compared by its hash has one of 256 bits or more', () => {
  const used = new Set([...all.matchAll(/EVP_(sha\w+)\(|"(SHA\d+)"/g)].map(([, a, b]) => (a ?? b).toLowerCase()));
  assert.deepEqual([...used].sort(), ['sha256', 'sha384']);
});

test('V13.2.3: no name or password stands in the sources or in what is deployed', () => {
  const files = [...code, ...web, ...sources('app/server/deploy', /./), ...sources('assets', /\.json$/)];
  assert.deepEqual(places(files, /password"?\s*[:=]\s*"[^"{]{3,}"(?!;? *\/\/)|client_secret"?\s*[:=]\s*"|BEGIN (RSA |EC |)PRIVATE KEY|\badmin:admin\b|\broot:root\b/i), []);
});

test('V15.3.6: what comes from outside never chooses which member of an object is written', () => {
  assert.deepEqual(places(web, /__proto__|Object\.assign\([^,]+,\s*JSON\.parse|\bfor \(const \w+ in /), []);
  assert.match(text('web/environment.js'), /Object\.hasOwn\(allowed, key\)/);
  assert.deepEqual(places(web, /(^|[^=!])(==|!=)[^=]/m), []);
});

test('V16.2.3: the log goes to standard output and nowhere else', () => {
  assert.deepEqual(places(server, /spdlog::|rotating_file_sink|basic_file_sink|syslog\(/).filter((path) => !/^app\/(server\/log\.|cmake\/)/.test(path)), []);
  assert.match(text('app/server/log.cpp'), /stdout_sink/);
  assert.deepEqual(places(server, /std::c(err|out)\b/).filter((path) => !/command_line|main|admin_client|run_verb|verb/.test(path)), []);
});
