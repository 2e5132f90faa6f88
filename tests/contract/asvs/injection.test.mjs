/**
 * ASVS V1: a feed whose every word is hostile, and searches that are, as they come out again in pages, JSON and the list
 * for search engines. Run by ctest with COUNCIL_API in the environment.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ImportingCouncil } from '../support/importing.mjs';
import { exchange, request, root } from './support.mjs';

const marks = '"> \' onload=x {{main}} {{council_name}} %s%n {0} ${7*7} ;-- <script>alert(1)</script><!--';
let council;
let origin;
let id;

before(async () => {
  const demo = JSON.parse(readFileSync(join(root, 'assets/demo/northmere/offer/services.json'), 'utf8')).contents.slice(0, 3);
  council = new ImportingCouncil([]);
  const feed = join(council.folder, 'hostile');
  mkdirSync(feed);
  ({ id } = demo[0]);
  demo[0] = { ...demo[0], name: `Otter ${marks}`, alternate_name: marks, description: `Otter ${marks}`, url: 'javascript:alert(1)', fees_description: marks };
  writeFileSync(join(feed, 'services.json'), JSON.stringify({ total_items: 3, total_pages: 1, page_number: 1, size: 50, first_page: true, last_page: true, empty: false, contents: demo }));
  council.name([{ name: 'hostile', folder: feed }]);
  await council.import();
  origin = `http://127.0.0.1:${await council.serve()}`;
});
after(async () => {
  await council?.stopServer();
  council?.remove();
});

const get = (path, headers) => exchange(origin, request('GET', path, headers));

test('V1.2.1: words of a feed or of a search are words in HTML, in a list of addresses and in a head', async () => {
  const service = await get(`/service/${id}`);
  assert.equal(service.status, 200);
  assert.match(service.body, /Otter/);
  const search = await get(`/find?q=${encodeURIComponent(`otter ${marks}`)}`);
  assert.equal(search.status, 200);
  for (const { body } of [service, search, await get('/find?q=otter')]) {
    // What programs read stands in a script of its own, which no word can end.
    const page = body.replace(/<script type="application\/ld\+json">([^<]*)<\/script>/g, '');
    assert.doesNotMatch(page, /<script>alert|<!--|["'>]\s*onload=|href="javascript:/);
  }
  const list = await get('/sitemap.xml');
  assert.doesNotMatch(list.body, /&(?!amp;|lt;|gt;|quot;|apos;|#)|<script/);
  const led = await get('/sign-in/nobody?then=/a%0d%0aSet-Cookie:%20x=1');
  assert.doesNotMatch(led.head, /^set-cookie: x=1/im);
});

test('V1.3.7: what stands in braces in a name is never filled in', async () => {
  const { body } = await get(`/service/${id}`);
  assert.match(body, /\{\{main\}\} \{\{council_name\}\}/);
  assert.match(body, /7\*7/);
  assert.equal(body.match(/<main/g).length, 1);
});

test('V1.2.9: a search for what only programs write finds nothing, breaks nothing and is answered at once', async () => {
  for (const words of [marks, "' OR 1=1 --", '%', '_', '*', '.*', '(', '[', '\\', 'NEAR(a b)', '"a" OR', 'a AND NOT', '../..', '\u202e', '😀'.repeat(20)]) {
    const answer = await get(`/find?q=${encodeURIComponent(words)}`);
    assert.equal(answer.status, 200, words);
  }
});
