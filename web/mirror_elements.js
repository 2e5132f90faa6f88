/**
 * Makes and updates the HTML element of one node of the semantic tree. Called by mirror.js for
 * every CREATE and SET; fields (text boxes, choices, selects, progress) are in mirror_fields.js.
 *
 * A record is {id, role, element, control, parent, children, fields, parts}: `element` is what
 * stands in the tree, `control` what takes focus, `fields` the last values the application sent.
 */
import { counters, make, ownFile, ownFileName, pictureAddress, safeHref, setAttribute, setText, writeText } from "./dom.js";
import { showDrawing } from "./mirror_drawing.js";
import { buildField, isChoice, isFieldRole, updateField } from "./mirror_fields.js";
import { Role, State, isLeaf, kindOf } from "./mirror_roles.js";

const noFields = {
  name: "", value: "", description: "", error: "", states: 0, level: 0, progress: -1,
  rect: null, box: null, href: "", lang: "", autocomplete: "",
  input: { type: 0, mode: 0, maxLength: 0 }, options: [], live: 0, look: "",
};

/** Names of the elements that other elements point to ("f-1a" for a control, "h-1a" for a hint). */
export function domId(record, letter) { return `${letter}-${record.id.toString(36)}`; }

function tagOf(role, fields) {
  if (role !== Role.Heading) return kindOf(role).tag;
  return `h${Math.min(6, Math.max(1, fields.level || 2))}`;
}

function buildElement(record) {
  const kind = kindOf(record.role);
  record.element = make(tagOf(record.role, record.fields), kind.attributes);
  record.control = record.element;
  record.parts = {};
  if (isFieldRole(record.role)) buildField(record);
}

/** @returns a record that is not yet in the page */
export function createNode(id, role, fields) {
  const record = { id, role, parent: null, children: [], fields: { ...noFields, ...fields } };
  buildElement(record);
  showName(record, record.fields.name);
  update(record, record.fields);
  return record;
}

// A heading's level and a text box's number of lines decide the element itself.
function needsRebuild({ role, fields: before }, { level = before.level, states = before.states }) {
  if (role === Role.Heading) return level !== before.level;
  if (role !== Role.TextField) return false;
  return ((states ^ before.states) & State.multiline) !== 0;
}

/**
 * Takes over the fields of a SET; `isPlain`: they are words and places alone.
 * @returns true when `record.element` is another element now
 */
export function updateNode(record, fields, isPlain) {
  const mustRebuild = needsRebuild(record, fields);
  const isRenamed = fields.name !== undefined && fields.name !== record.fields.name;
  Object.assign(record.fields, fields);
  if (!mustRebuild) {
    if (isRenamed) showName(record, fields.name);
    if (!isPlain || isFieldRole(record.role)) update(record, fields);
    return false;
  }
  const old = record.element;
  buildElement(record);
  showName(record, record.fields.name);
  update(record, record.fields);
  old.replaceWith(record.element);
  counters.mutations++;
  return true;
}

function update(record, fields) {
  const { element } = record;
  if ("look" in fields || "states" in fields) showLook(record);
  // A choice may be called by its name in another language; its hint is in the page's.
  if ("lang" in fields) setAttribute(isChoice(record.role) ? record.parts.label : element, "lang", fields.lang);
  if ("live" in fields) setAttribute(element, "aria-live", ["", "polite", "assertive"][fields.live] ?? "");
  if (isFieldRole(record.role)) {
    updateField(record, fields);
    return;
  }
  if ("states" in fields) showStates(record, fields.states);
  if ("description" in fields) showDescription(record, fields.description);
  // What it is called where that is more than the words on it, which alone are seen.
  if ((record.role === Role.Button || record.role === Role.Link) && "value" in fields) setAttribute(element, "aria-label", fields.value);
  if (record.role === Role.Image && "value" in fields) showDrawing(element, fields.value);
  if (record.role === Role.Picture && "href" in fields) setAttribute(element, "src", pictureAddress(fields.href));
  if (record.role === Role.Link && ("href" in fields || "states" in fields)) showHref(record);
}

function showName(record, name) {
  const { element } = record;
  switch (kindOf(record.role).name) {
    case "text":
      if (name || element.firstChild) writeText(element, name);
      break;
    case "span": showPart(record, "ink", "span", name); break;
    case "aria": setAttribute(element, "aria-label", name); break;
    case "alt":
      // Also where it is empty: a picture without it is read out by its address.
      if (element.getAttribute("alt") === name) break;
      element.setAttribute("alt", name);
      counters.mutations++;
      break;
    case "group":
      setAttribute(element, "aria-label", name);
      setAttribute(element, "role", name ? "group" : "");
      break;
    case "image":
      setAttribute(element, "aria-label", name);
      setAttribute(element, "role", name ? "img" : "");
      setAttribute(element, "aria-hidden", name ? "" : "true");
      break;
    case "part":
      if (record.role === Role.Table) showPart(record, "caption", "caption", name);
      break;
    default: break;
  }
}

// Words that stand before the children, in an element of their own that exists while there are any.
function showPart(record, key, tag, text) {
  let part = record.parts[key];
  if (!text) {
    if (part) {
      part.remove();
      delete record.parts[key];
      counters.mutations++;
    }
    return;
  }
  if (!part) {
    part = record.parts[key] = make(tag, { class: "ink" });
    record.element.prepend(part);
    if (record.parts.title) record.element.prepend(record.parts.title);
  }
  setText(part, text);
}

// In a table whose rows are stacked a cell's description is its column's title, for the eye: to a screen reader
// the table's header says it already.
function showDescription(record, text) {
  if (record.role !== Role.Cell) {
    setAttribute(record.element, "aria-description", text);
    return;
  }
  showPart(record, "title", "span", text);
  if (!text) return;
  setAttribute(record.parts.title, "aria-hidden", "true");
  setAttribute(record.parts.title, "class", "ink cell-title");
}

function showLook(record) {
  const { look, states } = record.fields;
  const names = look.split(" ").filter((name) => /^[a-z][a-z0-9-]*$/.test(name));
  const own = kindOf(record.role).className;
  if (own) names.unshift(own);
  names.unshift("n");
  if (isLeaf(record.role)) names.push("ink");
  if (states & State.covered) names.push("covered");
  setAttribute(record.element, "class", names.join(" "));
  // The names in a drawing say nothing without the place they stand at; its marks say where they are.
  if (record.role === Role.Paragraph) setAttribute(record.element, "aria-hidden", look === "drawing-label" ? "true" : "");
}

function showStates(record, states) {
  const { element, role } = record;
  setAttribute(element, "aria-current", states & State.current ? "page" : "");
  setAttribute(element, "aria-busy", states & State.busy ? "true" : "");
  setAttribute(element, "aria-expanded", pair(states, State.expanded, State.collapsed));
  setAttribute(element, "aria-pressed", pair(states, State.pressed, State.unpressed));
  if (role === Role.Button) setAttribute(element, "disabled", Boolean(states & State.disabled));
}

function pair(states, yes, no) {
  if (states & yes) return "true";
  return states & no ? "false" : "";
}

function showHref(record) {
  const { href, states } = record.fields;
  const usable = states & State.disabled ? null : safeHref(href);
  setAttribute(record.element, "href", usable);
  setAttribute(record.element, "download", usable?.startsWith(ownFile) ? ownFileName : "");
  setAttribute(record.element, "aria-disabled", states & State.disabled ? "true" : "");
  setAttribute(record.element, "role", usable === null ? "link" : "");
}
