/**
 * The list of what OWASP ASVS 5.0.0 asks for at levels 1 and 2 (tests/security/asvs.json): every requirement stands in it
 * once, and says where a test of its name is, or where it holds that no test can see, or why it does not hold, or why it
 * does not apply. A test that is named and not there is a failure, and so is one that is there and not named. Called by
 * check.sh.
 */
import { existsSync } from 'node:fs';
import { ourFiles, report, textOf } from './sources.mjs';

const list = 'tests/security/asvs.json';
const answers = ['tests', 'by', 'deviation', 'not_applicable'];
const of_level = { 1: 70, 2: 183 };
const least_tested = 120;
const longest_words = 70;

// "V3.3.1 V3.3.3: every cookie …", in doctest's cases and in those of node:test.
const named = /(?:TEST_CASE|\btest|\bevery)\(\s*["'`]((?:V\d+\.\d+\.\d+ ?)+):/g;

/** Where each requirement has tests: id to a set of files. */
function testsThere() {
  const there = new Map();
  for (const path of ourFiles(/^tests\/.*(_test\.cpp|\.test\.mjs)$/)) {
    // A name that clang-format broke in two is one name.
    for (const [, ids] of textOf(path).replace(/"\s*\n\s*"/g, '').matchAll(named)) {
      for (const id of ids.trim().split(' ')) there.set(id, (there.get(id) ?? new Set()).add(path));
    }
  }
  return there;
}

const problems = [];
const rows = JSON.parse(textOf(list));
const there = testsThere();
const said = Object.fromEntries(answers.map((answer) => [answer, 0]));

/** The places that a reason names must be there. */
function checkReason(id, reason) {
  if (reason.length < 20) problems.push(`${id}: give a reason that somebody could judge`);
  for (const [path] of reason.matchAll(/\b(?:app|tests|plugins)\/[\w./-]*\w/g)) {
    if (!existsSync(path)) problems.push(`${id}: ${path} is not there`);
  }
  for (const [other] of reason.matchAll(/\bV\d+\.\d+\.\d+\b/g)) {
    if (!rows.some((row) => row.id === other)) problems.push(`${id}: ${other} is in no row`);
  }
}

function checkTests(id, files) {
  const found = there.get(id) ?? new Set();
  for (const file of files) if (!found.has(file)) problems.push(`${id}: no test in ${file} is named "${id}: …"`);
  for (const file of found) if (!files.includes(file)) problems.push(`${id}: a test in ${file} has this name, which the list does not say`);
}

const seen = new Set();
for (const row of rows) {
  const { id, level, asks } = row;
  if (!/^V\d+\.\d+\.\d+$/.test(id) || seen.has(id)) problems.push(`${id}: is no id, or is there twice`);
  seen.add(id);
  if (!(level in of_level)) problems.push(`${id}: level ${level}`);
  if (!asks || asks.length > longest_words) problems.push(`${id}: say in a few words what it asks for`);
  const given = answers.filter((answer) => answer in row);
  if (given.length !== 1) problems.push(`${id}: needs one of ${answers.join(', ')}, and has ${given.length}`);
  else {
    const [answer] = given;
    said[answer]++;
    if (answer === 'tests') checkTests(id, row.tests);
    else checkReason(id, row[answer]);
  }
}
for (const [level, many] of Object.entries(of_level)) {
  const count = rows.filter((row) => row.level === Number(level)).length;
  if (count !== many) problems.push(`level ${level} has ${many} requirements, and the list ${count}`);
}
for (const id of there.keys()) if (!seen.has(id)) problems.push(`${id}: a test is named after it, and it is in no row`);
if (said.tests < least_tested) problems.push(`${said.tests} requirements have tests, and ${least_tested} must`);
report(problems, `${of_level[1]} L1, ${of_level[2]} L2: ${said.tests} with tests, ${said.by} by design, ${said.deviation} deviations, ${said.not_applicable} not applicable`);
