/**
 * The page of licences names all that is served or compiled in: each part of the list that a release is made of
 * (make_sbom.mjs) has its words here, and the demo council's page says them. Called by check.sh.
 */
import { compiledParts, npmParts } from './make_sbom.mjs';
import { report, textOf } from './sources.mjs';

// What the page calls a part; a part that comes new is not here, and fails.
const words = {
  '@cloudflare/blindrsa-ts': 'blindrsa-ts', '@fontsource/atkinson-hyperlegible-next': 'Atkinson Hyperlegible Next', '@fontsource/opendyslexic': 'OpenDyslexic',
  '@noble/ed25519': 'noble-ed25519', 'lucide-static': 'Lucide', openmoji: 'OpenMoji', sjcl: 'SJCL', imgui: 'Dear ImGui', libsdl2: 'SDL 2', 'libcereal-dev': 'cereal',
  'libfmt-dev': 'fmt', 'libfast-float-dev': 'fast_float', 'libboost1.81-dev': 'Boost', 'rapidjson-dev': 'RapidJSON', 'libspdlog-dev': 'spdlog', 'libcli11-dev': 'CLI11',
};

const page = 'assets/demo/northmere/pages/licences.json';
const said = textOf(page);
const parts = [...npmParts(), ...compiledParts()].filter(({ scope }) => scope !== 'excluded');
const problems = parts.flatMap(({ name }) => {
  if (!words[name]) return [`${name} has no words in check_licences.mjs`];
  return said.includes(words[name]) ? [] : [`${page} does not name ${words[name]} (${name})`];
});
report(problems, `${parts.length} parts, each named on the page of licences`);
