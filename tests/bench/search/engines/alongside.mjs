/** Our engine in WebAssembly, by the C functions of alongside_engine.cpp. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../../../browser/support/paths.mjs';
import { categories } from '../corpus.mjs';

const answerWords = 1 + 20 + 12 + 30;
/** The texts beside which the index is kept: its words are told by where the first services say them. */
const textsBeside = 3000;

export async function open() {
  const { default: create } = await import(pathToFileURL(join(build, 'wasm/bench/bench_search.mjs')));
  const wasm = await create();
  const encoder = new TextEncoder();
  const room = wasm._bytes_create(256);
  let engine = 0;

  /** Puts a short text into WebAssembly's memory, ended by a zero. */
  const text = (words, at) => {
    const { written } = encoder.encodeInto(words, wasm.HEAPU8.subarray(at, at + 127));
    wasm.HEAPU8[at + written] = 0;
    return at;
  };
  const withBytes = (bytes, use) => {
    const at = wasm._bytes_create(bytes.length);
    wasm.HEAPU8.set(bytes, at);
    const result = use(at);
    wasm._bytes_destroy(at);
    return result;
  };
  const joined = (services) => encoder.encode(services.map((each) => `${each.text}\0`).join(''));
  const ids = (answer) => {
    const at = answer >> 2;
    return wasm.HEAPU32.subarray(at + 1, at + 1 + Math.min(20, wasm.HEAPU32[at]));
  };
  const addFacets = (services) => {
    services.forEach(({ id, category, youngest, oldest }) =>
      wasm._engine_facets(engine, id, categories.indexOf(category), youngest, oldest));
  };
  const begin = (services) => {
    engine = wasm._engine_create();
    wasm._engine_begin(engine, services.length);
    addFacets(services);
  };

  return {
    name: 'ours',
    ranks: true,
    build(services, { save = false } = {}) {
      begin(services);
      const step = 2000;
      for (let from = 0; from < services.length; from += step) {
        const texts = joined(services.slice(from, from + step));
        withBytes(texts, (at) => wasm._engine_add(engine, at, texts.length));
      }
      if (!save) return wasm._engine_finish(engine, 0, 0);
      const texts = joined(services.slice(0, textsBeside));
      return withBytes(texts, (at) => wasm._engine_finish(engine, at, texts.length));
    },
    /** The index, and apart from it the texts as numbers, which stand in for the texts in phrases. */
    save() {
      const at = wasm._engine_saved(engine);
      const order = wasm._engine_order(engine);
      return {
        index: wasm.HEAPU8.slice(at, at + wasm._engine_saved_size(engine)),
        text: wasm.HEAPU8.slice(order, order + 4 * wasm._engine_order_size(engine)),
      };
    },
    load({ index, text: order }, services) {
      begin(services);
      const texts = joined(services.slice(0, textsBeside));
      const isRead = withBytes(index, (at) =>
        withBytes(texts, (beside) => wasm._engine_load(engine, at, index.length, beside, texts.length)));
      if (isRead !== 1) throw new Error('our index was refused');
      wasm._engine_order_reserve(engine, order.length >> 2);
      const step = 1 << 20;
      for (let from = 0; from < order.length; from += step) {
        const piece = order.subarray(from, from + step);
        withBytes(piece, (at) => wasm._engine_order_append(engine, at, piece.length >> 2));
      }
    },
    memory: () => wasm.HEAPU8.length,
    one: ({ words }) => ids(wasm._engine_best(engine, text(words[0], room), text('', room + 128))),
    three: ({ words }) => ids(wasm._engine_best(engine, text(words.join(' '), room), text('', room + 128))),
    prefix: ({ words, prefix }) => ids(wasm._engine_best(engine, text(words[0], room), text(prefix, room + 128))),
    typo: ({ words }) => ids(wasm._engine_best(engine, text(words[0], room), text('', room + 128))),
    phrase({ words, category, age }) {
      const answer = wasm._engine_phrase(engine, text(words.join(' '), room), categories.indexOf(category), age);
      const at = answer >> 2;
      return {
        ids: ids(answer),
        found: wasm.HEAPU32[at],
        categories: wasm.HEAPU32.slice(at + 21, at + 33),
        ages: wasm.HEAPU32.slice(at + 33, at + answerWords),
      };
    },
  };
}
