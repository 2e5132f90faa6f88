/**
 * What a family does with its money on the way to a return, step by step and by any hand. Called by returns.test.mjs and
 * bank_file.test.mjs.
 */
import { photo } from './camera.mjs';
import { reads } from './family.mjs';
import { serviceAddress } from './screens.mjs';
import { say } from './words.mjs';

export const withCouncil = (app) => reads(app, say('shell.sync.with_council'));

export async function putInPlan(app, hand) {
  await app.go(serviceAddress);
  const budget = say('service.cost.budget');
  await app.see('link', budget);
  await hand.press(app, 'link', budget);
  await app.see('button', say('planning.afford.put'));
  await hand.press(app, 'button', say('planning.afford.put'));
  await app.see('link', say('direct_payments.see_money'));
}

export async function openReturn(app, hand) {
  await app.go('/money');
  await app.see('link', say('direct_payments.returns'));
  await hand.press(app, 'link', say('direct_payments.returns'));
  await app.see('heading', say('returns.next.now'));
  await hand.press(app, 'link', say('returns.next.go'));
  await app.see('heading', say('returns.asks'));
}

export const nextStep = (app, hand) => hand.press(app, 'button', say('returns.next'));

export async function addReceipt(app, hand, what, money) {
  const link = say('returns.receipt', { what, money });
  await app.see('link', link);
  await hand.press(app, 'link', link);
  await app.see('heading', say('direct_payments.receipt.title'));
  await app.page.locator('#mirror').getByLabel(say('direct_payments.receipt.add')).setInputFiles(
    { name: 'receipt.jpg', mimeType: 'image/jpeg', buffer: await photo(app.page) });
  await reads(app, say('direct_payments.receipt.added'), 'body');
}

export async function answerQuestion(app, hand, question, answer) {
  await app.go('/inbox');
  await reads(app, 'We looked at your return');
  await hand.press(app, 'link', /return/i);
  await reads(app, question);
  await reads(app, 'R. Marsh');
  await hand.write(app, say('returns.answer.words'), answer);
  await hand.press(app, 'button', say('returns.answer.send'));
  await reads(app, answer);
  await withCouncil(app);
}
