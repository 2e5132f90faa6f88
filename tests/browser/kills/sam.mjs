/**
 * Sam with a browser that may be killed: signs in where that is asked, writes down spends and a fact,
 * plans something and takes it out again, by role and name. Called by run.mjs.
 */
import { counted, frame, number } from '../../support/frame.mjs';
import { App } from '../support/app.mjs';
import { today } from '../support/chromium.mjs';
import { say } from '../support/words.mjs';

const soon = 20000; // ms

// The price of something, once, as the offer hands it to the money's pages (wire::CostIntent).
function costAddress(name, pence) {
  const intent = frame(60, 1, [...counted(''), ...counted(name), ...number(2 * pence), 0]);
  return `/money/afford?intent=${Buffer.from(intent).toString('base64url')}`;
}

export class Sam {
  constructor(own, council, view) {
    Object.assign(this, { own, council, view });
  }

  /** A new page, as after switching the device on. */
  async open() {
    const { context } = this.own;
    context.setDefaultTimeout(soon);
    await context.addInitScript((text) => localStorage.setItem('alongside.settings', text), JSON.stringify({ view: this.view }));
    const page = await context.newPage();
    await page.clock.setFixedTime(today);
    this.app = new App(this.council.origin, { page, context, faults: [], requests: [] });
    await this.app.go('/account');
    await this.signInIfAsked();
  }

  press(role, name) { return this.app.find(role, name).first().evaluate((element) => element.click()); }
  shown(role, name) { return this.app.find(role, name).first().waitFor({ state: 'attached', timeout: soon }); }

  // The browser keeps cookies in its memory for a while: after a kill one may have to sign in again.
  async signInIfAsked() {
    const { app } = this;
    const person = say('shell.sign_in.as', { name: 'Sam Ashford', role: say('shell.role.parent') });
    const again = say('shell.session.again', { name: 'Sam Ashford' });
    await app.find('heading', 'Sam Ashford').or(app.main().getByRole('link', { name: say('shell.sign_in') })).first()
      .waitFor({ state: 'attached', timeout: soon });
    if (await app.find('heading', 'Sam Ashford').count()) {
      if (await app.find('button', again).count()) await this.press('button', again);
      return;
    }
    this.signIns = (this.signIns ?? 0) + 1;
    await app.go('/signin');
    await this.shown('button', person);
    await this.press('button', person);
    const keeps = app.find('heading', say('shell.keep'));
    const done = app.page.getByText(say('shell.sync.with_council'));
    await keeps.or(done).first().waitFor({ state: 'attached', timeout: soon });
    await app.settled();
    if (!(await keeps.count())) return;
    await this.press('radio', new RegExp(`^${say('shell.keep.yes')}`));
    await this.press('button', say('shell.keep.go'));
    await app.settled();
  }

  /** @param {() => void} pressed called when the button has been pressed, before anything is shown */
  async spend(text, pence, pressed) {
    const another = this.app.find('button', say('direct_payments.spend.another'));
    if (await another.count()) await this.press('button', say('direct_payments.spend.another'));
    else await this.app.go('/money/spend');
    await this.shown('textbox', new RegExp(`^${say('direct_payments.spend.what').replace('?', '\\?')}`));
    await this.write(say('direct_payments.spend.what'), text);
    await this.write(say('direct_payments.spend.amount'), (pence / 100).toFixed(2));
    await this.press('button', say('direct_payments.spend.save'));
    pressed();
    await this.shown('heading', say('direct_payments.spend.saved'));
    await this.app.main().getByText(text).first().waitFor({ state: 'attached', timeout: soon });
  }

  async fact(text, _, pressed) {
    await this.app.go('/about-us');
    const label = say('shell.facet.school');
    await this.shown('textbox', label);
    await this.write(label, text);
    await this.press('button', say('shell.about_us.save', { what: label }));
    pressed();
    // The foot of the page may still say what was true before the button was pressed.
    await this.app.find('button', say('shell.about_us.save', { what: label })).first().waitFor({ state: 'detached', timeout: soon });
    await this.app.settled();
    const words = (key, where) => where.getByText(say(key), { exact: true });
    await words('shell.about_us.kept', this.app.main()).or(words('shell.about_us.received', this.app.main()))
      .or(words('shell.sync.with_council', this.app.page.locator('#mirror'))).first().waitFor({ state: 'attached', timeout: soon });
  }

  async plan(text, pence, pressed) {
    await this.app.go(costAddress(text, pence));
    await this.shown('button', say('planning.afford.put'));
    await this.press('button', say('planning.afford.put'));
    pressed();
    await this.app.main().getByText(say('planning.afford.planned')).first().waitFor({ state: 'attached', timeout: soon });
  }

  async takeOut(text, _, pressed) {
    const name = say('direct_payments.plan.remove', { name: text });
    await this.app.go('/money');
    await this.shown('button', name);
    await this.press('button', name);
    pressed();
    await this.app.page.locator('#live').getByText(say('direct_payments.plan.removed', { name: text }))
      .waitFor({ state: 'attached', timeout: soon });
  }

  async write(label, text) {
    await this.app.find('textbox', label).fill(text);
    await this.app.settled();
  }

  /** Looks at the page again, and waits until all is with the council. */
  async allSent() {
    await this.app.go('/account');
    await this.signInIfAsked();
    await this.app.page.getByText(say('shell.sync.with_council')).first().waitFor({ state: 'attached', timeout: 30000 });
  }
}
