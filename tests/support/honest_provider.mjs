/**
 * A real OpenID provider (npm oidc-provider) for one test, with the least of a sign-in page: a name and two buttons.
 * It insists on PKCE, names itself in its answers (RFC 9207) and tells logouts by the back channel. Used by contract
 * and browser tests.
 */
import { createServer } from 'node:http';
import { exportJWK, exportPKCS8, generateKeyPair } from 'jose';

/** A key of ours: private as PEM, public as a JWK. */
export async function makeKey(algorithm, kid) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const own = { kid, alg: algorithm, use: 'sig' };
  return {
    pem: await exportPKCS8(privateKey), privateKey,
    publicJwk: { ...await exportJWK(publicKey), ...own }, privateJwk: { ...await exportJWK(privateKey), ...own },
  };
}

function page(body) {
  return `<!doctype html><html lang="en"><title>Northmere account</title><main>${body}</main>`;
}

const signInForm = (uid) => page(`<h1>Northmere account</h1><form method="post" action="/interaction/${uid}">
  <label>Name <input name="login" autocomplete="username"></label>
  <button name="go" value="yes">Sign in</button><button name="go" value="no">Cancel</button></form>`);

async function formOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

async function interact(provider, request, response) {
  const details = await provider.interactionDetails(request, response);
  if (request.method === 'GET') return response.setHeader('Content-Type', 'text/html').end(signInForm(details.uid));
  const form = await formOf(request);
  const result = form.get('go') === 'yes' ? { login: { accountId: form.get('login') } } : { error: 'access_denied' };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

// Whoever signs in has agreed already: consent is between the council's two systems.
async function grantAtOnce(ctx) {
  const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

const logoutForm = (form) => page(`<h1>Sign out</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Yes</button>`);

/**
 * @param {number} port
 * @param {object[]} clients as OpenID Connect Dynamic Registration has them
 */
export async function startHonestProvider(port, clients) {
  const { default: Provider } = await import('oidc-provider');
  const issuer = `http://127.0.0.1:${port}`;
  const keys = [(await makeKey('ES256', 'op-ec')).privateJwk, (await makeKey('RS256', 'op-rsa')).privateJwk];
  const provider = new Provider(issuer, {
    clients, jwks: { keys }, pkce: { required: () => true }, cookies: { keys: ['a key for a test'] },
    clientAuthMethods: ['private_key_jwt', 'client_secret_basic'],
    features: {
      devInteractions: { enabled: false }, backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx, form) => { ctx.body = logoutForm(form); } },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: grantAtOnce,
    // Its own way refuses to speak to this very machine, where the council is.
    fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined }),
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url.startsWith('/interaction/')) return answer(request, response);
    return interact(provider, request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  return { issuer, provider, stop: () => { server.closeAllConnections(); return new Promise((resolve) => { server.close(resolve); }); } };
}
