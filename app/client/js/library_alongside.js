/**
 * The C functions of app/client's browser platform that are written in JavaScript. Each is a thin
 * call to Module.host (web/host.js), which boot.js gives to the module. Linked by --js-library.
 * Bytes are copied before they leave, since the module's memory may grow and move.
 */
mergeInto(LibraryManager.library, {
  // In the place of Emscripten's own: what dlopen opens was fetched and checked before (web/plugin_loader.js), so there
  // is nothing to ask the network for, and no file system is needed to hand it over.
  $asyncLoad: (file, loaded, failed) => {
    const modules = Module["modules"];
    const bytes = modules.get(file);
    modules.delete(file);
    if (bytes) loaded(bytes);
    else failed(new Error(`no module was put at ${file}`));
  },

  alongside_js_patch__sig: "vii",
  alongside_js_patch: (bytes, size) => {
    // Read at once and not kept, so no copy.
    Module["host"]["patch"](HEAPU8.subarray(bytes, bytes + size));
  },

  alongside_js_wake__sig: "v",
  alongside_js_wake: () => {
    Module["host"]["wake"]();
  },

  alongside_js_fetch__sig: "viii",
  alongside_js_fetch__deps: ["$UTF8ToString"],
  alongside_js_fetch: (request, url, size) => {
    Module["host"]["fetch"](request >>> 0, UTF8ToString(url, size));
  },

  alongside_js_post__sig: "viiiiii",
  alongside_js_post__deps: ["$UTF8ToString"],
  alongside_js_post: (request, url, urlSize, body, bodySize, credentials) => {
    const bytes = HEAPU8.slice(body, body + bodySize);
    Module["host"]["post"](request >>> 0, UTF8ToString(url, urlSize), bytes, credentials !== 0);
  },

  alongside_js_token__sig: "viiiii",
  alongside_js_token__deps: ["$UTF8ToString"],
  alongside_js_token: (request, purpose, purposeSize, holder, holderSize) => {
    Module["host"]["token"](request >>> 0, UTF8ToString(purpose, purposeSize), UTF8ToString(holder, holderSize));
  },

  alongside_js_file__sig: "viii",
  alongside_js_file__deps: ["$UTF8ToString"],
  alongside_js_file: (request, token, size) => {
    Module["host"]["file"](request >>> 0, UTF8ToString(token, size));
  },

  alongside_js_read_file__sig: "viiii",
  alongside_js_read_file__deps: ["$UTF8ToString"],
  alongside_js_read_file: (request, token, size, mostBytes) => {
    Module["host"]["readFile"](request >>> 0, UTF8ToString(token, size), mostBytes >>> 0);
  },

  alongside_js_show_file__sig: "vii",
  alongside_js_show_file: (content, size) => {
    Module["host"]["showFile"](HEAPU8.slice(content, content + size));
  },

  alongside_js_carry__sig: "viiiii",
  alongside_js_carry__deps: ["$UTF8ToString"],
  alongside_js_carry: (request, lines, linesSize, content, contentSize) => {
    const bytes = HEAPU8.slice(content, content + contentSize);
    Module["host"]["carry"](request >>> 0, UTF8ToString(lines, linesSize), bytes);
  },

  alongside_js_save_file__sig: "viiiii",
  alongside_js_save_file__deps: ["$UTF8ToString"],
  alongside_js_save_file: (request, name, nameSize, content, contentSize) => {
    const bytes = HEAPU8.slice(content, content + contentSize);
    Module["host"]["saveFile"](request >>> 0, UTF8ToString(name, nameSize), bytes);
  },

  alongside_js_send_page__sig: "viiiii",
  alongside_js_send_page__deps: ["$UTF8ToString"],
  alongside_js_send_page: (request, href, hrefSize, title, titleSize) => {
    Module["host"]["sendPage"](request >>> 0, UTF8ToString(href, hrefSize), UTF8ToString(title, titleSize));
  },

  alongside_js_install__sig: "v",
  alongside_js_install: () => {
    Module["host"]["install"]();
  },

  alongside_js_locate__sig: "vi",
  alongside_js_locate: (request) => {
    Module["host"]["locate"](request >>> 0);
  },

  alongside_js_route__sig: "viii",
  alongside_js_route__deps: ["$UTF8ToString"],
  alongside_js_route: (href, size, mode) => {
    Module["host"]["route"](UTF8ToString(href, size), mode);
  },

  alongside_js_begin_again__sig: "vii",
  alongside_js_begin_again__deps: ["$UTF8ToString"],
  alongside_js_begin_again: (href, size) => {
    Module["host"]["beginAgain"](UTF8ToString(href, size));
  },

  alongside_js_title__sig: "vii",
  alongside_js_title__deps: ["$UTF8ToString"],
  alongside_js_title: (text, size) => {
    Module["host"]["title"](UTF8ToString(text, size));
  },

  alongside_js_setting__sig: "viiii",
  alongside_js_setting__deps: ["$UTF8ToString"],
  alongside_js_setting: (key, keySize, value, valueSize) => {
    Module["host"]["setting"](UTF8ToString(key, keySize), UTF8ToString(value, valueSize));
  },

  alongside_js_plugin__sig: "vii",
  alongside_js_plugin__deps: ["$UTF8ToString"],
  alongside_js_plugin: (id, size) => {
    Module["host"]["plugin"](UTF8ToString(id, size));
  },

  // Emscripten keeps the textures, so the picture is handed to the graphics card here.
  alongside_js_picture__sig: "iii",
  alongside_js_picture__deps: ["$UTF8ToString", "$GL"],
  alongside_js_picture: (address, size) => {
    const picture = Module["host"]["picture"](UTF8ToString(address, size));
    const gl = GL.currentContext?.GLctx;
    if (!gl || !picture?.["image"]) return 0;
    if (picture["texture"]) return picture["texture"];
    for (const gone of Module["host"]["texturesGone"]()) {
      gl.deleteTexture(GL.textures[gone]);
      GL.textures[gone] = null;
    }
    const name = GL.getNewId(GL.textures);
    const texture = GL.textures[name] = gl.createTexture();
    texture.name = name;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture["image"]);
    gl.generateMipmap(gl.TEXTURE_2D);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    return picture["texture"] = name;
  },

  alongside_js_store__sig: "viiiii",
  alongside_js_store: (store, request, command, bytes, size) => {
    Module["host"]["store"](store, request >>> 0, command, HEAPU8.slice(bytes, bytes + size));
  },

  alongside_js_turn__sig: "viii",
  alongside_js_turn__deps: ["$UTF8ToString"],
  alongside_js_turn: (command, name, size) => {
    Module["host"]["turn"](command, UTF8ToString(name, size));
  },

  alongside_js_after__sig: "vii",
  alongside_js_after: (request, ms) => {
    Module["host"]["after"](request >>> 0, ms >>> 0);
  },

  alongside_js_random__sig: "vii",
  alongside_js_random: (bytes, size) => {
    // Straight to the browser: what fails here must stop the application, not leave it guessable.
    crypto.getRandomValues(HEAPU8.subarray(bytes, bytes + size));
  },

  alongside_js_log__sig: "viii",
  alongside_js_log__deps: ["$UTF8ToString"],
  alongside_js_log: (level, text, size) => {
    Module["host"]["log"](level, UTF8ToString(text, size));
  },
});
