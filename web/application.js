/**
 * The running application: joins the WebAssembly module to the mirror, the frames, the network,
 * the address bar and the person's settings. Made by boot.js. Every call into the module goes
 * through call(), so that a fault in it ends in a page that still helps.
 */
import { ChosenFiles } from "./chosen_files.js";
import { counters } from "./dom.js";
import { fontFactor } from "./font_metrics.js";
import { Frames } from "./frames.js";
import { makeHost } from "./host.js";
import { Install } from "./install.js";
import { copyIn, textAt, withBytes } from "./memory.js";
import { Mirror } from "./mirror.js";
import { Network } from "./network.js";
import { sentence } from "./page_words.js";
import { Pictures } from "./pictures.js";
import { PluginLoader } from "./plugin_loader.js";
import { Router } from "./route.js";
import { DeviceStore } from "./storage.js";
import { Takeover } from "./takeover.js";
import { Turns } from "./turns.js";
import { Wake } from "./wake.js";

export class Application {
  /** @param {object} parts page, environment, view, live, aloud, switches, stopped(error) */
  constructor({ page, environment, view, live, aloud, switches, stopped }) {
    Object.assign(this, { page, environment, view, live, aloud, switches, stopped });
    this.module = null;
    this.over = false; // it did not come, or has stopped
    this.opening = false; // a plugin's module is being opened, until the application wakes
    this.patches = 0;
    this.errors = 0;
    this.toldLines = "";
    this.frames = new Frames(() => this.draw(), () => this.mirror.settle());
    this.mirror = new Mirror({
      container: page.mirrorElement,
      outside: [page.tools],
      send: (id, kind, payload) => this.act(id, kind, payload),
      say: (text) => live.say(text),
      scrollTo: (y) => this.router.scrollTo(y),
    });
    this.network = new Network((request, status, bytes) => this.enter((m) =>
      withBytes(m, [bytes], (...body) => m._alongside_fetched(request, status, ...body))));
    this.stores = [0, 1].map((store) => new DeviceStore((request, fault, bytes) => this.enter((m) =>
      withBytes(m, [bytes], (...body) => m._alongside_stored(store, request, fault, ...body))),
    () => this.enter((m) => m._alongside_store_changed(store))));
    this.turns = new Turns((name) => this.enter((m) =>
      withBytes(m, [name], (...text) => m._alongside_turn(...text))));
    this.router = new Router((route) => this.enter((m) =>
      withBytes(m, [route], (...text) => m._alongside_navigated(...text))));
    this.takeover = new Takeover(page.staticPage, this.mirror);
    this.pictures = new Pictures(() => this.frames.wake());
    this.chosen = new ChosenFiles((letters) => this.give({ letters }), (easyWords) => this.give({ easyWords }));
    this.given = {}; // what came before the module
    this.install = new Install(() => this.environmentChanged());
    this.plugins = null;
    this.host = makeHost(this);
  }

  /** @param {object} loaded from loadApplication() · icons: their font · catalog, its lines */
  start(loaded, icons, catalog, catalogLines) {
    this.module = loaded.module;
    this.plugins = new PluginLoader(loaded, catalog, (id, ok, reason) => this.pluginChecked(id, ok, reason));
    this.view.watchContext((lost) => this.contextChanged(lost));
    const route = this.router.start();
    this.takeover.rememberAddress(route);
    this.tellEnvironment();
    this.giveFont(2, icons);
    this.give(this.given);
    this.enter((m) => withBytes(m, [catalogLines], (...text) => m._alongside_catalog(...text)));
    this.enter((m) => withBytes(m, [route], (...text) => m._alongside_start(...text)));
    this.view.watchInput(this.frames);
    this.watchPrinting();
    this.wakes = new Wake((kind) => this.enter((m) => m._alongside_woken(kind)));
  }

  /** Calls into the module; a fault there stops the application for good. */
  call(use) {
    if (!this.module) return undefined;
    try {
      return use(this.module);
    } catch (error) {
      this.stop(error);
      return undefined;
    }
  }

  /** An entry that changes something: never inside a frame, and drawn after. */
  enter(use) {
    this.frames.outside(() => {
      this.call(use);
      this.frames.wake();
    });
  }

  giveFont(which, bytes) {
    this.enter((m) => m._alongside_font(which, copyIn(m, bytes), bytes.length));
  }

  /** @param {{letters?: Uint8Array[], easyWords?: Uint8Array}} files that somebody's settings chose */
  give(files) {
    if (!this.module) return void Object.assign(this.given, files);
    const { letters = [], easyWords } = files;
    letters.forEach((bytes, which) => this.giveFont(which, bytes));
    if (easyWords) this.enter((m) => withBytes(m, [easyWords], (...text) => m._alongside_easy_words(...text)));
    if (letters.length === 0) return;
    this.environment.fontFactor = fontFactor(letters[0]);
    this.environment.show();
  }

  pluginChecked(id, ok, reason) {
    this.opening = ok;
    this.enter((m) => withBytes(m, [id, reason], (idAt, idSize, reasonAt, reasonSize) =>
      m._alongside_plugin_ready(idAt, idSize, ok ? 1 : 0, reasonAt, reasonSize)));
  }

