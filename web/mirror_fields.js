/**
 * The nodes that are more than one element: text boxes, selects, check boxes, radio buttons, their
 * groups, progress. Label, hint and error are wired to the control. Called by mirror_elements.js.
 * Values are written only when they differ, and never while a person is composing a character.
 */
import { counters, make, pictureAddress, setAttribute, setProperty, setText } from "./dom.js";
import { Role, State } from "./mirror_roles.js";

const inputTypes = ["text", "search", "email", "tel", "password", "date", "url", "time"];
const inputModes = ["text", "numeric", "decimal", "email", "tel", "search"];
const fieldRoles = new Set([
  Role.TextField, Role.Checkbox, Role.RadioGroup, Role.Radio, Role.Select, Role.Progress, Role.FileField,
]);
const pickable = "image/*,application/pdf"; // what app/server/attachments takes, once it is made small

/** A recording or a drawing: there is no chooser for it, but a dialog of ours (joined.js). */
export function isMadeHere({ role, fields }) { return role === Role.FileField && (fields.look === "voice" || fields.look === "drawing"); }
export function isFieldRole(role) { return fieldRoles.has(role); }
export function isChoice(role) { return role === Role.Checkbox || role === Role.Radio; }

const idOf = (record, letter) => `${letter}-${record.id.toString(36)}`;

function makeControl(record) {
  const id = idOf(record, "f");
  switch (record.role) {
    case Role.Select: return make("select", { id });
    case Role.Checkbox: return make("input", { id, type: "checkbox" });
    case Role.Radio: return make("input", { id, type: "radio" });
    case Role.Progress: return make("progress", { id, max: "1" });
    case Role.FileField: return isMadeHere(record) ? make("input", { id, type: "button", "aria-haspopup": "dialog" }) : make("input", { id, type: "file", accept: pickable });
    default: return make(record.fields.states & State.multiline ? "textarea" : "input", { id, dir: "auto" });
  }
}

/** Fills a new element with its label and control. */
export function buildField(record) {
  const { element, parts } = record;
  if (record.role === Role.RadioGroup) {
    parts.label = make("legend", { id: idOf(record, "l"), class: "ink" });
    element.setAttribute("aria-labelledby", parts.label.id);
    element.append(parts.label);
    record.control = element;
    return;
  }
  record.control = makeControl(record);
  parts.label = make("label", { for: record.control.id, class: "ink" });
  // A choice is read as "mark, words"; a box as "words, box".
  if (isChoice(record.role)) element.append(record.control, parts.label);
  else element.append(parts.label, record.control);
  if (record.role !== Role.TextField && record.role !== Role.Select) record.control.classList.add("ink");
}

/** Takes over what a SET said. `record.fields` is up to date already. */
export function updateField(record, fields) {
  const { control, parts } = record;
  if ("name" in fields) setText(parts.label, fields.name);
  if (record.role === Role.FileField && ("name" in fields || "value" in fields)) showButton(record);
  if (record.role === Role.FileField && "look" in fields && !isMadeHere(record)) setAttribute(control, "accept", fields.look === "any-file" ? "" : pickable);
  if ("href" in fields && isChoice(record.role)) showPicture(record, pictureAddress(fields.href));
  if ("description" in fields || "error" in fields) showNotes(record);
  if ("states" in fields) showStates(record, fields.states);
  if (record.role === Role.Progress) showProgress(record, fields);
  if (record.role === Role.TextField) showTextOptions(record, fields);
  if ("options" in fields && record.role === Role.Select) showOptions(control, fields.options);
  if (("value" in fields || "options" in fields) && holdsValue(record.role)) writeValue(record);
  if ("states" in fields && isChoice(record.role)) setProperty(control, "checked", Boolean(fields.states & State.checked));
}

// What is painted on a chooser's button is a part of its name: whoever speaks to the device says what they see.
function showButton(record) {
  const { control, fields } = record;
  if (isMadeHere(record)) setProperty(control, "value", fields.value);
  setAttribute(control, "aria-label", fields.value ? `${fields.name}: ${fields.value}` : "");
}

