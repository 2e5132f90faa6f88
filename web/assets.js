/**
 * The addresses of what the application loads. The build replaces each with its hashed name, so
 * that a browser may keep it for a year. Every module takes them from here.
 */
export const assets = {
  app: "/app.mjs",
  wasm: "/app.wasm",
  icons: "/fonts/icons.ttf",
  letters: { usual: ["/fonts/regular.ttf", "/fonts/bold.ttf"], dyslexic: ["/fonts/dyslexic_regular.otf", "/fonts/dyslexic_bold.otf"] },
  anonymousToken: "/anonymous_token.js",
  carried: "/carried.js",
  ed25519: "/ed25519.js",
  joined: "/joined.js",
  photo: "/photo.js",
  savedFile: "/saved_file.js",
  sentPage: "/sent_page.js",
  catalog: "/plugins/catalog.json",
  easyWords: "/easy_words.txt",
};
