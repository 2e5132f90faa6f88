/**
 * File sizes over our own sources: median 150 lines at most, none over 400. Called by check.sh.
 */
import { ourFiles, report, textOf } from './sources.mjs';

const medianLimit = 150;
const limit = 400;
const sources = ourFiles(/(\.(cpp|hpp|js|mjs|css|html|sh|py|cmake)|CMakeLists\.txt|^alongside)$/);
const sizes = sources.map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }));
sizes.sort((a, b) => a.lines - b.lines);
const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0;
const largest = sizes.at(-1);

const problems = sizes.filter(({ lines }) => lines > limit).map(({ path, lines }) => `${path} has ${lines} lines`);
if (median > medianLimit) problems.push(`the median file has ${median} lines`);
report(problems, `${sizes.length} files, median ${median}, largest ${largest?.lines} ${largest?.path}`);
