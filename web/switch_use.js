/**
 * The whole page by one switch or by two: a frame goes from one thing that can be pressed to the next, and a press
 * takes it. With one switch the frame goes on by itself; with two, one switch moves it and the other takes. A switch
 * is Space or Enter, as switch adapters send them. boot.js owns the one SwitchUse; chosen by the setting "switch".
 *
 * Where the frame stands is the focus too, so that canvas and screen readers show it; but a field of text gets the
 * focus only when it is taken, or every step would open a phone's keyboard.
 */

const stops = "a[href], button, input, select, textarea, summary, [tabindex='0']";
const paces = { one: 2000, slow: 4000 };
const roundsUntilRest = 2; // nobody has pressed: the page comes to rest, and the next press goes on

const isTyped = (element) => element?.matches?.("textarea, input:not([type=radio], [type=checkbox], [type=file], [type=button])") === true;

function isOffered(element) {
  return !element.disabled && element.getAttribute("tabindex") !== "-1" && !element.closest("[inert]") && element.checkVisibility({ visibilityProperty: true });
}

/** Everything that can be pressed: what the page is about first, then what stands around it. */
export function stopsIn({ mirrorElement, tools }) {
  const dialog = document.querySelector("dialog.joined[open]") ?? mirrorElement.querySelector("dialog[open]");
  const wayOut = tools.querySelectorAll("#leave");
  if (dialog) return [...dialog.querySelectorAll(stops), ...wayOut].filter(isOffered);
  const all = [...mirrorElement.querySelectorAll(stops), ...tools.querySelectorAll("button"), ...wayOut].filter(isOffered);
  const main = mirrorElement.querySelector("main");
  const isMain = (element) => main?.contains(element) === true;
  return [...all.filter(isMain), ...all.filter((element) => !isMain(element))];
}

/** A choice and its words are one thing. */
function placeOf(element) {
  const boxes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0);
  if (isTyped(element)) boxes.splice(1);
  const left = Math.min(...boxes.map((box) => box.left)), top = Math.min(...boxes.map((box) => box.top));
  return { left: left + scrollX - 4, top: top + scrollY - 4, width: Math.max(...boxes.map((box) => box.right)) - left + 8, height: Math.max(...boxes.map((box) => box.bottom)) - top + 8 };
}

export class SwitchUse {
  /** @param {object} page mirrorElement, tools */
  constructor(page) {
    this.page = page;
    this.way = "off";
    this.stop = null;    // where the frame is
    this.index = -1;     // of it, for when it has gone
    this.turning = null; // a list whose choices go by, instead of the page's things
    this.turnedFrom = 0; // which of them was chosen before
    this.rounds = 0;
    this.timer = 0;
    this.key = (event) => this.pressed(event);
  }

  /** @param {"off" | "one" | "slow" | "two"} way */
  show(way) {
    if (way === this.way) return;
    this.way = way;
    this.rest();
    const listen = way === "off" ? "removeEventListener" : "addEventListener";
    for (const type of ["keydown", "keyup"]) document[listen](type, this.key, true);
    if (way !== "off" && !this.mark) {
      this.mark = document.createElement("div");
      this.mark.id = "switch-mark";
      document.body.append(this.mark);
    }
  }

  get isByItself() { return this.way in paces; }

  pressed(event) {
    const isSwitch = (event.key === " " || event.key === "Enter") && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === "Escape" && event.type === "keydown") return void this.rest();
    if (!isSwitch || event.isComposing || this.isWriting(event)) return;
    event.preventDefault(); // or the browser would press what has the focus as well
    event.stopImmediatePropagation();
    if (event.type === "keyup" || event.repeat) return;
    this.rounds = 0;
    const steps = this.isByItself ? !this.stop : event.key === " " || !this.stop;
    if (steps) this.step();
    else this.take();
    this.wait();
  }

  // Whoever can type goes on typing. An empty field is left by the first press, so that nobody is held in it.
  isWriting(event) {
    const field = document.activeElement;
    if (!isTyped(field) || field.value === "") return false;
    return event.key === " " || field.tagName === "TEXTAREA";
  }

  wait() {
    clearTimeout(this.timer);
    if (this.isByItself && this.stop) this.timer = setTimeout(() => this.goOn(), paces[this.way]);
  }

  goOn() {
    if (!isTyped(document.activeElement)) this.step();
    if (this.rounds >= roundsUntilRest) this.rest();
    else this.wait();
  }

  step() {
    if (this.turning?.isConnected) return void this.turnOn();
    const all = stopsIn(this.page);
    const at = all.indexOf(this.stop);
    const next = at >= 0 ? at + 1 : this.stop?.isConnected === false && this.index < all.length && this.isSamePage() ? this.index : 0;
    if (next >= all.length) this.rounds++;
    this.put(all[next % all.length] ?? null, next % all.length);
  }

  // What was pressed has gone, such as a removed row: the frame goes on from its place; on another page, from the top.
  isSamePage() { return this.heading === this.headingNow(); }
  headingNow() { return this.page.mirrorElement.querySelector("main")?.innerText.slice(0, 200) ?? ""; }

  put(element, index) {
    this.stop = element;
    this.index = index;
    this.leaveList();
    this.heading = this.headingNow();
    if (!element) return void this.rest();
    if (isTyped(element)) document.activeElement?.blur();
    else element.focus({ focusVisible: true, preventScroll: true });
    element.scrollIntoView({ block: "center", behavior: "instant" });
    for (const [side, length] of Object.entries(placeOf(element))) this.mark.style[side] = `${length}px`;
    this.mark.classList.add("standing");
  }

  take() {
    const element = this.stop;
    if (!element.isConnected) return void this.step();
    if (element.tagName === "SELECT") return void this.turn(element);
    if (isTyped(element) && document.activeElement === element) return void this.step();
    element.focus({ preventScroll: true });
    if (!isTyped(element)) element.click();
  }

  // The choices of a list go by; the next press takes the one that stands there.
  turn(element) {
    const isDone = this.turning === element;
    this.turning = isDone ? null : element;
    if (isDone) element.dispatchEvent(new Event("change", { bubbles: true }));
    else this.turnedFrom = element.selectedIndex;
  }

  turnOn() {
    const list = this.turning;
    list.selectedIndex = (list.selectedIndex + 1) % list.length;
    if (list.selectedIndex === this.turnedFrom) this.rounds++;
  }

  // Nobody took a choice: the list shows what it had, which is what the application knows.
  leaveList() {
    if (this.turning?.isConnected) this.turning.selectedIndex = this.turnedFrom;
    this.turning = null;
  }

  rest() {
    clearTimeout(this.timer);
    this.stop = null;
    this.leaveList();
    this.rounds = 0;
    this.mark?.classList.remove("standing");
  }
}
