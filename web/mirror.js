/**
 * The mirror: the application's semantic tree as real HTML elements, over the canvas or, in plain
 * view, as the page itself. boot.js owns the one Mirror and hands it each patch; tests do the same.
 * A patch is decoded and checked as a whole before the page is touched.
 */
import { counters } from "./dom.js";
import { orderChildren } from "./mirror_children.js";
import { checkPatch, containerId } from "./mirror_check.js";
import { Dialogs } from "./mirror_dialogs.js";
import { createNode, updateNode } from "./mirror_elements.js";
import { MirrorEvents } from "./mirror_events.js";
import { settleField } from "./mirror_fields.js";
import { FocusKeeper, focusOn } from "./mirror_focus.js";
import { place, setHeight, unplace } from "./mirror_geometry.js";
import { Op, decodePatch } from "./mirror_patch.js";
import { Role } from "./mirror_roles.js";

// Letters that the canvas's fonts have not, or that have to be joined or turned round: only the browser writes them.
const beyondCanvas = /[\u0180-\u1DFF\u1E00-\u1E7F\u1E86-\u1EF1\u1EF4-\u1FFF\u2C00-\uDFFF\uF900-\uFFFC]/;

export class Mirror {
  /**
   * @param {object} options container: Element · outside: Element[] inert behind dialogs ·
   *   send(id, kind, payload) · say(sentence) · scrollTo(y)
   */
  constructor({ container, outside = [], send, say = () => {}, scrollTo = () => {} }) {
    this.container = container;
    this.say = say;
    this.scrollTo = scrollTo;
    this.nodes = new Map();
    this.rootIds = [];
    this.records = new WeakMap(); // element or control → record
    this.touched = new Set();     // fields the person changed since the last settle()
    this.beyond = new Set();      // ids of nodes whose words the canvas cannot draw
    this.dialogIds = new Set();
    this.placing = true;          // canvas view
    this.height = 0;
    this.focus = new FocusKeeper(container);
    this.dialogs = new Dialogs(container, outside);
    this.events = new MirrorEvents(this, send);
  }

  recordOf(element) { return this.records.get(element) ?? null; }
  topDialog() { return this.dialogs.top(); }

  /** Applies one patch, or throws a PatchError and leaves the page as it was. */
  apply(bytes) {
    const ops = checkPatch(decodePatch(bytes), this.nodes);
    this.claimed = new Set();
    for (const { op, ids } of ops) if (op === Op.children) for (const id of ids) this.claimed.add(id);
    this.focus.begin();
    const opener = this.focus.held;
    const later = [];
    this.radios = [];
    for (const op of ops) this.applyOp(op, later);
    this.groupRadios();
    const opened = this.dialogs.update(this.openDialogs(), opener);
    for (const act of later) act();
    if (opened) this.dialogs.enter();
    this.focus.end();
  }

  applyOp(op, later) {
    switch (op.op) {
      case Op.create: this.create(op); break;
      case Op.set: this.set(op); break;
      case Op.children: this.children(op); break;
      case Op.remove: this.remove(op.id); break;
      case Op.height: this.setHeight(op.height); break;
      case Op.scroll: later.push(() => this.scrollTo(op.y)); break;
      case Op.focus: later.push(() => this.focusNode(op.id)); break;
      case Op.announce: later.push(() => this.say(op.text)); break;
      default: break;
    }
  }

  create({ id, role, fields }) {
    const record = createNode(id, role, fields);
    this.nodes.set(id, record);
    this.register(record);
    this.noteWords(id, fields);
    if (this.placing) place(record);
    if (role === Role.Radio) this.radios.push(record);
    if (role === Role.Dialog) this.dialogIds.add(id);
  }

  register(record) {
    this.records.set(record.element, record);
    this.records.set(record.control, record);
  }

  noteWords(id, { name }) {
    if (name === undefined) return;
    if (beyondCanvas.test(name)) this.beyond.add(id);
    else if (this.beyond.size > 0) this.beyond.delete(id);
  }

  set({ id, fields, isPlain }) {
    const record = this.nodes.get(id);
    this.noteWords(id, fields);
    const before = record.element;
    const rebuilt = updateNode(record, fields, isPlain);
    if (rebuilt) {
      this.register(record);
      this.focus.replaced(before, record.control);
    }
    if (this.placing && (rebuilt || fields.rect || fields.box)) place(record);
  }

  children({ id, ids }) {
    const slot = id === containerId ? this.container : this.nodes.get(id).element;
    const old = id === containerId ? this.rootIds : this.nodes.get(id).children;
    const wanted = ids.map((child) => this.nodes.get(child));
    for (const record of wanted) this.leaveParent(record, id);
    if (id === containerId) this.rootIds = ids;
    else this.nodes.get(id).children = ids;
    const staying = new Set(ids);
    for (const child of old) if (!staying.has(child)) this.detach(child, id);
    const elements = wanted.map((record) => record.element);
    const focused = elements.find((element) => element.contains(document.activeElement)) ?? null;
    counters.mutations += orderChildren(slot, elements, focused);
  }

  leaveParent(record, parent) {
    if (record.parent !== null && record.parent !== parent && record.parent !== containerId) {
      const former = this.nodes.get(record.parent);
      if (former) former.children = former.children.filter((child) => child !== record.id);
    }
    record.parent = parent;
  }

  // A child that another list of the same patch takes goes there directly, without leaving the page.
  detach(id, parent) {
    const record = this.nodes.get(id);
    if (record?.parent !== parent || this.claimed.has(id)) return;
    record.parent = null;
    this.focus.leaving(record.element, this.dialogs.openerOf(record));
    record.element.remove();
    counters.mutations++;
  }

  remove(id) {
    const record = this.nodes.get(id);
    if (!record) return; // went with its parent
    this.nodes.delete(id);
    this.beyond.delete(id);
    this.dialogIds.delete(id);
    this.touched.delete(record);
    for (const child of record.children) {
      if (this.nodes.get(child)?.parent === id) this.remove(child);
    }
  }

  // Arrow keys walk the radio buttons of one name.
  groupRadios() {
    for (const { control, element } of this.radios) {
      const group = this.recordOf(element.parentElement?.closest("fieldset"));
      if (group) control.name = `g-${group.id.toString(36)}`;
    }
  }

  // In tree order. The page is not searched for them: after each change of words it would be searched whole.
  openDialogs() {
    const records = [...this.dialogIds].map((id) => this.nodes.get(id)).filter(({ element }) => element.isConnected);
    const follows = (one, other) => one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return records.sort((one, other) => (follows(one, other) ? -1 : 1));
  }

  focusNode(id) {
    const record = this.nodes.get(id);
    if (record?.control.isConnected) focusOn(record.control);
  }

  setHeight(height) {
    this.height = height;
    if (this.placing) setHeight(this.container, height);
  }

  /** @param {"canvas"|"plain"} view */
  setView(view) {
    this.placing = view === "canvas";
    for (const record of this.nodes.values()) (this.placing ? place : unplace)(record);
    setHeight(this.container, this.placing ? this.height : null);
  }

  /** Called when all actions are done: fields show what the application holds. */
  settle() {
    for (const record of this.touched) if (!record.composing) settleField(record);
    this.touched.clear();
  }
}
