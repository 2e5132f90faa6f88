/**
 * The suite "surveys": a small number of the oracle's cases, the same in every run. ./alongside bench surveys
 * runs many. Each line is one test.
 */
import { compare, seesDifferences, smallest } from './compare.mjs';
import { version } from './peer.mjs';

let passed = 0;
let failed = 0;

function check(name, holds, said = '') {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? 'ok' : 'FAILED'}: ${name}${said ? ` (${said})` : ''}`);
}

const scale = Number(process.argv[2] ?? 1);

check('the peer is survey-core 3.1.1', version === '3.1.1', version);
check('a difference would be seen', seesDifferences());
for (const [name, count] of [['expressions', 3000], ['patterns', 3000], ['surveys', 500], ['choices', 500]]) {
  const result = compare(name, count * scale, 1);
  const [part, least] = result.coverage.least();
  check(`${result.compared} random ${name} are what survey-core makes of them`, result.differences.length === 0);
  for (const each of result.differences.slice(0, 5)) console.log(each.definition ? smallest(each) : JSON.stringify(each, null, 1));
  check('survey-core itself gives up on few of them', result.thrown < result.cases / 100, `${result.thrown}`);
  check('everything that they can hold is among them', least > 0, `least: ${part}, ${least}`);
}
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed ? 1 : 0;
