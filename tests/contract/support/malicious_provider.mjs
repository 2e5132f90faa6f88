/**
 * A provider that does as it is told: each of its issuers, told apart by the first part of the path, answers with what
 * its case says in place of what an honest one would say. Its keys are real, so that only the one thing is wrong.
 */
import { createServer } from 'node:http';
import { SignJWT } from 'jose';
import { makeKey } from '../../support/honest_provider.mjs';

const json = (response, value, status = 200) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(typeof value === 'string' ? value : JSON.stringify(value));

/** Signs claims as this provider does, or as `options` say. */
export function sign(world, claims, { header = {}, key = world.key.privateKey } = {}) {
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'evil-1', typ: 'JWT', ...header }).sign(key);
}

export function claimsFor(world, issuer) {
  const now = Math.floor(Date.now() / 1000);
  return { iss: issuer, sub: 'family-17', aud: 'alongside', iat: now, exp: now + 120, nonce: world.nonces.get(issuer) };
}

const honest = {
  async document(world, issuer) {
    return {
      issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`,
      end_session_endpoint: `${issuer}/end`,
    };
  },
  async keys(world) { return { keys: [world.key.publicJwk] }; },
  async token(world, issuer) {
    return { id_token: await sign(world, claimsFor(world, issuer)), access_token: 'x', token_type: 'Bearer' };
  },
};

const paths = { '/.well-known/openid-configuration': 'document', '/keys': 'keys', '/token': 'token' };

/** @param {Map<string, object>} cases by name: { document, keys, token }, each (world, issuer, response) => JSON or nothing */
export async function startMaliciousProvider(cases) {
  const world = { key: await makeKey('ES256', 'evil-1'), stranger: await makeKey('ES256', 'evil-1'), nonces: new Map(), asked: [] };
  const server = createServer(async (request, response) => {
    const [, name] = request.url.split('/');
    const issuer = `${world.origin}/${name}`;
    const kind = paths[request.url.slice(name.length + 1)];
    world.asked.push(request.url);
    if (!kind) return response.writeHead(404).end();
    const said = await (cases.get(name)?.[kind] ?? honest[kind])(world, issuer, response, honest);
    if (said !== undefined) json(response, said);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  world.origin = `http://127.0.0.1:${server.address().port}`;
  world.stop = () => { server.closeAllConnections(); return new Promise((resolve) => { server.close(resolve); }); };
  return world;
}
