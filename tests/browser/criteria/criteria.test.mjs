/**
 * Row by row: every criterion of WCAG 2.2 A and AA that a drawn page can break, and what is peculiar to a mirror, has
 * a test named after it, or the reason why no engine can see it. The rows are in criteria.json; a row whose test is
 * not there any more is a failure.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/paths.mjs';

const rows = JSON.parse(readFileSync(join(root, 'tests/browser/criteria/criteria.json'), 'utf8'));
const wcag = rows.filter(({ row }) => !row.startsWith('mirror'));

for (const { row, says, tests, cannot_be_seen: reason } of rows) {
  test(`${row}: ${says}`, () => {
    assert.ok(tests.length > 0 || reason, 'neither a test nor a reason');
    for (const { file, name } of tests) {
      assert.ok(existsSync(join(root, file)), `${file} is not there`);
      assert.ok(readFileSync(join(root, file), 'utf8').includes(name), `${file} has no "${name}"`);
    }
  });
}

test('no row is missing', () => {
  assert.equal(wcag.length, 31);
  assert.equal(rows.length - wcag.length, 6);
  const named = new Set(rows.flatMap(({ tests }) => tests.map(({ file, name }) => `${file} ${name}`)));
  const reasons = rows.filter(({ cannot_be_seen: reason }) => reason).length;
  console.log(`criteria: ${wcag.length} rows of WCAG, ${rows.length - wcag.length} of the mirror; ${named.size} tests are named, ${reasons} rows say what no engine can see`);
});
