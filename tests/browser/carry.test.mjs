/**
 * A survey that is begun on one device and finished on another: by a code alone, between two browsers that share nothing.
 * What the council keeps meanwhile can be read by nobody; nothing of it is in the account of whoever is signed in there.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { App, webglLive } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { reads, signIn } from './support/family.mjs';
import { mouse, plain } from './support/hands.mjs';
import * as paths from './support/paths.mjs';
import { startServer } from './support/server.mjs';
import { survey } from './support/survey_letters.mjs';
import { say } from './support/words.mjs';

const path = `/say/${survey}`; // "What do you like doing …?", of the demo council
let browser, server;

before(async () => {
  browser = await launch();
  server = await startServer({ own: true });
  // One answer each: the ticket has to go along.
  const asked = JSON.parse(readFileSync(join(paths.demo, 'surveys/what_do_you_like.json'), 'utf8'));
  asked.alongside.answers = 'once';
  const file = join(server.data, 'once.json');
  writeFileSync(file, JSON.stringify(asked));
  await server.verb('survey', 'publish', file);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

function rows(sql) {
  const database = new DatabaseSync(join(server.data, 'alongside.sqlite'), { readOnly: true });
  const found = database.prepare(sql).all();
  database.close();
  return found;
}

const open = (where, hand) => App.open(browser, server.origin, where, { settings: { view: hand.view } });

/** Begins as Sam, and makes a code. */
async function beginAndCarry(app, hand) {
  await signIn(app, hand, 'Sam Ashford');
  await app.goOn(path);
  await app.see('checkbox', 'Animals');
  await hand.tick(app, 'Animals');
  await reads(app, say('feedback.keeping.kept'));
  await hand.press(app, 'link', say('feedback.carry'));
  await app.see('button', say('carry.away.make'));
  await hand.press(app, 'button', say('carry.away.make'));
  await reads(app, say('carry.away.made'));
  const [code] = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(await app.main().innerText());
  return code;
}

async function openCode(app, hand, code) {
  await hand.write(app, say('carry.here.code'), code);
  await hand.press(app, 'button', say('carry.here.open'));
}

/** Goes on with what came, to the end, and reads what became of it. */
async function finish(app, hand, end, face = 'feedback.face.4') {
  await app.see('checkbox', 'Animals');
  assert.ok(await app.find('checkbox', 'Animals').isChecked(), 'what was said on the first device is here');
  await hand.press(app, 'button', say('feedback.next'));
  await hand.pick(app, say(face));
  await reads(app, say('feedback.keeping.kept'));
  await hand.press(app, 'button', say('feedback.next'));
  await hand.press(app, 'button', say('feedback.skip'));
  await hand.pick(app, say('feedback.how.self'));
  await hand.press(app, 'button', say('feedback.next'));
  await hand.press(app, 'button', say('feedback.send'));
  await reads(app, end);
}

async function journey(hand, other) {
  const had = rows('SELECT count(*) AS n FROM feedback_answers')[0].n;
  const first = await open('/', hand);
  const second = await open('/say', other);
  try {
    if (hand.view === 'canvas') assert.ok(await webglLive(first), 'WebGL2 must be live in canvas view');
    const code = await beginAndCarry(first, hand);
    const [box] = rows('SELECT sealed FROM feedback_carried');
    for (const trace of ['Animals', 'animals', code]) assert.ok(!Buffer.from(box.sealed).includes(trace), 'the council reads nothing');
    await first.go('/say');
    assert.ok(!(await first.main().innerText()).includes(code), 'the code was shown once');

    await other.press(second, 'link', say('surveys.carry'));
    await openCode(second, other, code.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    await reads(second, say('carry.here.not_a_code'));
    await openCode(second, other, code.toLowerCase());
    await finish(second, other, say('feedback.sent'));
    assert.equal(rows('SELECT count(*) AS n FROM feedback_answers')[0].n, had + 1);
    assert.equal(rows('SELECT count(*) AS n FROM feedback_carried')[0].n, 0, 'the box is gone');
    const databases = await second.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    assert.deepEqual(databases.filter((name) => name.includes('person')), [], 'nothing of an account is on the other device');

    const third = await open('/carry', other);
    await openCode(third, other, code);
    await reads(third, say('carry.here.unknown'));
    await third.close();

    // Whoever comes back to it here can still take it along; sent from here too, it counts once, and that is said kindly.
    await first.go(path);
    await first.see('link', say('feedback.carry'));
    await finish(first, hand, say('feedback.send.elsewhere'), 'feedback.face.5');
    assert.equal(rows('SELECT count(*) AS n FROM feedback_answers')[0].n, had + 1);
    // The council's "these are here already" is a 409, which a browser writes on its console.
    first.faults = first.faults.filter((fault) => !(fault.includes('409') && fault.includes('/api/feedback/answers')));
    for (const app of [first, second]) await app.assertClean();
  } catch (error) {
    for (const app of [first, second]) error.message += `\n${app.route()} says:\n${await app.page.locator('#mirror').innerText()}`;
    throw error;
  } finally {
    await first.close();
    await second.close();
  }
}

test('begun on the canvas, finished on another device in plain view, by a code alone', () => journey(mouse, plain));
