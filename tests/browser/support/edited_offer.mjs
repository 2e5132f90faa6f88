/**
 * The demo council's offer as its staff have edited it: ten services say something new, one of them the farm's tea.
 * Called by the tests of what a device fetches and tells after an edit.
 */
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

export const farm = '93ae4c67-10e4-5d95-bcc5-f3eb3d5e49bb'; // "Farm Tea"
export const newWords = 'From spring there is a new gate by the lane.';

/** @returns the folder of the feed, for the caller to remove */
export function editedOffer() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-edited-'));
  cpSync(join(root, 'assets/demo/northmere/offer'), folder, { recursive: true });
  const others = readdirSync(join(folder, 'services')).filter((name) => name !== `${farm}.json`).slice(0, 9);
  for (const name of [`${farm}.json`, ...others]) {
    const file = join(folder, 'services', name);
    const record = JSON.parse(readFileSync(file, 'utf8'));
    record.description += `\n\n${newWords}`;
    writeFileSync(file, JSON.stringify(record));
  }
  return folder;
}
