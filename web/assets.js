/**
 * The addresses of what the application loads. The build replaces each with its hashed name, so
 * that a browser may keep it for a year. Every module takes them from here.
 */
export const assets = {
  app: "/app.mjs",
  wasm: "/app.wasm",
  fonts: ["/fonts/regular.ttf", "/fonts/bold.ttf", "/fonts/icons.ttf"],
  anonymousToken: "/anonymous_token.js",
  carried: "/carried.js",
  ed25519: "/ed25519.js",
  joined: "/joined.js",
  photo: "/photo.js",
  savedFile: "/saved_file.js",
  catalog: "/plugins/catalog.json",
};
