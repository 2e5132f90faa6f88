/**
 * Answers to the demo council's survey for young people, as other devices would send them: letters without a name.
 * Called by the tests of what becomes of answers.
 */
import assert from 'node:assert/strict';
import { counted, frame } from '../../support/frame.mjs';

export const survey = 'c2f7d0e4-8b15-4a96-b3cd-7e41a5f8206d';  // "What do you like doing …?"
const frames = 'application/x-alongside';

function readNumber(bytes, at) {
  let value = 0;
  let shift = 0;
  for (; ; shift += 7) {
    value += (bytes[at] & 0x7f) * 2 ** shift;
    if (bytes[at++] < 0x80) return [value, at];
  }
}

/** The edition that is answered now, as it stands at the beginning of the council's reply. */
async function editionOf(origin) {
  const reply = await fetch(`${origin}/api/feedback/definitions/${survey}`, { headers: { Accept: frames } });
  const bytes = new Uint8Array(await reply.arrayBuffer());
  let at = 4; // ALS1, then schema, version and length
  for (let i = 0; i < 3; i++) [, at] = readNumber(bytes, at);
  const [length, begin] = readNumber(bytes, at);
  return [...bytes.slice(begin, begin + length)];
}

/** A letter as another device would send it: how they feel about new things, and that they answered by themselves. */
function letterOf(edition, name, liked) {
  const rating = [2, ...new Uint8Array(new Float64Array([liked]).buffer)];
  const answers = [1, ...counted('new_things'), ...counted(rating)];
  const response = [...counted(edition), 1, ...answers, 0, 0, 0];
  const id = [...new Uint8Array(16).fill(name)];
  const body = frame(301, 1, [...id, ...counted(response)]);
  return frame(57, 1, [...counted([]), ...counted(body)]);
}

/** One answer for each of `liked`, a number of happy from 1 to 5. */
export async function sendLetters(origin, liked) {
  const edition = await editionOf(origin);
  for (const [at, one] of liked.entries()) {
    const reply = await fetch(`${origin}/api/feedback/answers`, {
      method: 'POST',
      headers: { 'Content-Type': frames, Origin: origin },
      body: letterOf(edition, at + 1, one),
    });
    assert.equal(reply.status, 200, await reply.text());
  }
}
