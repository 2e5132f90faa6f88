/**
 * The browser is killed (SIGKILL) while something is being saved, at each of twelve places and ten times in `test long`:
 * whatever the screen had shown as saved is with the council in the end, once; what it had not shown is there once or
 * not at all, and never in part.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withCouncilDatabase } from './kills/check.mjs';
import { OwnCouncil } from './kills/own_council.mjs';
import { Sam } from './kills/sam.mjs';
import { savePoints } from './kills/save_points.mjs';
import { OwnChromium } from './support/own_chromium.mjs';
import { isLong } from './support/suite.mjs';

const times = isLong ? 10 : 1;
const longestWait = 150; // ms until the browser is killed: before, in and after the save
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const sum = { kills: 0, shown: 0, arrived: 0, lost: 0, doubled: 0 };
let council;
let own;
let sam;

before(async () => {
  council = await OwnCouncil.start();
  own = await OwnChromium.start();
  await openAgain();
});
after(async () => {
  await own?.end();
  await council?.end();
  console.log(`save points: ${savePoints.length} of them, ${sum.kills} kills of the browser; ${sum.shown} shown as saved,`
    + ` ${sum.arrived} arrived without it; ${sum.lost} lost, ${sum.doubled} doubled`);
});

async function openAgain() {
  sam = new Sam(own, council, 'plain');
  await sam.open();
}

const held = (text) => withCouncilDatabase(council.data, (database) => Number(database.prepare(
  'SELECT count(*) AS n FROM document WHERE gone = 0 AND instr(content, CAST(? AS BLOB)) > 0').get(text).n));

/**
 * Does it and kills the browser so many ms after the press, or in the moment in which it is shown as saved (null).
 * @returns {Promise<boolean>} whether it was shown as saved before
 */
async function killedAt(point, text, delay) {
  let isDown = false;
  let killing = null;
  const killNow = () => {
    isDown = true;
    return own.kill();
  };
  const pressed = () => { killing = delay === null ? Promise.resolve() : wait(delay).then(killNow); };
  const doing = point.act(sam, text, pressed).then(() => !isDown);
  const isShown = await doing.catch((error) => {
    if (killing === null) throw error; // it never came to the press
    return false;
  });
  await killing;
  if (!isDown) await killNow();
  await own.open();
  await openAgain();
  await sam.allSent();
  return isShown;
}

/** How often it must be with the council: what is not known for sure may be there or not. */
function look(point, text, isShown) {
  const found = held(text);
  const arrived = point.isTakenOut ? found === 0 : found > 0;
  sum.kills++;
  if (isShown) sum.shown++;
  if (isShown && !arrived) sum.lost++;
  if (!isShown && arrived) sum.arrived++;
  if (found > 1) sum.doubled++;
  assert.ok(!isShown || arrived, `"${text}" was shown as saved and is ${found} times with the council`);
  assert.ok(found <= 1, `"${text}" is ${found} times with the council`);
}

for (const [place, point] of savePoints.entries()) {
  test(`killed while ${point.name} is saved: nothing that was shown as saved is lost, and nothing is there twice`, { timeout: 600000 }, async () => {
    for (let time = 0; time < times; time++) {
      const text = `point ${place + 1} time ${time + 1}.`;
      if (point.prepare) {
        await point.prepare(sam, text);
        await sam.allSent();
        assert.equal(held(text), 1, 'it is there to be taken out');
      }
      // Every other one when it has just been shown, the others somewhere between the press and that.
      const delay = (time + place) % 2 === 0 ? null : ((time * 7 + place * 3) % 11) / 10 * longestWait;
      look(point, text, await killedAt(point, text, delay));
    }
    // Once more and left alone: the place does what it says.
    const last = `point ${place + 1} whole.`;
    if (point.prepare) await point.prepare(sam, last);
    await point.act(sam, last, () => {});
    await sam.allSent();
    assert.equal(held(last), point.isTakenOut ? 0 : 1);
  });
}

test('the check can fail: something shown as saved that is not with the council, and something taken out that is', () => {
  const before = { ...sum };
  assert.throws(() => look({}, 'point 0 time 0.', true), /is 0 times with the council/);
  assert.throws(() => look({ isTakenOut: true }, 'point 1 whole.', true), /is 1 times with the council/);
  Object.assign(sum, before);
});
