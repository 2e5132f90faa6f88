/**
 * One ranked answer out of an engine's scores for each idea of a query, as our engine makes one: an idea
 * is worth the best of its words, synonyms count 85 of 100, services that have every idea are the answer,
 * and only when there are none, those that have some, which the person is then told.
 */
const synonymShare = 0.85;

async function scoresOfIdea({ alternatives, isLast }, scores, configuration) {
  const best = new Map();
  for (const [at, words] of alternatives.entries()) {
    const found = await scores(words, { isLast: isLast && at === 0 }, configuration);
    for (const [id, score] of found) {
      best.set(id, Math.max(best.get(id) ?? 0, score * (at === 0 ? 1 : synonymShare)));
    }
  }
  return best;
}

/** `scores(words, { isLast }, configuration)` gives [id, score] of each service that has all the words. */
export async function find(asked, scores, configuration) {
  const ideas = configuration.places === 'kept' ? asked.ideasWithPlaces : asked.ideas;
  if (ideas.length === 0) return { ids: asked.allowed ?? [], isPartial: false };
  const allowed = asked.allowed && new Set(asked.allowed);
  const totals = new Map();
  for (const idea of ideas) {
    for (const [id, score] of await scoresOfIdea(idea, scores, configuration)) {
      if (allowed && !allowed.has(id)) continue;
      const total = totals.get(id) ?? { score: 0, ideas: 0 };
      totals.set(id, { score: total.score + score, ideas: total.ideas + 1 });
    }
  }
  const ranked = [...totals].sort(([, a], [, b]) => b.score - a.score);
  const whole = ranked.filter(([, { ideas: has }]) => has === ideas.length);
  const isPartial = whole.length === 0;
  const shown = configuration.match === 'some' || isPartial ? ranked : whole;
  return { ids: shown.map(([id]) => id), isPartial };
}

/** Every combination of the choices, such as {match: [...], places: [...]}. */
export function combinations(choices) {
  return Object.entries(choices).reduce((all, [name, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))), [{}]);
}
