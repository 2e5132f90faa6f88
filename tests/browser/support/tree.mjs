/**
 * What assistive technology is given: the browser's own accessibility tree as lines of role, name,
 * value and states, indented by depth. Called by the snapshot and journey tests.
 */
const dropped = new Set(['InlineTextBox', 'LineBreak', 'ListMarker']);
const transparent = new Set(['generic', 'none', 'presentation', 'LabelText', 'Legend', 'MenuListPopup']);
const states = ['level', 'checked', 'pressed', 'expanded', 'disabled', 'required', 'invalid', 'busy', 'modal', 'selected'];

function stateWords(node, origin) {
  const properties = new Map((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const words = [];
  for (const name of states) {
    const value = properties.get(name);
    if (name === 'level' && node.role.value !== 'heading') continue;
    if (value !== undefined && value !== false && value !== 'false') words.push(`${name}=${value}`);
  }
  const url = properties.get('url');
  if (node.role.value === 'link' && url) words.push(`to=${url.startsWith(origin) ? url.slice(origin.length) : url}`);
  return words;
}

// The words inside a thing whose name they already are, or that is called more than the words on it, say nothing new.
function isEcho(lines, name, role) {
  const only = lines.map((line) => /^- text "(.*)"$/.exec(line)?.[1]);
  if (!only.every((text) => text !== undefined)) return false;
  const words = only.join(' ').replace(/\s+/g, ' ');
  return words === name || (/^(link|button)$/.test(role) && words !== '' && name.includes(words));
}

function linesOf(node, all, origin) {
  const inside = (node.childIds ?? []).flatMap((id) => (all.has(id) ? linesOf(all.get(id), all, origin) : []));
  const role = node.role?.value ?? 'none';
  if (dropped.has(role)) return [];
  const name = (node.name?.value ?? '').replace(/\s+/g, ' ').trim();
  if (node.ignored || (transparent.has(role) && !name)) return inside;
  if (transparent.has(role) && isEcho(inside, name, role)) return inside;
  if (role === 'StaticText') return name ? [`- text "${name}"`] : [];
  const words = [`- ${role}`];
  if (name) words.push(`"${name}"`);
  // A large field's several lines are told in one: a golden file has one line for each node.
  if (node.value?.value) words.push(`value="${String(node.value.value).replace(/\n+/g, ' / ')}"`);
  const told = node.description?.value?.trim();
  if (told && told !== name) words.push(`description="${told}"`);
  words.push(...stateWords(node, origin));
  const kept = isEcho(inside, name, role) ? [] : inside;
  return [words.join(' '), ...kept.map((line) => `  ${line}`)];
}

/** @param {object} app an App @param {string} selector the part of the page to tell about */
export async function accessibilityTree(app, selector = 'body') {
  const session = await app.context.newCDPSession(app.page);
  try {
    await session.send('Accessibility.enable');
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { node } = await session.send('DOM.describeNode', { nodeId });
    const all = new Map(nodes.map((each) => [each.nodeId, each]));
    const start = nodes.find((each) => each.backendDOMNodeId === node.backendNodeId);
    if (!start) throw new Error(`${selector} is not in the accessibility tree`);
    return linesOf(start, all, app.origin);
  } finally {
    await session.detach();
  }
}
