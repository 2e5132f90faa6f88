/**
 * What a person does to a figure of the canvas view, such as the map: drag, wheel, two fingers, arrow keys, plus and
 * minus. A figure takes the pointer itself, since the canvas would lose what begins on one of its marks; each deed is
 * one action of five whole numbers (app/ui/figure_widgets.cpp). Made by mirror_events.js.
 */
import { Role } from "./mirror_roles.js";

const dragFrom = 6; // px: less is a press
const wheelDoubling = 300; // px of a wheel that make everything twice as large
const keys = {
  ArrowLeft: [64, 0, 0], ArrowRight: [-64, 0, 0], ArrowUp: [0, 64, 0], ArrowDown: [0, -64, 0],
  "+": [0, 0, 50], "=": [0, 0, 50], "-": [0, 0, -50],
};

const middle = ([one, other = one]) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
const apart = ([one, other]) => (other ? Math.hypot(one.x - other.x, one.y - other.y) : 0);

export class FigureMoves {
  /**
   * @param {object} mirror gives recordOf(element), container, placing
   * @param {(figure: object, numbers: number[]) => void} send
   */
  constructor(mirror, send) {
    this.mirror = mirror;
    this.send = send;
    this.held = new Map(); // pointer → where it is
    this.figure = null;
    this.isDrag = false;
    const on = (type, handler) => mirror.container.addEventListener(type, (event) => handler.call(this, event), { passive: false });
    on("pointerdown", this.pressed);
    on("pointermove", this.moved);
    on("pointerup", this.released);
    on("pointercancel", this.released);
    on("wheel", this.wheeled);
    on("keydown", this.keyed);
    // A drag that began on a mark is no press of it.
    mirror.container.addEventListener("click", (event) => {
      if (!this.isDrag || !this.figureOf(event)) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    }, true);
  }

  // In plain view a figure is a list like any other.
  figureOf(event) {
    if (!this.mirror.placing) return null;
    const record = this.mirror.recordOf(event.target.closest?.("figure"));
    return record?.role === Role.Figure ? record : null;
  }

  tell(figure, [dx, dy, hundredths], at) {
    const box = figure.element.getBoundingClientRect();
    const x = at ? at.x - box.left : -1; // below 0: the middle
    const y = at ? at.y - box.top : -1;
    this.send(figure, [dx, dy, hundredths, x, y].map(Math.round));
  }

  pressed(event) {
    const figure = this.figureOf(event);
    if (!figure || event.button !== 0) return;
    if (this.held.size === 0) this.isDrag = false;
    this.figure = figure;
    this.held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.from = middle([...this.held.values()]);
    this.wide = apart([...this.held.values()]);
  }

  moved(event) {
    if (!this.held.has(event.pointerId)) return;
    this.held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const fingers = [...this.held.values()];
    const now = middle(fingers);
    const wide = apart(fingers);
    if (!this.isDrag && fingers.length === 1 && Math.hypot(now.x - this.from.x, now.y - this.from.y) < dragFrom) return;
    if (!this.isDrag) for (const pointer of this.held.keys()) this.figure.element.setPointerCapture(pointer);
    this.isDrag = true;
    const hundredths = wide > 0 && this.wide > 0 ? Math.round(Math.log2(wide / this.wide) * 100) : 0;
    const by = [Math.round(now.x - this.from.x), Math.round(now.y - this.from.y), hundredths];
    if (by.every((number) => number === 0)) return;
    // What was rounded away counts with the next move.
    this.from = { x: this.from.x + by[0], y: this.from.y + by[1] };
    this.wide *= 2 ** (hundredths / 100);
    this.tell(this.figure, by, now);
  }

  released(event) {
    if (!this.held.delete(event.pointerId)) return;
    const fingers = [...this.held.values()];
    if (fingers.length === 0) return;
    this.from = middle(fingers);
    this.wide = apart(fingers);
  }

  // Ctrl and the wheel is the browser's own zoom.
  wheeled(event) {
    const figure = this.figureOf(event);
    if (!figure || event.ctrlKey) return;
    event.preventDefault();
    const pixels = event.deltaY * [1, 24, 240][event.deltaMode];
    this.tell(figure, [0, 0, (-pixels / wheelDoubling) * 100], { x: event.clientX, y: event.clientY });
  }

  keyed(event) {
    const figure = this.figureOf(event);
    if (!figure || !keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.tell(figure, keys[event.key]);
  }
}
