/** All engines: each with its name and its answers to a query, in every configuration it has. */
import { askedOf } from './asked.mjs';
import { find } from './combine.mjs';
import { findOurs } from './ours.mjs';
import { readServices } from './services.mjs';

const peers = ['minisearch', 'flexsearch', 'orama', 'sqlite_wasm', 'sqlite_native'];

async function openPeer(file, services) {
  const { name, configurations, open } = await import(`./engines/${file}.mjs`);
  const scores = await open(services);
  const find_ = async (query, configuration) => find(await askedOf(query), scores, configuration);
  return { name, configurations, find: find_ };
}

/** Ours first. `find(query, configuration)` gives { ids, isPartial }. */
export async function openEngines() {
  const services = readServices();
  const others = [];
  for (const file of peers) others.push(await openPeer(file, services));
  return [{ name: 'ours', configurations: [{}], find: findOurs }, ...others];
}
