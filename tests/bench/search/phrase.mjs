/**
 * What the engines without phrases or facets need around them: of the services that have the words, those
 * with the phrase, of the category and for the age, and the counts of both facets. Used by the engines.
 */
import { categories } from './corpus.mjs';

export const mostResults = 20;

/** `found` yields services, best first. */
export function phraseWithFacets(found, { words, category, age }) {
  const phrase = ` ${words.join(' ')} `;
  const counts = { categories: new Uint32Array(categories.length), ages: new Uint32Array(30) };
  const ids = [];
  let all = 0;
  for (const service of found) {
    const isOfCategory = service.category === category;
    const isOfAge = service.youngest <= age && service.oldest >= age;
    if ((!isOfCategory && !isOfAge) || !` ${service.text} `.includes(phrase)) continue;
    if (isOfAge) counts.categories[categories.indexOf(service.category)] += 1;
    if (isOfCategory) for (let each = service.youngest; each <= service.oldest; each++) counts.ages[each] += 1;
    if (!isOfCategory || !isOfAge) continue;
    all += 1;
    if (ids.length < mostResults) ids.push(service.id);
  }
  return { ids, found: all, ...counts };
}
