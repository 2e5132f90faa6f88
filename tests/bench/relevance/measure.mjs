/**
 * nDCG@10: how near an engine's first ten services come to the best order there is. A gain of 2^grade - 1,
 * halved by the logarithm of the place; the best order is made of everything that was judged. Where nobody
 * judged any service an answer, 1 for finding nothing, or for saying that what is shown has only some of
 * the words, and else 0. A service that was not judged is worth 0. Used by ../relevance.mjs.
 */
import { shortId } from './services.mjs';

export const depth = 10;

const gain = (grade) => 2 ** grade - 1;
const dcg = (grades) => grades.slice(0, depth).reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0);

/** `judged`: grades by short ids. */
export function ndcg({ ids, isPartial }, judged) {
  const best = dcg(Object.values(judged).sort((a, b) => b - a));
  if (best === 0) return ids.length === 0 || isPartial ? 1 : 0;
  return dcg(ids.map((id) => judged[shortId(id)] ?? 0)) / best;
}

export const mean = (values) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

/** Of the services that an engine shows among its first ten, how many nobody judged. */
export function unjudgedShare(answers, judgements) {
  const shown = answers.flatMap(({ query, ids }) => ids.slice(0, depth).map((id) => judgements[query.id][shortId(id)]));
  return shown.length === 0 ? 0 : shown.filter((grade) => grade === undefined).length / shown.length;
}
