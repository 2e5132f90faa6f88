/**
 * Requests that nobody should send: good ones made wrong at random, and those by which one server is made to see another
 * request than the one in front of it (request smuggling). The same ones every time. Used by deploy.test.mjs.
 */
const pieces = ['\r\n', '\n', '\r', ' ', '\t', ':', '\r\n ', '%00', '%2e%2e', '..', '//', '%', ',', ';q=', '"', '\0',
  'Transfer-Encoding: chunked\r\n', 'Transfer-Encoding: xchunked\r\n', 'Transfer-Encoding : chunked\r\n', 'Host: b\r\n',
  'Content-Length: 5\r\n', 'Content-Length: +5\r\n', 'Content-Length: 3, 3\r\n', 'Expect: 100-continue\r\n', '\x80', '*',
  'HTTP/1.0', 'HTTP/2.0', 'GET', 'HEAD', 'a'.repeat(3000)];

function dice(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const good = (host) => `POST /api/local_offer/search?q=quiet HTTP/1.1\r\nHost: ${host}\r\nOrigin: https://${host}\r\n`
  + 'Content-Type: application/x-alongside\r\nContent-Length: 5\r\nConnection: close\r\nAccept-Language: cy-GB, en;q=0.8\r\n\r\nhello';

const behind = (host) => `GET /smuggled HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

// Each has one request that is wrong, and in its body what looks like another.
function smuggling(host) {
  const head = (lines) => `POST /api/local_offer/search HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${lines.join('\r\n')}\r\n\r\n`;
  const rest = behind(host);
  return [
    head([`Content-Length: ${rest.length + 5}`, 'Transfer-Encoding: chunked']) + `0\r\n\r\n${rest}`,
    head(['Content-Length: 4', 'Transfer-Encoding: chunked']) + `5c\r\n${rest}\r\n0\r\n\r\n`,
    head(['Transfer-Encoding: xchunked', 'Content-Length: 0']) + rest,
    head(['Transfer-Encoding: chunked, identity', 'Content-Length: 0']) + rest,
    head(['Transfer-Encoding: chunked', 'Transfer-Encoding: identity']) + `0\r\n\r\n${rest}`,
    head(['Content-Length: 0', `Content-Length: ${rest.length}`]) + rest,
    head(['Content-Length: 0, 0']) + rest,
    head(['Content-Length: -1']) + rest,
    head(['Content-Length: 0x10']) + rest,
    head(['Content-Length: 99999999999999999999']) + rest,
    head([' Content-Length: 0']) + rest,
    head(['X: a\r\n Content-Length: 0']) + rest,
    head(['Content-Length\0: 0']) + rest,
    `GET / HTTP/1.1\nHost: ${host}\n\n`,
    `GET http://other.example/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    `GET /%00 HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    `GET /../../etc/passwd HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: other.example\r\nConnection: close\r\n\r\n`,
    'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
    `TRACE / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    `CONNECT other.example:443 HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  ];
}

/** @returns {{bytes: string, most: number}[]} `most`: of the answers that may come, one for each request in front. */
export function mangledRequests(count, host) {
  const below = dice(20261129);
  const requests = smuggling(host).map((bytes) => ({ bytes, most: 1 }));
  while (requests.length < count) {
    let bytes = good(host);
    for (let changes = 1 + below(4); changes > 0; changes--) {
      const at = below(bytes.length);
      const kind = below(4);
      if (kind === 0) bytes = bytes.slice(0, at) + String.fromCharCode(below(256)) + bytes.slice(at + 1);
      else if (kind === 1) bytes = bytes.slice(0, at) + bytes.slice(at + below(20));
      else if (kind === 2) bytes = bytes.slice(0, at) + pieces[below(pieces.length)] + bytes.slice(at);
      else bytes = bytes.slice(0, at) + bytes.substr(below(bytes.length), below(40)) + bytes.slice(at);
    }
    // Cut off in the middle, a request is waited for: that is slowness, and tried elsewhere.
    requests.push({ bytes: `${bytes}\r\n\r\n`, most: 2 });
  }
  return requests;
}
