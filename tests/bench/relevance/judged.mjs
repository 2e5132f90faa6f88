/** The queries and what was judged of them: judgements[query's id][first eight digits of a service's id] is 0 to 3. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;

export const readQueries = () => JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8'));

export function readJudgements() {
  const file = join(folder, 'judgements.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
