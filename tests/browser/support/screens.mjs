/**
 * Every screen there is: its address and the heading by which a test knows that it has arrived.
 * Called by the tests and by tests/browser/screens.mjs, so that a new screen is added once.
 */
import { say } from './words.mjs';

export const serviceId = '0fb215fe-6b3e-5459-82cf-d0ce846ce12c';
export const serviceAddress = `/service/${serviceId}`;

export function screens(language = 'en') {
  const words = (key) => say(key, {}, language);
  return [
    { name: 'home', path: '/', heading: words('shell.home.title') },
    { name: 'find', path: '/find', heading: words('local_offer.find.title') },
    { name: 'results', path: '/find?q=somewhere+quiet+saturday&age=8&near=Northmere&miles=5', heading: words('local_offer.find.title') },
    { name: 'nothing_found', path: '/find?q=zzzzzz', heading: words('local_offer.find.title') },
    { name: 'service', path: serviceAddress, heading: 'Saturday Stars' },
    { name: 'narrowed', path: '/find?q=club&day=saturday&day=sunday&cost=free', heading: words('local_offer.find.title') },
    { name: 'list', path: `/list?s=${serviceId}&s=d19f7d76-b1c3-5df0-8d33-68c6aa5bbfeb`, heading: words('local_offer.list.title') },
    { name: 'map', path: '/map?q=swimming&near=Northmere', heading: words('map.title') },
    { name: 'told', path: '/told', heading: words('service.told.title') },
    { name: 'money', path: '/money', heading: words('direct_payments.title') },
    { name: 'returns', path: '/money/returns', heading: words('returns.title') },
    { name: 'statement', path: '/money/statement', heading: words('statements.title') },
    { name: 'forecast', path: '/money/forecast', heading: words('forecast.title') },
    { name: 'agreed', path: '/money/agreement', heading: words('agreed.title') },
    { name: 'may_i', path: '/money/may-i', heading: words('may_i.title') },
    { name: 'plan', path: '/money/plan', heading: words('planning.title') },
    { name: 'requests', path: '/requests', heading: words('requests.title') },
    { name: 'ask', path: '/requests/new', heading: words('requests.new.title') },
    { name: 'comments', path: '/comments', heading: words('comments.title') },
    { name: 'tell_us', path: '/comments/new', heading: words('comments.new.title') },
    { name: 'rights', path: '/rights', heading: words('guidance.title') },
    { name: 'rights_topic', path: '/rights/about/ehc-assessment', heading: language === 'cy' ? 'Asesiad anghenion a chynllun EHC' : 'An EHC needs assessment and plan' },
    { name: 'rights_when', path: '/rights/when', heading: words('guidance.when') },
    { name: 'say', path: '/say', heading: words('feedback.list.title') },
    { name: 'changes', path: '/changes', heading: words('changes.title') },
    { name: 'invited', path: '/i', heading: words('invited.title') },
    { name: 'carry', path: '/carry', heading: words('carry.here.title') },
    { name: 'settings', path: '/settings', heading: words('shell.settings') },
    { name: 'sign_in', path: '/signin', heading: words('shell.sign_in.who') },
    { name: 'keep', path: '/keep', heading: words('shell.keep') },
    { name: 'inbox', path: '/inbox', heading: words('shell.inbox') },
    { name: 'account', path: '/account', heading: words('shell.account') },
    { name: 'about_us', path: '/about-us', heading: words('shell.about_us') },
    { name: 'everything', path: '/everything', heading: words('shell.everything') },
    { name: 'help', path: '/help', heading: words('shell.help') },
    { name: 'accessibility', path: '/accessibility', heading: language === 'cy' ? 'A all pawb ddefnyddio hwn?' : 'Can everybody use this?' },
    { name: 'privacy', path: '/privacy', heading: language === 'cy' ? 'Beth rydym yn ei wybod amdanoch chi, a pham' : 'What we know about you, and why' },
    { name: 'privacy_young', path: '/privacy/young-people', heading: language === 'cy' ? 'Beth rydym yn ei wybod amdanat ti' : 'What we know about you' },
    { name: 'short_breaks', path: '/short-breaks', heading: words('shell.pages.short_breaks') },
    { name: 'leaving', path: '/leaving', heading: words('shell.pages.leaving') },
    { name: 'licences', path: '/licences', heading: words('shell.pages.licences') },
    { name: 'not_found', path: '/no-such-page', heading: words('shell.missing.title') },
  ];
}

/** What somebody sees who has signed in. */
export function ownScreens() {
  const paths = {
    home: '/', money: '/money', spend: '/money/spend', returns: '/money/returns', statement: '/money/statement', forecast: '/money/forecast', agreed: '/money/agreement', money_in: '/money/in', may_i: '/money/may-i', plan: '/money/plan', requests: '/requests', ask: '/requests/new', say: '/say', visit: '/say/visit', note: '/say/note',
    account: '/account', about_us: '/about-us', everything: '/everything', not_sent: '/this-device/not-sent', inbox: '/inbox', settings: '/settings',
    pa: '/pa', pa_new: '/pa/new', pa_cost: '/pa/cost', afford: '/money/afford', safe: '/say/safe', growing_up: '/growing-up', growing_up_age: '/growing-up/age-16',
    wrong: '/comments/wrong', listing: '/comments/listing', comments_year: '/comments/year/2026', rights_service: `/rights/service/${serviceId}`, about_service: `/comments/about/${serviceId}`,
  };
  return Object.entries(paths).map(([name, path]) => ({ name: `own_${name}`, path }));
}

/**
 * What is there only once something was written or done (own_things.mjs); `*` is what its address has then. A survey
 * asks for a photo, a voice and a signature; the map has a map server's squares; results are released.
 */
export function writtenScreens() {
  const paths = {
    entry: '/money/entry/*', return: '/money/returns/*', worker: '/pa/one/*', worker_change: '/pa/change/*', worker_confirm: '/pa/confirm/*',
    request: '/requests/one/*', comment: '/comments/one/*', files: '/say/*', carry: '/carry/*', invitation: '/i/*',
    map: '/map?q=swimming&near=Northmere', results: '/changes', money_spent: '/money',
  };
  return Object.entries(paths).map(([name, path]) => ({ name: `written_${name}`, path }));
}
