/**
 * The page's one script: puts the person's settings on the page, loads the application beside the
 * static page and starts it. When anything is missing, the static page stays, which works by plain
 * links and forms. Loaded by index.html.
 */
import { canRunWebAssembly, hasWebGl2, loadApplication } from "./app_loader.js";
import { Application } from "./application.js";
import { assets } from "./assets.js";
import { fetchBytes } from "./chosen_files.js";
import { EdgeRoom } from "./edge_room.js";
import { Environment } from "./environment.js";
import { sayStopped, showSimplePage, stayRefused, stayStatic, wantsSimplePage } from "./failure.js";
import { LiveRegion } from "./live.js";
import { sentence } from "./page_words.js";
import { catalogLines } from "./plugin_loader.js";
import { ReadAloud } from "./read_aloud.js";
import { SwitchUse } from "./switch_use.js";
import { goOnWithKept, trustedCatalog } from "./trusted_catalog.js";
import { Updates } from "./updates.js";
import { View } from "./view.js";

const find = (id) => document.getElementById(id);
const page = {
  tools: find("tools"),
  skipLink: find("skip"),
  switchButton: find("view-switch"),
  progress: find("progress"),
  canvas: find("canvas"),
  staticPage: find("static"),
  mirrorElement: find("mirror"),
};

async function fetchGood(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return response;
}

// "Skip to main content" as a move of focus, so that the address stays what it is.
function skipToMain(event) {
  const main = page.mirrorElement.querySelector("main") ?? page.staticPage.querySelector("main");
  if (!main) return;
  event.preventDefault();
  main.focus();
  main.scrollIntoView();
}

/** Nothing is drawn, fetched or kept any more. */
async function settled(application) {
  await application.frames.idle();
  while (application.isBusy) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** What tests and benches look at. */
function publish(application) {
  window.alongside = {
    idle: () => application.frames.idle(),
    settled: () => settled(application),
    get frames() { return application.frames.count; },
    get patches() { return application.patches; },
    get mutations() { return application.mutations; },
    get errors() { return application.errors; },
    get view() { return application.view.current; },
    painted: () => application.painted(),
    get application() { return application; },
    get started() { return application.takeover.done; },
  };
}

function makeApplication() {
  let application = null;
  const environment = new Environment({
    webgl: canRunWebAssembly() && hasWebGl2(),
    changed: () => application?.environmentChanged(),
  });
  const view = new View(page);
  const live = new LiveRegion(find("live"));
  const aloud = new ReadAloud(page, live);
  new EdgeRoom(page.tools);
  const switches = new SwitchUse(page);
  application = new Application({
    page, environment, view, live, aloud, switches,
    stopped: () => sayStopped(page),
  });
  environment.show();
  view.showWords();
  aloud.show(environment.settings.aloud === "on");
  switches.show(environment.settings.switch);
  application.showView(environment.view);
  page.switchButton.addEventListener("click", () => application.switchView());
  page.skipLink.addEventListener("click", skipToMain);
  document.addEventListener("leaving", ({ detail: waitFor }) => waitFor(application.leave()));
  publish(application);
  return application;
}

async function run(application) {
  page.progress.textContent = sentence("loading");
  const [loaded, catalog, icons] = await Promise.all([
    loadApplication(application.host, page.canvas),
    fetchGood(assets.catalog).then(trustedCatalog),
    fetchBytes(assets.icons),
    application.chosen.first(application.environment.settings),
  ]);
  application.start(loaded, icons, catalog, catalogLines(catalog));
}

// What can wait until the person can already use the page.
async function prepareNextVisit(application) {
  await settled(application);
  if (application.over) return;
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
  await new Updates(page, application.live, application.network.seen).start();
}

async function boot() {
  const application = makeApplication();
  try {
    if (wantsSimplePage()) {
      application.giveUp();
      showSimplePage(page);
    } else if (!canRunWebAssembly()) {
      application.giveUp();
      stayStatic(page, "staysStatic");
    } else {
      await run(application);
      prepareNextVisit(application);
    }
  } catch (error) {
    console.error("The application did not start:", error);
    application.giveUp();
    const { reason } = error; // of a catalogue that may not be trusted
    if (!reason) stayStatic(page, "notLoaded");
    else if (!(await goOnWithKept(reason))) stayRefused(page, reason);
  }
}

// Somebody left and came back by Back: leave.js goes on, and nothing is to be shown.
if (!document.documentElement.classList.contains("left")) boot();
