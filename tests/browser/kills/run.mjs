/**
 * One seeded run: Sam changes things while the server or the browser is killed, once at any moment and
 * once right inside a save, and is started again. Called by kills.test.mjs.
 */
import { OwnChromium } from '../support/own_chromium.mjs';
import { compare } from './check.mjs';
import { OwnCouncil } from './own_council.mjs';
import { Sam } from './sam.mjs';

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function chanceOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function kindAt(dice) {
  if (dice < 0.4) return 'spend';
  if (dice < 0.65) return 'plan';
  return dice < 0.8 ? 'takeOut' : 'fact';
}

class Run {
  constructor(seed) {
    this.chance = chanceOf(seed);
    this.seed = seed;
    this.victim = seed % 2 ? 'server' : 'browser';
    this.changes = [];
    this.kills = { server: 0, browser: 0, inSave: 0 };
  }

  async begin() {
    this.council = await OwnCouncil.start();
    this.own = await OwnChromium.start();
    this.sam = new Sam(this.own, this.council, this.seed % 4 < 2 ? 'plain' : 'canvas');
    await this.sam.open();
  }

  async end() {
    await this.killing;
    await this.own?.end();
    await this.council?.end();
  }

  /** Kills now; the server comes back after a while, in which Sam goes on. */
  async kill(inSave) {
    this.kills[this.victim]++;
    if (inSave) this.kills.inSave++;
    if (this.victim === 'browser') {
      this.isDown = true;
      await this.own.kill();
      this.died?.(new Error('the browser was killed'));
      return;
    }
    await this.council.kill();
    await wait(this.chance() * 1500);
    await this.council.open();
  }

  killSoon(ms, inSave) {
    this.killing = wait(ms).then(() => this.kill(inSave));
    this.killing.catch(() => {}); // told where it is waited for
  }

  /** What Sam does next; only something that is surely in the plan can be taken out of it. */
  next(index) {
    const kind = kindAt(this.chance());
    const text = `run ${this.seed} change ${index} ${Math.floor(this.chance() * 1e9)}.`;
    if (kind !== 'takeOut') return { kind, text, noted: false };
    const isIn = ({ kind, text, noted }) => kind === 'plan' && noted && !this.changes.some((other) => other.kind === 'takeOut' && other.text === text);
    const planned = this.changes.find(isIn);
    return planned ? { kind, text: planned.text, noted: false } : { kind: 'plan', text, noted: false };
  }

  async change(index, kills) {
    const change = this.next(index);
    this.changes.push(change);
    try {
      const pressed = () => { if (kills) this.killSoon(this.chance() * 60, true); };
      const death = new Promise((_, reject) => { this.died = reject; });
      const doing = this.sam[change.kind](change.text, 1 + Math.floor(this.chance() * 200), pressed);
      doing.catch(() => {}); // what the browser that was killed still says
      await Promise.race([doing, death]);
      change.noted = true;
    } catch (error) {
      if (!this.isDown) throw new Error(`seed ${this.seed}, ${change.text} (${this.victim} is killed): ${error.message}`);
    }
    if (kills) await this.killing;
    if (!this.isDown) return;
    await this.killing;
    await this.own.open();
    this.isDown = false;
    await this.sam.open();
  }

  async go(count) {
    const inSave = 1 + Math.floor(this.chance() * (count - 1));
    this.killSoon(this.chance() * inSave * 400, false);
    for (let index = 0; index < count; index++) {
      if (index === inSave) await this.settle();
      await this.change(index, index === inSave);
    }
    await this.settle();
    await this.sam.allSent();
    return { ...compare(this.council.data, this.changes), kills: this.kills, made: count, signIns: this.sam.signIns };
  }

  // The first kill is over before the second one is begun.
  async settle() {
    await this.killing;
    if (!this.isDown) return;
    await this.own.open();
    this.isDown = false;
    await this.sam.open();
  }
}

/** @param {(run: object, told: object) => unknown} then looks at what is left before it is removed */
export async function killRun(seed, count = 7, then = () => {}) {
  const run = new Run(seed);
  try {
    await run.begin();
    const told = await run.go(count);
    await then(run, told);
    return told;
  } finally {
    await run.end();
  }
}