// The word stands beside it and says the same: read out, it is nothing, and pressed, it is the choice.
function showPicture({ control, parts }, address) {
  if (!address) {
    parts.picture?.remove();
    delete parts.picture;
  } else if (parts.picture) {
    setAttribute(parts.picture.firstChild, "src", address);
    return;
  } else {
    parts.picture = make("label", { for: control.id, class: "picture ink" });
    const image = make("img", { src: address, decoding: "async" });
    image.setAttribute("alt", "");
    parts.picture.append(image);
    control.before(parts.picture);
  }
  counters.mutations++;
}

function holdsValue(role) { return role === Role.TextField || role === Role.Select; }

// Hint and error exist only while they have words; both describe the control.
function showNotes(record) {
  const { control, fields, parts } = record;
  showNote(record, "error", fields.error, "e");
  showNote(record, "hint", fields.description, "h");
  const ids = [parts.hint?.id, parts.error?.id].filter(Boolean).join(" ");
  setAttribute(control, "aria-describedby", ids);
  setAttribute(control, "aria-invalid", fields.error ? "true" : "");
}

function showNote(record, key, text, letter) {
  const { parts } = record;
  if (!text) {
    if (!parts[key]) return;
    parts[key].remove();
    delete parts[key];
    counters.mutations++;
    return;
  }
  if (!parts[key]) {
    parts[key] = make("p", { id: idOf(record, letter), class: `${key} ink` });
    const after = key === "error" ? parts.hint ?? parts.label : parts.label;
    after.after(parts[key]);
  }
  setText(parts[key], text);
}

function showStates(record, states) {
  const { control, role } = record;
  const group = role === Role.RadioGroup;
  setAttribute(control, "disabled", Boolean(states & State.disabled));
  if (role === Role.Progress) return;
  // The native attribute also tells the autofill; a group has only the ARIA one.
  setAttribute(control, group ? "aria-required" : "required", flag(states & State.required, group));
  setAttribute(control, "aria-busy", states & State.busy ? "true" : "");
}

function flag(on, asWord) {
  if (!on) return "";
  return asWord ? "true" : true;
}

function showProgress(record, fields) {
  if ("progress" in fields) {
    const known = fields.progress >= 0;
    setAttribute(record.control, "value", known ? String(Math.min(1, fields.progress)) : "");
  }
  if ("value" in fields) setAttribute(record.control, "aria-valuetext", fields.value);
}

function showTextOptions(record, fields) {
  const { control } = record;
  if ("input" in fields) {
    const { type, mode, maxLength } = fields.input;
    if (control.tagName === "INPUT") setAttribute(control, "type", inputTypes[type] ?? "text");
    setAttribute(control, "inputmode", mode === 0 ? "" : inputModes[mode]);
    setAttribute(control, "maxlength", maxLength > 0 ? maxLength : "");
    setAttribute(control, "enterkeyhint", type === 1 ? "search" : "");
  }
  if ("autocomplete" in fields) setAttribute(control, "autocomplete", fields.autocomplete);
}

function showOptions(select, options) {
  while (select.options.length > options.length) {
    select.lastElementChild.remove();
    counters.mutations++;
  }
  options.forEach(({ value, label }, i) => {
    const option = select.options[i] ?? select.appendChild(make("option"));
    if (option.getAttribute("value") !== value) { // "" is a value here
      option.setAttribute("value", value);
      counters.mutations++;
    }
    setText(option, label);
  });
}

/** Makes the control show the application's value; the caret stays where it is. */
export function writeValue(record) {
  const { control, fields } = record;
  if (record.composing || control.value === fields.value) return;
  const caret = document.activeElement === control ? caretOf(control) : null;
  control.value = fields.value;
  counters.mutations++;
  if (caret !== null) control.setSelectionRange(Math.min(caret, control.value.length), Math.min(caret, control.value.length));
}

// Some input types (email, date) have no caret that scripts may read.
function caretOf(control) {
  try {
    return control.selectionStart ?? null;
  } catch {
    return null;
  }
}

/** Undoes what the person did to a field when the application did not take it over. */
export function settleField(record) {
  if (isChoice(record.role)) {
    setProperty(record.control, "checked", Boolean(record.fields.states & State.checked));
  } else if (holdsValue(record.role)) {
    writeValue(record);
  }
}
