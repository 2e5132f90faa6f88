/**
 * axe-core on a page, with the rules of WCAG 2.2 AA and the best practices. Called by axe.test.mjs.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `contrast`: pairs of colours that were measured; `unsure`: that could not be. @returns {Promise<{violations: string[], passes: number, contrast: number, unsure: number}>} */
export async function axe(page) {
  await page.evaluate(source);
  return page.evaluate(async (values) => {
    // What is fading in is looked at as it will be: half way it has a colour of no theme.
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
    const found = await window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations', 'passes', 'incomplete'] });
    const places = (rule) => rule.nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`).join('\n    ');
    // A select's arrow is a picture, over which axe does not judge; its colours are those of the inputs.
    const contrastIn = (results) => results.find(({ id }) => id === 'color-contrast')?.nodes
      .filter(({ html }) => !html.startsWith('<select')).length ?? 0;
    return {
      violations: found.violations.map((rule) => `${rule.id} (${rule.help})\n    ${places(rule)}`),
      passes: found.passes.length,
      contrast: contrastIn(found.passes),
      unsure: contrastIn(found.incomplete),
    };
  }, tags);
}