  /** The application has something to draw. */
  wake() {
    this.opening = false;
    this.frames.wake();
  }

  /** The words that the last frame painted, with their places: a line each, for the tests. */
  painted() {
    return this.call((m) => textAt(m, m._alongside_painted())) ?? "";
  }

  /** A wait that the application asked for is over. */
  rang(request) {
    this.enter((m) => m._alongside_timer(request));
  }

  act(id, kind, payload = "") {
    const low = Number(id & 0xffffffffn);
    const high = Number(id >> 32n);
    this.enter((m) => withBytes(m, [payload], (...text) => m._alongside_action(low, high, kind, ...text)));
  }

  draw() {
    const { width, height } = this.view.size();
    const repaint = this.view.takeRepaint() ? 1 : 0;
    const bits = this.call((m) => m._alongside_frame(scrollY, width, height, devicePixelRatio, performance.now(), repaint)) ?? 0;
    this.frames.outside(() => this.afterFrame());
    return (bits & 1) !== 0;
  }

  afterFrame() {
    if (this.takeover.tryNow()) this.page.progress.textContent = "";
    else if (this.takeover.words) this.takeover.carryWords();
  }

  patch(bytes) {
    try {
      this.mirror.apply(bytes);
      this.patches++;
      this.wordsChanged(this.mirror.beyond.size > 0);
      this.router.restore();
    } catch (error) {
      this.errors++;
      throw error;
    }
  }

  // Urdu, or a smiling face, is shown by the browser itself, for as long as it is on the page.
  wordsChanged(beyondCanvas) {
    const { environment } = this;
    if (environment.beyondCanvas === beyondCanvas) return;
    const { view } = environment;
    environment.beyondCanvas = beyondCanvas;
    if (environment.view === view) return;
    this.environmentChanged();
    if (beyondCanvas) this.live.say(sentence("plainWords"));
  }

  changeSetting(key, value) {
    if (this.environment.set(key, value)) this.environmentChanged();
  }

  // On paper the plain page is better; the canvas comes back after.
  watchPrinting() {
    addEventListener("beforeprint", () => this.showView("plain"));
    addEventListener("afterprint", () => this.environmentChanged());
  }

  showView(view) {
    const changed = this.view.show(view);
    if (changed) this.mirror.setView(view);
    return changed;
  }

  switchView() {
    const { environment } = this;
    if (!environment.canDraw || environment.beyondCanvas) {
      this.live.say(sentence(environment.canDraw ? "plainWords" : "plainOnly"));
      return;
    }
    this.changeSetting("view", environment.view === "plain" ? "canvas" : "plain");
    this.live.say(sentence(environment.view === "plain" ? "plainOn" : "plainOff"));
  }

  environmentChanged() {
    this.frames.outside(() => {
      if (this.over) return;
      this.view.showWords();
      this.aloud.show(this.environment.settings.aloud === "on");
      this.switches.show(this.environment.settings.switch);
      this.chosen.follow(this.environment.settings);
      const { view } = this.environment;
      const changed = this.showView(view);
      if (!this.module) return;
      this.tellEnvironment();
      // SDL measures the canvas on resize, and could not while it was hidden.
      if (changed && view === "canvas") dispatchEvent(new Event("resize"));
    });
  }

  tellEnvironment() {
    const lines = `${this.environment.lines()}\ninstall=${this.install.state}`;
    if (lines === this.toldLines) return;
    this.toldLines = lines;
    this.enter((m) => withBytes(m, [lines], (...text) => m._alongside_environment(...text)));
  }

  contextChanged(lost) {
    if (this.over) return;
    this.environment.contextLost = lost;
    if (lost) this.pictures.contextLost();
    this.enter((m) => m._alongside_context(lost ? 0 : 1));
    this.environmentChanged();
    if (lost && this.environment.settings.view !== "plain") this.live.say(sentence("pictureLost"));
  }

  stop(error) {
    console.error("The application stopped:", error);
    this.errors++;
    this.giveUp();
    this.page.mirrorElement.replaceChildren();
    this.takeover.undo(this.page.mirrorElement, location.pathname + location.search);
    this.stopped(error);
  }

  /** Somebody leaves quickly (leave.js): what is typed goes to the disk, which takes a frame or two, and then all is over. */
  async leave() {
    for (let frames = 0; frames < 2; frames++) this.frames.tick(performance.now());
    this.frames.stop();
    while (this.stores.some(({ pending }) => pending > 0)) await new Promise((resolve) => setTimeout(resolve, 5));
    this.giveUp();
  }

  /** From now on nothing is drawn and nothing is called. */
  giveUp() {
    this.over = true;
    this.module = null;
    this.frames.stop();
  }

  get isBusy() {
    const loading = this.network.pending > 0 || this.stores.some(({ pending }) => pending > 0) || (this.plugins?.pending ?? 0) > 0 || this.opening;
    return !this.over && (loading || !this.frames.isIdle);
  }

  get mutations() { return counters.mutations; }
}
