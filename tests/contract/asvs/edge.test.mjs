/**
 * ASVS as one looks at the edge: the real nginx with the configuration of app/server/deploy in front of council-api. Run by
 * ctest with COUNCIL_API in the environment; skipped where there is no nginx.
 */
import assert from 'node:assert/strict';
import http from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import tls from 'node:tls';
import { hasNginx, name, startEdge } from '../support/edge.mjs';
import { freePort, startSignInCouncil } from '../support/sign_in_council.mjs';
import { form, readAnswer, root, temporaryFolder } from './support.mjs';

const skip = hasNginx() ? false : 'nginx is not installed';
let folder;
let council;
let edge;

before(async () => {
  if (skip) return;
  folder = temporaryFolder();
  const port = await freePort();
  council = await startSignInCouncil(root, folder.path, port, [], { codes: 'alone', address_header: 'X-Real-IP' });
  edge = await startEdge(root, folder.path, `127.0.0.1:${port}`);
});
after(async () => {
  await edge?.stop();
  await council?.stop();
  folder?.remove();
});

function through(text, options = {}) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = tls.connect({ host: '127.0.0.1', port: edge.secure, servername: name, ca: edge.authority, ALPNProtocols: ['http/1.1'], ...options }, () => {
      socket.cipher = socket.getCipher()?.standardName;
      socket.write(text, 'latin1');
    });
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('data', (chunk) => { answer += chunk.toString('latin1'); });
    socket.on('error', (error) => { socket.failure = error.code ?? String(error); });
    socket.on('close', () => resolve({ ...readAnswer(answer), failure: socket.failure, cipher: socket.cipher }));
  });
}

const plainly = (method, path) => new Promise((resolve) => {
  http.request({ host: '127.0.0.1', port: edge.plain, method, path, headers: { Host: name } }, (answer) => { answer.resume(); resolve(answer); }).end();
});

test('V4.1.2: a person without TLS is led on; a program that sends without TLS is refused, and learns it', { skip }, async () => {
  assert.equal((await plainly('GET', '/money')).headers.location, `https://${name}/money`);
  for (const [method, path] of [['GET', '/api/session'], ['POST', '/api/sync/push'], ['GET', '/open-referral/v3/services'], ['POST', '/sign-in/one/logout'], ['POST', '/signin/code']]) {
    const answer = await plainly(method, path);
    assert.equal(answer.statusCode, 403, `${method} ${path}`);
    assert.equal(answer.headers.location, undefined);
  }
});

const head = `GET /healthz HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`;

test('V12.1.2: only ciphers that check what they hide and forget their keys are spoken', { skip }, async () => {
  const best = await through(head, { maxVersion: 'TLSv1.2' });
  assert.equal(best.status, 200);
  assert.match(best.cipher, /^TLS_ECDHE_.*(GCM|POLY1305)/);
  for (const weak of ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384', 'AES128-GCM-SHA256', 'AES256-SHA']) {
    const answer = await through(head, { maxVersion: 'TLSv1.2', ciphers: `${weak}:@SECLEVEL=0` });
    assert.ok(answer.failure, `${weak} was spoken`);
  }
});

test('V13.2.5: the edge asks council-api and nobody else, whatever it is asked for', { skip }, async () => {
  const ours = (await through(`GET / HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`)).body;
  assert.match(ours, /<!doctype html>/);
  for (const target of ['http://169.254.169.254/latest/meta-data/', 'http://127.0.0.1:1/', '/http://127.0.0.1:1/', '/@127.0.0.1:1/']) {
    const answer = await through(`GET ${target} HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`);
    assert.ok([400, 404, 301].includes(answer.status) || answer.body.includes('<!doctype html>'), `${target}: ${answer.status}`);
    assert.notEqual(answer.status, 502, target);
  }
});

test('the header that says how to come is said once', { skip }, async () => {
  const answer = await through(head);
  assert.equal(answer.headers.filter(([each]) => each === 'strict-transport-security').length, 1);
});

// The last: from here on this address has to wait.
test('V4.1.3 V15.3.4: whoever writes another address into a header counts as who they are', { skip }, async () => {
  const outcomes = [];
  for (let i = 0; i < 24; i++) {
    const forged = { Host: name, 'X-Real-IP': `198.51.100.${i}`, 'X-Forwarded-For': `198.51.100.${i}`, Forwarded: `for=198.51.100.${i}` };
    const text = form(council.app, '/signin/code', { code: 'K7QM-4XBN-9TRW' }, forged).replace('Host: 127.0.0.1\r\n', '');
    outcomes.push((await through(text)).header('location'));
  }
  assert.match(outcomes[0], /wrong-code/);
  assert.match(outcomes.at(-1), /too-many/);
  const direct = await new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(council.app).port), '127.0.0.1', () => socket.write(form(council.app, '/signin/code', { code: 'K7QM-4XBN-9TRW' }, { 'X-Real-IP': '203.0.113.5' })));
    socket.on('data', (chunk) => { answer += chunk; }).on('close', () => resolve(readAnswer(answer)));
  });
  assert.match(direct.header('location'), /wrong-code/, 'the header is believed where the edge writes it');
});
