/**
 * The main job: a parent finds a short break and reads about it. Written once for every way of
 * acting and every browser; `app` and `hand` say how. Called by the journey tests.
 */
import { say } from './words.mjs';

export const service = 'Saturday Stars';
export const wanted = 'somewhere quiet saturday';

/**
 * @param {object} app see(role, name)
 * @param {object} hand press, write, choose, back
 * @param {(step: string) => Promise<void>} reached called where the application has come to rest
 */
export async function journey(app, hand, reached) {
  await hand.write(app, say('shell.home.search_label'), wanted);
  await hand.press(app, 'button', say('shell.home.search_go'));
  await app.see('heading', say('local_offer.find.title'));
  await app.see('link', service);
  await reached('found');
  await hand.press(app, 'button', say('local_offer.narrow.title'));
  await hand.write(app, say('local_offer.find.age'), '8');
  await hand.choose(app, say('local_offer.find.near'), 'Northmere');
  await hand.choose(app, say('local_offer.find.miles'), say('local_offer.find.miles_within', { miles: '5' }));
  // What narrows is closed again, to see what is left; Back brings it closed as well.
  await hand.press(app, 'button', `${say('local_offer.narrow.title')}: 3 chosen`);
  await app.see('link', service);
  await reached('narrowed');
  await hand.press(app, 'link', service);
  await app.see('heading', service);
  await app.see('heading', say('local_offer.cost.title'));
  await reached('service');
  await hand.back(app);
  await app.see('heading', say('local_offer.find.title'));
  await app.see('link', service);
  await reached('back');
}
