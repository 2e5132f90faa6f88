/**
 * Compares lines with a kept file under tests/browser/golden, all of them, so that a thing that
 * went missing fails. ALONGSIDE_UPDATE_GOLDEN=1 writes the files anew. Called by the snapshot tests.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';

const folder = join(root, 'tests/browser/golden');
const update = process.env.ALONGSIDE_UPDATE_GOLDEN === '1';

/** The lines that are kept. */
export const goldenLines = (name) => readFileSync(join(folder, `${name}.yaml`), 'utf8').trimEnd().split('\n');

export function assertGolden(name, lines) {
  const path = join(folder, `${name}.yaml`);
  if (update) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${lines.join('\n')}\n`);
    return;
  }
  assert.ok(existsSync(path), `${path} is not there; ALONGSIDE_UPDATE_GOLDEN=1 makes it`);
  const kept = readFileSync(path, 'utf8').trimEnd().split('\n');
  assert.deepEqual(lines, kept, `${name} is not what tests/browser/golden/${name}.yaml says; if the change is meant, ALONGSIDE_UPDATE_GOLDEN=1 keeps it`);
}
