/**
 * Easy read that is not easier is seen: too long in either language, the usual words once more, a picture that no page draws,
 * or a sentence in young people's parts that has none at all.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { easyAsUsual, unseenPictures, youngPeoplesShare } from '../../app/tools/easy_read.mjs';
import { hardSentences } from '../../app/tools/hard_sentences.mjs';

const usual = { en: 'Nobody will know which answers are yours.', cy: 'Fydd neb yn gwybod pa atebion yw eich rhai chi.' };
const easy = { en: 'Nobody will know what you said.', cy: 'Fydd neb yn gwybod beth ddywedoch chi.' };
const many = (count) => `${'word '.repeat(count).trim()}.`;

test('an easy sentence has twelve words at most, in English and in Welsh, and two short ones may stand together', () => {
  const found = (words) => hardSentences({ 'a.b': { ...usual, easy: { ...easy, ...words } } });
  assert.deepEqual(found({ en: `${many(12)} ${many(12)}`, cy: `${many(12)} ${many(12)}` }), []);
  for (const words of [{ en: many(13) }, { cy: many(13) }]) {
    const [problem, ...others] = found(words);
    assert.match(problem, /13 words in one sentence, at most 12/);
    assert.deepEqual(others, []);
  }
});

test('the easy words of Wales are held to the same', () => {
  const texts = { 'a.b': { ...usual, wales: { ...usual, easy: { ...easy, cy: many(13) } } } };
  assert.equal(hardSentences(texts).length, 1);
  assert.equal(easyAsUsual({ 'a.b': { ...usual, wales: { ...usual, easy: usual } } }).length, 2);
});

test('the usual words once more are not easy read, in either language', () => {
  assert.deepEqual(easyAsUsual({ 'a.b': { ...usual, easy }, 'a.c': usual }), []);
  assert.match(easyAsUsual({ 'a.b': { ...usual, easy: { ...easy, cy: usual.cy } } })[0], /^a\.b: the easy cy is the usual one/);
});

test('a picture needs a page that draws its sentence by the key', () => {
  const texts = { 'a.b': { ...usual, easy: { ...easy, picture: 'secret' } } };
  for (const drawn of ['ui.sentence("a.b"_t);', 'tell(ui, is_open ? "a.c"_t : "a.b"_t,\n     ui::TextLook::Soft);']) {
    assert.deepEqual(unseenPictures(texts, ['', drawn]), []);
  }
  for (const drawn of ['ui.text(ui.tr("a.b"_t));', 'ui.sentence("a.bc"_t); ui.text(ui.tr("a.b"_t));']) {
    assert.match(unseenPictures(texts, [drawn])[0], /^a\.b: no page draws its picture/);
  }
});

test('in young people\'s parts every sentence that explains something has easy read; labels and plurals need none', () => {
  const texts = { 'a.explained': { ...usual, easy }, 'a.label': { en: 'Have your say', cy: 'Dweud eich dweud' }, 'a.plural': { en: { other: usual.en }, cy: {} } };
  const whole = youngPeoplesShare(new Map([['plugins/feedback/text.json', texts], ['plugins/employing/text.json', { 'b.usual': usual }]]));
  assert.deepEqual(whole, { explaining: 1, share: 100, problems: [] });
  const lost = youngPeoplesShare(new Map([['plugins/feedback/safe/text.json', { ...texts, 'a.new': usual }]]));
  assert.equal(lost.share, 50);
  assert.match(lost.problems.join('\n'), /^plugins\/feedback\/safe\/text\.json: a\.new has more than 6 words and no easy read/);
});
