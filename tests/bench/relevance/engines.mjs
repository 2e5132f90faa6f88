/** All engines: each with its name and its answers to a query, in every configuration it has. */
import { askedOf } from './asked.mjs';
import { find } from './combine.mjs';
import { askAll, findOurs } from './ours.mjs';
import { readServices } from './services.mjs';

const peers = ['minisearch', 'flexsearch', 'orama', 'sqlite_wasm', 'sqlite_native'];

async function openPeer(file, services) {
  const { name, configurations, open } = await import(`./engines/${file}.mjs`);
  const scores = await open(services);
  return { name, configurations, find: (query, configuration) => find(askedOf(query), scores, configuration) };
}

/** Ours first. `find(query, configuration)` gives { ids, isPartial }; `queries` are those that will come. */
export async function openEngines(queries) {
  askAll(queries.map(({ query }) => query));
  const services = readServices();
  const others = [];
  for (const file of peers) others.push(await openPeer(file, services));
  return [{ name: 'ours', configurations: [{}], find: findOurs }, ...others];
}
