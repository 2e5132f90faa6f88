/**
 * Turns what a person (or their assistive technology) does to the mirror's elements into actions
 * for the application: exactly one for each deed. Called by mirror.js once; listens on the
 * container, so no element has a listener of its own.
 */
import { assets } from "./assets.js";
import { isOwnAddress } from "./dom.js";
import { isChoice, isMadeHere } from "./mirror_fields.js";
import { FigureMoves } from "./mirror_figure.js";
import { Role } from "./mirror_roles.js";
import { holdPicked } from "./picked_files.js";

export const Action = Object.freeze({
  activate: 1, setValue: 2, toggle: 3, focusIn: 4, focusOut: 5, dismiss: 6, move: 7,
});

const isPlainClick = (event) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

export class MirrorEvents {
  /**
   * @param {object} mirror gives recordOf(element), container, topDialog()
   * @param {(id: bigint, kind: number, payload?: string) => void} send
   */
  constructor(mirror, send) {
    this.mirror = mirror;
    this.send = send;
    // Before the others: it says which clicks were drags.
    this.figures = new FigureMoves(mirror, (record, numbers) => send(record.id, Action.move, numbers.join(" ")));
    const on = (type, handler) => mirror.container.addEventListener(type, (event) => handler.call(this, event));
    on("click", this.clicked);
    on("input", this.typed);
    on("change", this.changed);
    on("submit", this.submitted);
    on("keydown", this.enterPressed);
    on("focusin", (event) => this.focusMoved(event, Action.focusIn));
    on("focusout", (event) => this.focusMoved(event, Action.focusOut));
    on("compositionstart", (event) => this.composing(event, true));
    on("compositionend", (event) => this.composing(event, false));
    // On the document: after a click on the canvas, keys arrive at <body>.
    this.escape = (event) => this.escapePressed(event);
    document.addEventListener("keydown", this.escape);
    // A new page's heading takes the focus, so that it is read out. Whoever came by finger or mouse needs no ring there.
    const byPointer = (is) => { document.documentElement.classList.toggle("by-pointer", is); };
    document.addEventListener("pointerdown", () => byPointer(true), { passive: true, capture: true });
    document.addEventListener("keydown", () => byPointer(false), { capture: true });
  }

  clicked(event) {
    const field = event.target.type === "button" && this.mirror.recordOf(event.target);
    if (field && isMadeHere(field)) return void this.makeFile(field);
    const element = event.target.closest("a, button");
    const record = element && this.mirror.recordOf(element);
    if (!record) return;
    if (record.role === Role.Link) {
      if (!isPlainClick(event)) return;
      if (element.hasAttribute("href") && !isOwnAddress(element.href)) return;
      event.preventDefault();
      if (!element.hasAttribute("href")) return;
    }
    this.send(record.id, Action.activate);
  }

  typed(event) {
    const record = this.mirror.recordOf(event.target);
    if (record?.role !== Role.TextField) return;
    this.mirror.touched.add(record);
    this.send(record.id, Action.setValue, record.control.value);
  }

  changed(event) {
    const record = this.mirror.recordOf(event.target);
    if (!record) return;
    if (record.role === Role.FileField) {
      this.picked(record);
      return;
    }
    if (record.role === Role.Select) this.send(record.id, Action.setValue, record.control.value);
    else if (isChoice(record.role)) this.send(record.id, Action.toggle);
    else return;
    this.mirror.touched.add(record);
    if (record.role === Role.Radio) this.touchGroup(record.control);
  }

  // The field is empty again at once, so that the same file may be chosen a second time.
  picked(record) {
    const [file] = record.control.files;
    if (file) this.send(record.id, Action.setValue, `${holdPicked(file)}\n${file.name}`);
    record.control.value = "";
  }

  async makeFile(record) {
    const { makeFile } = await import(assets.joined);
    const file = await makeFile(record.fields.look);
    if (file) this.send(record.id, Action.setValue, `${holdPicked(file)}\n${file.name}`);
  }

  // The browser unchecks the other radio buttons by itself.
  touchGroup(control) {
    const group = control.closest("fieldset");
    for (const other of group?.querySelectorAll("input[type=radio]") ?? []) {
      const record = this.mirror.recordOf(other);
      if (record) this.mirror.touched.add(record);
    }
  }

  // Enter in a box presses the form's main button. All buttons are type=button, so that a form
  // never submits by itself and one press is one action.
  enterPressed(event) {
    if (event.key !== "Enter" || event.isComposing || event.target.tagName !== "INPUT") return;
    const record = this.mirror.recordOf(event.target);
    if (record?.role !== Role.TextField) return;
    event.preventDefault();
    this.submit(event.target, record);
  }

  // Some keyboards on phones submit the form without a key that scripts can see.
  submitted(event) {
    event.preventDefault();
    const input = event.target.querySelector("input");
    const record = input && this.mirror.recordOf(input);
    if (record) this.submit(input, record);
  }

  submit(input, record) {
    const form = input.closest("form");
    const button = form?.querySelector("button.primary:not(:disabled)") ?? form?.querySelector("button:not(:disabled)");
    const target = button ? this.mirror.recordOf(button) : record;
    this.send(target.id, Action.activate);
  }

  focusMoved(event, kind) {
    const record = this.mirror.recordOf(event.target);
    if (!record) return;
    const ring = kind === Action.focusIn && event.target.matches(":focus-visible:not(.by-pointer :is(h1, h2, h3))");
    this.send(record.id, kind, ring ? "1" : "");
  }

  composing(event, on) {
    const record = this.mirror.recordOf(event.target);
    if (!record) return;
    record.composing = on;
    if (!on) this.mirror.touched.add(record);
  }

  escapePressed(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    const dialog = this.mirror.topDialog();
    if (dialog) event.preventDefault();
    this.send(dialog?.id ?? 0n, Action.dismiss);
  }
}
