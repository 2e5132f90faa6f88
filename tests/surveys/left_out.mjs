/**
 * What the random surveys leave out, so that nobody takes "all of them are equal" for more than it is. The bench prints
 * these below its coverage table. Each stands with the function that leaves it out.
 */
export const leftOut = [
  'sums of anything but numbers, ratings, sliders and yes or no (Maker.number); expressions alone do have them',
  'a list as the result of a sum or an iif (Maker.scalar)',
  'words typed where a cell of a table asks for a number (make_again.mjs, typed)',
  'a choice whose condition names its own question (make_choices.mjs, conditionOf)',
  '"other" beside choices that come and go (make_choices.mjs, leaveAsTheyAre)',
  'setValueExpression and triggers that set anything but a text or a comment without inputType (extras, trigger)',
  'an answer that is taken back (answers); resetValueIf, setValueIf and hiding do take answers back',
  'answers to one cell of a table rather than to the table (answers)',
  'tables and dynamic panels inside each other, and panels inside a dynamic panel (make_again.mjs)',
  'lists in rows that come and go, which survey-core loses where another row takes their place at the end (make_again.mjs, mayHideRows)',
  'pages that are turned: complete and skip triggers are there, and nobody goes to the next page (peer.mjs)',
  'dates in words that ECMAScript leaves to each browser (peer.mjs)',
  'mistakes that survey-core still holds of what went away (peer.mjs)',
  'the same answer twice in a table that does not show, which survey-core counts as a mistake (peer.mjs)',
  'titles: piping and languages',
];
