/**
 * The few sentences the page says by itself, before the application is there or when it cannot be.
 * Used by boot.js and failure.js. The Welsh has not yet been read by a Welsh speaker.
 */
const sentences = {
  loading: ["Getting the rest ready…", "Yn paratoi’r gweddill…"],
  tools: ["This page", "Y dudalen hon"],
  plainOn: ["This is the plain page now.", "Dyma’r dudalen blaen nawr."],
  plainOff: ["This is the full page now.", "Dyma’r dudalen lawn nawr."],
  plainOnly: ["Your browser can only show the plain page. Everything works on it.",
    "Dim ond y dudalen blaen y gall eich porwr ei dangos. Mae popeth yn gweithio arni."],
  plainWords: ["You see the plain page, because it can show these letters. Everything works on it.",
    "Rydych yn gweld y dudalen blaen, gan ei bod yn gallu dangos y llythrennau hyn. Mae popeth yn gweithio arni."],
  pictureLost: ["The picture was lost, so you see the plain page. Nothing else is lost.",
    "Collwyd y llun, felly rydych yn gweld y dudalen blaen. Does dim byd arall wedi’i golli."],
  staysStatic: ["This page works as it is. Some extras need a newer browser.",
    "Mae’r dudalen hon yn gweithio fel y mae. Mae angen porwr mwy newydd ar gyfer rhai pethau."],
  notLoaded: ["We could not load everything. This page works as it is. Open it again to try once more.",
    "Doedd dim modd llwytho popeth. Mae’r dudalen hon yn gweithio fel y mae. Agorwch hi eto i roi cynnig arall arni."],
  stopped: ["Something of ours broke. It was not you. You can go on with the simple page.",
    "Torrodd rhywbeth o’n heiddo ni. Nid chi oedd ar fai. Gallwch fynd ymlaen gyda’r dudalen syml."],
  openSimple: ["Open the simple page", "Agor y dudalen syml"],
  simpleNow: ["This is the simple page, because something of ours broke before.",
    "Dyma’r dudalen syml, gan fod rhywbeth o’n heiddo ni wedi torri o’r blaen."],
  browserOnDevice: ["{browser} on {device}", "{browser} ar {device}"],
  someDevice: ["Some device", "Rhyw ddyfais"],
  updateReady: ["A new version is ready. What you saved stays as it is.",
    "Mae fersiwn newydd yn barod. Bydd yr hyn rydych wedi’i gadw yn aros fel y mae."],
  updateUse: ["Use the new version", "Defnyddio’r fersiwn newydd"],
  updateLater: ["Not now", "Nid nawr"],
  changed: ["A part of this app is not as it was when it was sent out, so we have not opened it.",
    "Nid yw rhan o’r ap hwn fel yr oedd pan gafodd ei hanfon, felly nid ydym wedi’i hagor."],
  unknown: ["We do not know who made this version of the app, so we have not opened it.",
    "Nid ydym yn gwybod pwy wnaeth y fersiwn hwn o’r ap, felly nid ydym wedi’i agor."],
  retired: ["The mark that shows who made this version no longer counts, so we have not opened it.",
    "Nid yw’r marc sy’n dangos pwy wnaeth y fersiwn hwn yn cyfrif mwyach, felly nid ydym wedi’i agor."],
  expired: ["This version of the app is too old to be safe, so we have not opened it.",
    "Mae’r fersiwn hwn o’r ap yn rhy hen i fod yn ddiogel, felly nid ydym wedi’i agor."],
  older: ["The council sent a version of the app that is older than yours, so we have not opened it.",
    "Anfonodd y cyngor fersiwn o’r ap sy’n hŷn na’ch un chi, felly nid ydym wedi’i agor."],
  refusedHere: ["This page works as it is. Open it again later. If you still read this then, please tell the council.",
    "Mae’r dudalen hon yn gweithio fel y mae. Agorwch hi eto’n nes ymlaen. Os byddwch yn dal i ddarllen hyn, dywedwch wrth y cyngor."],
  refusedKept: ["You go on with the version that you have. Nothing of yours is lost. If you still read this tomorrow, please tell the council.",
    "Rydych yn parhau gyda’r fersiwn sydd gennych. Does dim byd o’ch eiddo wedi’i golli. Os byddwch yn dal i ddarllen hyn yfory, dywedwch wrth y cyngor."],
  understood: ["All right", "Iawn"],
  aloudRead: ["Read to me", "Darllen i mi"],
  aloudStop: ["Stop reading", "Stopio darllen"],
  aloudNext: ["Next part", "Y rhan nesaf"],
  aloudNoVoice: ["This device has no voice for these words.", "Nid oes gan y ddyfais hon lais ar gyfer y geiriau hyn."],
  openFull: ["Try the full page again", "Rhoi cynnig arall ar y dudalen lawn"],
};

/** Why a version was not opened. */
export const refusal = (reason) => sentence(reason in sentences ? reason : "changed");

/** The sentence in both languages, as elements of which the page's stylesheet shows one. */
export function inBothLanguages(key) {
  return ["en", "cy"].map((language, which) => {
    const element = document.createElement("span");
    element.className = "says";
    element.lang = language;
    element.textContent = sentences[key][which];
    return element;
  });
}

/** A sentence with {names} filled in. */
export function filled(key, values = {}) {
  return sentence(key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The sentence in the page's present language. */
export function sentence(key) {
  return sentences[key][document.documentElement.lang === "cy" ? 1 : 0];
}
