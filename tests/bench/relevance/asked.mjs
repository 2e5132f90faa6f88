/**
 * What the engines beside ours are given for a query: the words that are left when those that our engine
 * takes for filters are gone, each with its synonyms (the council's and our own Welsh ones), and the
 * services that the filters let through, in our engine's order. Small words are dropped as ours drops them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../browser/support/paths.mjs';
import { ask, filtersOf } from './ours.mjs';
import { council } from './services.mjs';
import { stem } from './stem.mjs';

const model = join(root, 'plugins/local_offer/model');
const quoted = (text) => [...text.matchAll(/"([^"]+)"/g)].map(([, word]) => word);

/** Fails rather than give the others less than ours has: the sources may have been written anew. */
function atLeast(fewest, list, what) {
  if (list.length < fewest) throw new Error(`only ${list.length} ${what} were read out of our sources`);
  return list;
}

/** The lists are read out of our sources, so that the others always have what ours has. */
function readSmallWords() {
  const source = readFileSync(join(model, 'fold.cpp'), 'utf8');
  const list = source.slice(source.indexOf('auto small ='), source.indexOf('small.is_sorted'));
  return new Set(atLeast(100, quoted(list), 'small words'));
}

function readSynonyms() {
  const groups = JSON.parse(readFileSync(council, 'utf8')).synonyms;
  const source = readFileSync(join(model, 'search/other_words.cpp'), 'utf8');
  const pairs = [...source.matchAll(/\{"([^"]+)", "([^"]+)"\}/g)].map(([, typed, meant]) => ({ typed, meant }));
  return { groups: groups.map((group) => group.map((phrase) => wordsOf(phrase))), pairs: atLeast(20, pairs, 'other words') };
}

export const wordsOf = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f'’]/g, '').split(/[^a-z0-9]+/).filter(Boolean);

const smallWords = readSmallWords();
const synonyms = readSynonyms();
const begins = (words, phrase) => phrase.every((word, at) => words[at] !== undefined && stem(words[at]) === stem(word));
const same = (a, b) => a.join(' ') === b.join(' ');

/** The words of one idea at the beginning of `words`, and what else they may be called. */
function ideaAt(words) {
  const known = synonyms.groups.flatMap((group) => group.filter((phrase) => begins(words, phrase)).map((phrase) => ({ phrase, group })));
  const length = Math.max(1, ...known.map(({ phrase }) => phrase.length));
  const typed = words.slice(0, length);
  const others = known.filter(({ phrase }) => phrase.length === length).flatMap(({ phrase, group }) => group.filter((other) => !same(other, phrase)));
  const pair = length === 1 && synonyms.pairs.find((each) => each.typed === stem(words[0]) || each.typed === words[0]);
  if (others.length === 0 && pair) others.push([pair.meant]);
  return { typed, alternatives: [typed, ...others] };
}

function ideasOf(text) {
  const words = wordsOf(text).filter((word) => !smallWords.has(word));
  const ideas = [];
  for (let at = 0; at < words.length;) {
    const idea = ideaAt(words.slice(at));
    at += idea.typed.length;
    ideas.push({ alternatives: idea.alternatives, isLast: at === words.length });
  }
  return ideas;
}

/** `ideas` without the names of places that became filters, `ideasWithPlaces` with them. */
export function askedOf(query) {
  const answer = ask(query);
  let rest = query;
  let withPlaces = query;
  for (const { kind, word } of answer.hints) {
    rest = rest.replace(word, ' ');
    if (kind !== 'near') withPlaces = withPlaces.replace(word, ' ');
  }
  const filters = filtersOf(answer);
  const allowed = filters ? ask(filters).results.map(({ id }) => id) : null;
  return { ideas: ideasOf(rest), ideasWithPlaces: ideasOf(withPlaces), allowed };
}
