/**
 * The list of our own source files, for the check scripts: what git knows or would add, so that
 * build folders and installed packages never count.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const git = (...args) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0').filter(Boolean);

/** Paths from the repository root that match, sorted. */
export function ourFiles(pattern = /./) {
  const listed = git('ls-files', '-z', '--cached', '--others', '--exclude-standard');
  return [...new Set(listed)].filter((path) => pattern.test(path) && existsSync(path)).sort();
}

export const cppFiles = () => ourFiles(/\.(cpp|hpp|h)$/);

export const textOf = (path) => readFileSync(path, 'utf8');

/** Prints each problem and ends with a failure if there is any; else prints what was looked at. */
export function report(problems, summary) {
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
  console.log(summary);
}
