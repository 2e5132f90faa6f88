/**
 * What the application may ask of the page: the methods that app/client/js/library_alongside.js
 * calls as Module.host. None of them throws into WebAssembly, and none calls back before it returns.
 * Made by application.js.
 */
import { assets } from "./assets.js";

const levels = ["debug", "info", "warn", "error"];

// An error here is ours to report, not the application's to survive.
function guarded(methods) {
  const host = {};
  for (const [name, method] of Object.entries(methods)) {
    host[name] = (...given) => {
      try {
        return method(...given);
      } catch (error) {
        console.error(`host.${name}:`, error);
        return undefined;
      }
    };
  }
  return host;
}

/** @param {object} app patch(bytes), wake(), rang(), changeSetting(), frames, network, stores, turns, plugins, pictures, router */
export function makeHost(app) {
  return guarded({
    patch: (bytes) => app.patch(bytes),
    wake: () => app.wake(),
    picture: (address) => app.pictures.get(address),
    texturesGone: () => app.pictures.takeGone(),
    fetch: (request, url) => app.network.fetch(request, url),
    post: (request, url, body, withCookie) => app.network.post(request, url, body, withCookie),
    token: (request, purpose, holder) => app.network.token(request, purpose, holder),
    file: (request, token) => app.network.file(request, token),
    readFile: (request, token, mostBytes) => app.network.readFile(request, token, mostBytes),
    showFile: async (bytes) => (await import(assets.joined)).showFile(bytes),
    carry: (request, lines, bytes) => app.network.carry(request, lines, bytes),
    saveFile: (request, name, bytes) => app.network.saveFile(request, name, bytes),
    sendPage: (request, href, title) => app.network.sendPage(request, href, title),
    install: () => app.install.ask(),
    locate: (request) => app.network.locate(request),
    store: (store, request, command, bytes) => app.stores[store].ask(request, command, bytes),
    turn: (command, name) => app.turns.command(command, name),
    after: (request, ms) => setTimeout(() => app.rang(request), ms),
    route: (href, mode) => app.router.go(href, mode),
    beginAgain: (href) => app.router.beginAgain(href),
    title: (text) => { if (document.title !== text) document.title = text; },
    setting: (key, value) => app.frames.outside(() => app.changeSetting(key, value)),
    plugin: (id) => app.plugins.load(id),
    log: (level, text) => console[levels[level] ?? "log"](text),
  });
}
