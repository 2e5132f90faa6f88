/**
 * The application in Firefox or WebKitGTK: the same see/press/write/choose/back as the Chromium
 * hands, over the few verbs those browsers' drivers have. Called by their journey tests.
 */
import assert from 'node:assert/strict';

const patience = 30000;

async function until(what, attempt, instead = () => '') {
  const start = Date.now();
  for (;;) {
    const found = await attempt();
    if (found) return found;
    if (Date.now() - start > patience) assert.fail(`${what} did not come in ${patience / 1000} s${await instead()}`);
    await new Promise((done) => setTimeout(done, 60));
  }
}

export class RemoteApp {
  constructor(browser, origin) {
    Object.assign(this, { browser, origin });
  }

  async go(path) {
    await this.browser.goto(this.origin + path);
    await until('the application', () => this.browser.evaluate('() => window.alongside?.started === true'));
    await this.settled();
  }

  settled() { return this.browser.evaluate('async () => { await window.alongside.settled(); return true; }'); }

  async find(role, name) {
    await this.settled();
    return until(`${role} "${name}"`, () => this.browser.locate(role, name), () => this.shown());
  }

  /** What is there instead, for whoever reads why a test failed. */
  async shown() { return `; instead, at ${await this.route()}:\n${(await this.outline()).slice(0, 60).join('\n')}`; }

  /** A box to write in, whichever of the two roles it has. */
  async findBox(name) {
    await this.settled();
    const either = async () => await this.browser.locate('textbox', name) ?? this.browser.locate('searchbox', name);
    return until(`box "${name}"`, either, () => this.shown());
  }

  see(role, name) { return this.find(role, name); }

  /** The caret stands in the box: before that a person does not begin to type. */
  focused(box, name) {
    const stands = () => this.browser.evaluate('(element) => document.activeElement === element', box);
    return until(`the caret in "${name}"`, stands, () => this.shown());
  }

  /** The box holds the words. */
  async holds(box, name, text) {
    await this.settled();
    assert.equal(await this.browser.evaluate('(element) => element.value', box), text, `what "${name}" holds`);
  }

  title() { return this.browser.evaluate('() => document.title'); }
  route() { return this.browser.evaluate('() => location.pathname + location.search'); }
  view() { return this.browser.evaluate('() => window.alongside.view'); }

  async centreOf(element) {
    const box = await this.browser.evaluate(`(element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
        const { x, y, width, height } = element.getBoundingClientRect();
        done({ x: Math.round(x + width / 2), y: Math.round(y + height / 2) });
      })));
    }`, element);
    await this.settled();
    return box;
  }

  async clickAt(element) {
    const { x, y } = await this.centreOf(element);
    await this.browser.click(x, y);
    await this.settled();
  }

  /** Everything in the mirror as a person gets it, in words that are the same in every browser. */
  outline() { return this.browser.evaluate(String(outline)); }
}

/** Runs in the page: tag, words, value and state of every element of the mirror, in order. */
export function outline() {
  const lines = [];
  for (const element of document.querySelectorAll('#mirror *')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('').trim();
    const words = [element.localName, own || element.getAttribute('aria-label') || ''];
    if ('value' in element && element.localName !== 'li' && element.localName !== 'option' && element.localName !== 'button') words.push(`=${element.value}`);
    if (element.checked) words.push('checked');
    if (element.hasAttribute('href')) words.push(element.getAttribute('href'));
    lines.push(words.join(' ').trim());
  }
  return lines;
}

/** The mouse on the picture, with letters for the fields. */
export const remoteMouse = {
  async press(app, role, name) { await app.clickAt(await app.find(role, name)); },
  async write(app, name, text) {
    const box = await app.findBox(name);
    await app.clickAt(box);
    await app.focused(box, name);
    await app.browser.keys(['Control+a']);
    await app.browser.keys([...text]);
    await app.holds(box, name, text);
  },
  async choose(app, name, label) {
    const select = await app.find('combobox', name);
    await app.browser.choose(select, label);
    await app.settled();
  },
  async back(app) {
    await app.browser.back();
    await app.settled();
  },
};
