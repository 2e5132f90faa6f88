/**
 * What people come for, each written once for every way of acting (hands.mjs): where it starts, what is done,
 * and by what it is seen to be done. Called by tasks.test.mjs, which compares where each way ends.
 */
import { reads } from './family.mjs';
import { service } from './journey.mjs';
import { serviceAddress } from './screens.mjs';
import { eitherWay, say } from './words.mjs';

const keep = say('local_offer.list.keep', { name: service });

/** Before anybody signs in: {name, from, act(app, hand)}; each begins on a page of its own. */
export const publicTasks = [
  {
    name: 'find a place by asking in one\'s own words',
    from: '/',
    async act(app, hand) {
      await hand.write(app, say('shell.home.search_label'), 'somewhere quiet saturday');
      await hand.press(app, 'button', say('shell.home.search_go'));
      await app.see('link', service);
      await hand.press(app, 'link', service);
      await app.see('heading', say('local_offer.cost.title'));
    },
  },
  {
    name: 'find what is near, for a child of eight',
    from: '/find?q=club',
    async act(app, hand) {
      await app.see('button', say('local_offer.find.go'));
      await hand.press(app, 'button', say('local_offer.narrow.title'));
      await hand.write(app, say('local_offer.find.age'), '8');
      await hand.choose(app, say('local_offer.find.near'), 'Northmere');
      await hand.choose(app, say('local_offer.find.miles'), say('local_offer.find.miles_within', { miles: '5' }));
      await app.page.waitForFunction(() => location.search.includes('miles=5'));
    },
  },
  {
    name: 'narrow a search to Saturdays',
    from: '/find?q=club',
    async act(app, hand) {
      await app.see('button', say('local_offer.narrow.title'));
      await hand.press(app, 'button', say('local_offer.narrow.title'));
      await hand.press(app, 'button', say('local_offer.facet.day'));
      await hand.tick(app, /^Saturday \(\d+\)$/);
      await app.page.waitForFunction(() => location.search.includes('day=saturday'));
    },
  },
  {
    name: 'take a narrowing back',
    from: '/find?q=club&day=saturday',
    async act(app, hand) {
      const remove = say('local_offer.hint.remove', { word: 'Saturday' });
      await app.see('link', remove);
      await hand.press(app, 'link', remove);
      await app.page.waitForFunction(() => !location.search.includes('day='));
    },
  },
  {
    name: 'keep a place and look at the list of what was kept',
    from: serviceAddress,
    async act(app, hand) {
      await app.see('button', keep);
      await hand.press(app, 'button', keep);
      await hand.press(app, 'link', say('local_offer.service.back'));
      await app.see('link', /^My list: 1/);
      await hand.press(app, 'link', /^My list: 1/);
      await app.see('heading', say('local_offer.list.title'));
      await app.see('link', service);
    },
  },
  {
    name: 'ask whether the budget pays for a place',
    from: serviceAddress,
    async act(app, hand) {
      await app.see('link', say('service.cost.budget'));
      await hand.press(app, 'link', say('service.cost.budget'));
      await app.page.waitForFunction(() => location.pathname === '/money/afford');
      await app.see('link', say('shell.sign_in'));
    },
  },
  {
    name: 'be told what is wrong with a search, go to it and mend it',
    from: '/find',
    async act(app, hand) {
      await app.see('button', say('local_offer.find.go'));
      await hand.press(app, 'button', say('local_offer.narrow.title'));
      await hand.write(app, say('local_offer.find.age'), '200');
      await hand.press(app, 'button', say('local_offer.find.go'));
      await app.main().getByRole('alert').waitFor({ state: 'attached' });
      const link = app.main().getByRole('alert').getByRole('link').first();
      await hand.press(app, 'link', await link.textContent());
      await app.page.waitForFunction(() => document.activeElement?.matches('input'));
      await hand.write(app, say('local_offer.find.age'), '8');
      await hand.press(app, 'button', say('local_offer.find.go'));
      await app.page.waitForFunction(() => location.search.includes('age=8'));
    },
  },
  {
    name: 'find whom to ring, and read who can use this',
    from: '/',
    async act(app, hand) {
      await hand.press(app, 'link', say('shell.help'));
      await app.see('heading', say('shell.help'));
      await hand.press(app, 'link', say('shell.pages.accessibility'));
      await app.see('heading', 'Can everybody use this?');
    },
  },
  {
    name: 'choose Welsh',
    from: '/settings',
    async act(app, hand) {
      await app.see('radio', 'Cymraeg');
      await hand.pick(app, 'Cymraeg');
      await app.see('heading', say('shell.settings', {}, 'cy'));
    },
  },
  {
    name: 'choose larger text',
    from: '/settings',
    async act(app, hand) {
      await app.see('combobox', say('shell.settings.text'));
      await hand.choose(app, say('shell.settings.text'), '200%');
      await app.page.waitForFunction(() => document.documentElement.style.fontSize === '200%');
    },
  },
  {
    name: 'choose dark colours',
    from: '/settings',
    async act(app, hand) {
      await app.see('radio', say('shell.settings.appearance.dark'));
      await hand.pick(app, say('shell.settings.appearance.dark'));
      await app.page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    },
  },
  {
    name: 'choose easy read, more space and the buttons that read aloud',
    from: '/settings',
    async act(app, hand) {
      await app.see('radio', say('shell.settings.words.easy'));
      await hand.pick(app, say('shell.settings.words.easy'));
      await hand.pick(app, say('shell.settings.spacing.wide'));
      await hand.tick(app, eitherWay('shell.settings.aloud'));
      await app.page.waitForFunction(() => document.querySelector('#aloud-read') !== null);
    },
  },
];

/** For Sam, who has signed in, one after the other: what one leaves, the next finds. */
export const ownTasks = [
  {
    name: 'write down a spend',
    from: '/money/spend',
    async act(app, hand) {
      await app.see('button', say('direct_payments.spend.save'));
      await hand.write(app, say('direct_payments.spend.amount'), '7.35');
      await hand.write(app, say('direct_payments.spend.what'), 'Swimming');
      await hand.press(app, 'button', say('direct_payments.spend.save'));
      await app.see('heading', say('direct_payments.spend.saved'));
    },
  },
  {
    name: 'ask for a look at what one\'s child needs',
    from: '/requests/new',
    async act(app, hand) {
      await app.see('button', say('requests.send'));
      await hand.pick(app, say('requests.kind.assessment'));
      await hand.write(app, say('requests.needs'), 'The mornings before school');
      await hand.press(app, 'button', say('requests.send'));
      await app.see('heading', say('requests.sent'));
    },
  },
  {
    name: 'answer how a visit was',
    from: '/say/visit',
    async act(app, hand) {
      await app.see('radio', say('feedback.face.5'));
      await hand.pick(app, say('feedback.face.5'));
      await hand.press(app, 'button', say('feedback.next'));
      await app.page.waitForFunction((face) => !document.querySelector('#mirror main').textContent.includes(face), say('feedback.face.5'));
    },
  },
  {
    name: 'write about one\'s child',
    from: '/about-us',
    async act(app, hand) {
      const box = app.main().getByRole('textbox').first();
      await box.waitFor({ state: 'attached' });
      await app.settled();
      const name = await box.evaluate((element) => element.labels[0].textContent);
      await hand.write(app, name, 'Loud rooms are hard.');
      const save = await app.main().getByRole('button', { name: /^Save/ }).first().textContent();
      await hand.press(app, 'button', save);
      await reads(app, say('shell.about_us.received'));
    },
  },
];
