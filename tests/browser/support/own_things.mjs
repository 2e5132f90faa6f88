/**
 * A council and a family in which something has happened: what writtenScreens() need. Sam wrote down a spend, a request,
 * a comment, a PA and their hours, and began a survey; another survey asks for files; a third is invited to by codes, and
 * what many said in a fourth is released; a map server is there. Called by axe_own.test.mjs and sheet.mjs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onePicture, TileServer } from '../../contract/support/tile_server.mjs';
import { reads } from './family.mjs';
import { accessibility } from './hands.mjs';
import { demo } from './paths.mjs';
import { startServer } from './server.mjs';
import { sendLetters, survey } from './survey_letters.mjs';
import { ownTasks } from './tasks.mjs';
import { say } from './words.mjs';

const both = (en, cy = en) => ({ en, cy });
const withFiles = '00000003-1111-4222-8333-444455556666', byCode = '00000004-1111-4222-8333-444455556666';

function announced(id, title, anonymous) {
  return { id, title, purpose: both('To try it.', 'I roi cynnig arni.'), who: 'everyone', minutes: 5, opens: '2026-01-01', closes: '2027-12-31',
    anonymous, status: 'published', answers_back: both('We tell you what changed.', 'Rydym yn dweud beth newidiodd.') };
}

const questions = [
  { type: 'file', name: 'best', title: { default: 'The best bit', cy: 'Y darn gorau' } },
  { type: 'file', name: 'said', title: { default: 'Say it', cy: 'Dywedwch e' }, acceptedTypes: 'audio/*' },
  { type: 'signaturepad', name: 'signed', title: { default: 'Sign here', cy: 'Llofnodwch yma' } },
];
const oneFace = [{ type: 'rating', name: 'face', title: { default: 'How was it?', cy: 'Sut oedd hi?' }, rateCount: 5 }];
const story = { findings: [{
  said: both('You like animals.', 'Rydych yn hoffi anifeiliaid.'), said_easily: both('Animals are fun.', 'Mae anifeiliaid yn hwyl.'), outcome: 'done',
  did: both('There is a farm day each month.', 'Mae diwrnod fferm bob mis.'), did_easily: both('You can go to the farm.', 'Cei fynd i’r fferm.'),
  owner: both('Loud and Clear'), by: '2027-02-12', services: [],
}] };

/** A council of its own whose map has squares; `stop` also ends the map server. */
export async function startCouncilWithMap() {
  const tiles = await new TileServer().start();
  tiles.behave((response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(onePicture([214, 224, 206])));
  const map_tiles = { url: `${tiles.url}/{z}/{x}/{y}.png`, inner_addresses: ['127.0.0.1'], credit: both('© Northmere maps', '© Mapiau Northmere') };
  const server = await startServer({ own: true, changes: { map_tiles } }).catch(async (error) => {
    await tiles.stop();
    throw error;
  });
  const stop = async () => {
    await server.stop();
    await tiles.stop();
  };
  return { ...server, stop };
}

/** The council's part: surveys, a code, and what many said. @returns {Promise<string>} the address that the code opens */
async function askAndRelease(server) {
  const file = join(server.data, 'own.json');
  const give = async (content, ...verb) => {
    writeFileSync(file, JSON.stringify(content));
    return server.verb(...verb, file);
  };
  const { surveys } = JSON.parse(readFileSync(join(demo, 'surveys.json'), 'utf8'));
  await give({ surveys: [...surveys, announced(withFiles, both('Photos', 'Lluniau'), false), announced(byCode, both('By a code', 'Gyda chod'), true)] }, 'survey', 'import');
  await give({ title: 'Photos', elements: questions, alongside: { survey: withFiles, answers: 'as they like' } }, 'survey', 'publish');
  await give({ title: 'By a code', elements: oneFace, alongside: { survey: byCode, answers: 'once' } }, 'survey', 'publish');
  await sendLetters(server.origin, [...Array(9).fill(5), ...Array(8).fill(4)]);
  await server.verb('survey', 'release', survey);
  await give(story, 'survey', 'answer', survey);
  const report = await server.verb('survey', 'invite', 'codes', byCode, '--count', '1', '--at', server.origin);
  return new URL(/https?:\S+/.exec(report)[0]).pathname;
}

async function addWorker(app, hand) {
  await app.goOn('/pa/new');
  await app.see('button', say('employing.save'));
  await hand.write(app, say('employing.name'), 'Mo Carter');
  await hand.write(app, say('employing.rate'), '13');
  await hand.write(app, say('employing.starts'), '02 11 2026');
  await hand.press(app, 'button', say('employing.save'));
  await app.see('heading', say('employing.saved'));
  await hand.press(app, 'link', say('employing.saved_next'));
  await app.see('button', say('employing.record.save'));
  await hand.write(app, say('employing.day'), '19 11 2026');
  await hand.write(app, say('employing.time'), '10:00');
  await hand.press(app, 'button', say('employing.record.save'));
  await reads(app, say('employing.recorded'));
}

async function comment(app, hand) {
  await app.goOn('/comments/new');
  await app.see('button', say('comments.send'));
  await hand.write(app, say('comments.words'), 'The path is muddy when it rains');
  await hand.press(app, 'button', say('comments.send'));
  await app.see('heading', say('comments.sent'));
}

async function beginSurvey(app, hand) {
  await app.goOn(`/say/${survey}`);
  await app.see('checkbox', 'Animals');
  await hand.tick(app, 'Animals');
  await reads(app, say('feedback.keeping.kept'));
}

// The address that a screen's first link to such a place has.
async function ledTo(app, from, begins) {
  await app.goOn(from);
  const link = app.page.locator(`#mirror main a[href^="${begins}"]`).first();
  await link.waitFor({ state: 'attached' });
  return link.getAttribute('href');
}

/**
 * Does all of it as Sam, who has signed in on `app`, in English.
 * @returns {Promise<Map<string, string>>} the addresses of writtenScreens() by their patterns
 */
export async function writeOwnThings(app, server, hand = accessibility) {
  const invitation = await askAndRelease(server);
  for (const task of ownTasks.slice(0, 2)) {
    await app.goOn(task.from);
    await task.act(app, hand);
  }
  await addWorker(app, hand);
  const worker = app.route();
  await comment(app, hand);
  await beginSurvey(app, hand);
  return new Map([
    ['/carry/*', await ledTo(app, `/say/${survey}`, '/carry/')],
    ['/money/entry/*', await ledTo(app, '/money', '/money/entry/')],
    ['/money/returns/*', await ledTo(app, '/money/returns', '/money/returns/')],
    ['/pa/one/*', worker],
    ['/pa/change/*', await ledTo(app, worker, '/pa/change/')],
    ['/pa/confirm/*', await ledTo(app, worker, '/pa/confirm/')],
    ['/requests/one/*', await ledTo(app, '/requests', '/requests/one/')],
    ['/comments/one/*', await ledTo(app, '/comments', '/comments/one/')],
    ['/say/*', `/say/${withFiles}`],
    ['/i/*', invitation],
  ]);
}
