/**
 * One family's whole journey: from a price to the plan, a spend and an answer with the network off, and
 * back to the council. Written once for every hand (hands.mjs); called by family.test.mjs.
 */
import { inCharge } from '../worker/worker_suite.mjs';
import { service, wanted } from './journey.mjs';
import { say } from './words.mjs';

export const spent = { typed: '7.35', shown: '£7.35' };

/** Waits until these words stand on the page. */
export async function reads(app, words, where = '#mirror') {
  await app.page.locator(where).getByText(words).first().waitFor({ state: 'attached' });
  await app.settled();
}

/** Signs in from the top of the page, and says that the device is one's own. */
export async function signIn(app, hand, name, role = 'parent') {
  await hand.press(app, 'link', say('shell.sign_in'));
  const person = say('shell.sign_in.as', { name, role: say(`shell.role.${role}`) });
  await app.see('button', person);
  await hand.press(app, 'button', person);
  await app.see('heading', say('shell.keep'));
  await hand.pick(app, say('shell.keep.yes'));
  await hand.press(app, 'button', say('shell.keep.go'));
  await reads(app, say('shell.sync.with_council'));
}

async function findService(app, hand) {
  await hand.write(app, say('shell.home.search_label'), wanted);
  await hand.press(app, 'button', say('shell.home.search_go'));
  await app.see('link', service);
  await hand.press(app, 'link', service);
  await app.see('heading', service);
}

/** "Can my budget pay for this?", the money left, and into the plan. */
async function plan(app, hand, reached) {
  await hand.press(app, 'link', say('service.cost.budget'));
  await app.see('heading', say('planning.afford.answer'));
  await reached('asked');
  await hand.press(app, 'button', say('planning.afford.put'));
  await app.see('link', say('direct_payments.see_money'));
  await hand.press(app, 'link', say('direct_payments.see_money'));
  await app.see('heading', say('direct_payments.left.title'));
  await reads(app, say('shell.sync.with_council'));
  await reached('planned');
}

async function spend(app, hand, reached) {
  await hand.press(app, 'link', say('direct_payments.plan.spend', { name: service }));
  await app.see('heading', say('direct_payments.spend.title'));
  await app.context.setOffline(true);
  await hand.write(app, say('direct_payments.spend.amount'), spent.typed);
  await hand.press(app, 'button', say('direct_payments.spend.save'));
  await app.see('heading', say('direct_payments.spend.saved'));
  await reached('spent');
}

// "A little bit happy" asks what made it harder, "no" asks what would bring them back: both are branches.
async function answer(app, hand, reached) {
  await hand.press(app, 'link', say('direct_payments.spend.how'));
  await app.see('heading', say('feedback.visit.title', { service }));
  await app.see('radio', say('feedback.face.1'));
  const next = () => hand.press(app, 'button', say('feedback.next'));
  await hand.pick(app, say('feedback.face.1'));
  await next();
  await app.see('heading', 'What made it harder?');
  await hand.tick(app, 'It was noisy or busy');
  await next();
  await app.see('radio', 'No');
  await hand.pick(app, 'No');
  await next();
  await app.see('radio', 'A smaller or quieter group');
  await hand.pick(app, 'A smaller or quieter group');
  await next();
  await app.see('radio', say('feedback.how.proxy'));
  await hand.pick(app, say('feedback.how.proxy'));
  await next();
  await app.see('button', say('feedback.send'));
  await hand.press(app, 'button', say('feedback.send'));
  await reads(app, say('feedback.send.waiting'));
  await reached('answered');
}

/**
 * @param {object} app signed out, at home, with a service worker
 * @param {object} hand from hands.mjs
 * @param {(step: string) => Promise<void>} reached called where the application has come to rest
 */
export async function familyJourney(app, hand, reached) {
  await signIn(app, hand, 'Sam Ashford');
  await inCharge(app.page);
  await findService(app, hand);
  await plan(app, hand, reached);
  await spend(app, hand, reached);
  await answer(app, hand, reached);
  await app.context.setOffline(false);
  await reads(app, say('feedback.sent'));
  await reads(app, say('shell.sync.with_council'));
  await reached('received');
}
