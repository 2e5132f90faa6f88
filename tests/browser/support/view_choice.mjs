/**
 * What the accessibility trees of the two views differ in on purpose: which view the person chose. Called by the
 * tests that compare trees of both.
 */
import { say } from './words.mjs';

const starts = ['en', 'cy'].flatMap((language) => ['auto', 'canvas', 'plain'].map((view) => `- radio "${say(`shell.settings.view.${view}`, {}, language)}"`)
  .concat(`- button "${say('shell.settings.view.plain', {}, language)}"`));
const isViewChoice = (line) => starts.some((start) => line.trimStart().startsWith(start));

export const withoutChosenView = (line) => (isViewChoice(line) ? line.replace(/ (checked|pressed)=true/, '') : line);
