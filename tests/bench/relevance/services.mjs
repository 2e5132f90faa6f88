/**
 * The demo council's services, read from its Open Referral feed: the same texts, in the same fields and
 * with the same weights, as our own index has them (offer_index.cpp and summary_words.cpp). Used by the
 * engines beside ours and by the pool.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { demo } from '../../browser/support/paths.mjs';

export const feed = join(demo, 'offer');
export const council = join(demo, 'council.json');

/** How much more a word tells in each field than in the description. */
export const weights = {
  name: 8, kinds: 6, needs: 4, organisation: 3, places: 3, days: 3, summary: 3, support: 1, accepts: 1, tier: 1, words: 1,
};

const dayNames = { MO: 'monday', TU: 'tuesday', WE: 'wednesday', TH: 'thursday', FR: 'friday', SA: 'saturday', SU: 'sunday' };

/** Judgements name a service by the first eight digits of its id, which no two share here. */
export const shortId = (id) => id.slice(0, 8);

const plain = (html = '') => html.replace(/<[^>]*>/g, ' ').replace(/&amp;/g, '&').replace(/&[a-z]+;|&#\d+;/g, ' ').replace(/\s+/g, ' ').trim();

function firstSentences(text) {
  const start = text.slice(0, 220);
  const stop = Math.max(start.lastIndexOf('.'), start.lastIndexOf('!'), start.lastIndexOf('?'));
  return stop > 73 ? start.slice(0, stop + 1) : start;
}

function service(raw) {
  const terms = (taxonomy) => (raw.attributes ?? []).map(({ taxonomy_term: term }) => term).filter((term) => term.taxonomy === taxonomy).map((term) => term.name);
  const locations = (raw.service_at_locations ?? []).map(({ location }) => location);
  const addresses = locations.flatMap(({ addresses: all = [] }) => all);
  const days = (raw.schedules ?? []).flatMap(({ byday = '' }) => byday.split(',')).map((day) => dayNames[day.slice(-2)]);
  const description = plain(raw.description);
  const words = [
    description, plain(raw.eligibility_description), plain(raw.application_process),
    ...(raw.attributes ?? []).map(({ taxonomy_term: term }) => term.name),
    ...locations.flatMap(({ name, accessibility = [] }) => [name, ...accessibility.map((each) => each.description)]),
    ...addresses.flatMap((each) => [each.address_1, each.city, each.state_province, each.postal_code]),
    ...(raw.schedules ?? []).map((each) => each.description), ...(raw.languages ?? []).map((each) => each.name),
  ];
  return {
    id: raw.id,
    raw,
    name: raw.name,
    organisation: raw.organization.name,
    summary: firstSentences(description),
    kinds: terms('short-break-kind').join(', '),
    needs: terms('need').join(', '),
    support: terms('support').join(', '),
    accepts: terms('accepts').join(', '),
    tier: terms('tier').join(', '),
    places: addresses.map(({ city }) => city).join(', '),
    days: [...new Set(days)].filter(Boolean).join(' '),
    words: words.filter(Boolean).join('. '),
  };
}

/** In the order of their names, as our engine orders equals. */
export function readServices() {
  const folder = join(feed, 'services');
  const raws = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return raws.map(service).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}
