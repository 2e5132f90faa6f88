/**
 * What somebody makes for a survey here and now: a recording of their voice, or their name drawn by finger, pen or
 * mouse; and what was joined before, to be seen or heard again. A dialog above the page in either view, with real
 * buttons, for keyboard and switch too. Nothing is kept here: whoever asked gets a File, or nothing. The microphone is on
 * from the press of "Record" to the press of "Stop", and at no other time. Loaded when it is first asked for
 * (mirror_events.js, host.js).
 */

const words = {
  close: ["Close", "Cau"],
  keep: ["Keep this", "Cadw hwn"],
  again: ["Start again", "Dechrau eto"],
  voice: ["Record your voice", "Recordio eich llais"],
  voiceLead: ["Press Record and speak. You can listen before you keep it. You have two minutes.", "Pwyswch Recordio a siarad. Gallwch wrando cyn ei gadw. Mae gennych ddwy funud."],
  record: ["Record", "Recordio"],
  stop: ["Stop", "Stopio"],
  listen: ["Listen", "Gwrando"],
  recording: ["Recording now.", "Yn recordio nawr."],
  recorded: ["Recorded. You can listen to it, keep it, or start again.", "Wedi'i recordio. Gallwch wrando arno, ei gadw, neu ddechrau eto."],
  refused: ["We may not use the microphone. That is fine. You can allow it in your browser's settings, or close this and go on without it.", "Chawn ni ddim defnyddio'r meicroffon. Mae hynny'n iawn. Gallwch ei ganiatáu yng ngosodiadau eich porwr, neu gau hwn a mynd ymlaen hebddo."],
  none: ["We found no microphone that works here. You can close this and go on without it.", "Ddaethon ni ddim o hyd i feicroffon sy'n gweithio yma. Gallwch gau hwn a mynd ymlaen hebddo."],
  drawing: ["Draw your name", "Tynnu llun eich enw"],
  drawingLead: ["Draw in the white box with a finger, a pen or a mouse. If drawing is hard, close this and write your name instead.", "Tynnwch lun yn y blwch gwyn â bys, pen neu lygoden. Os yw tynnu llun yn anodd, caewch hwn ac ysgrifennwch eich enw yn lle hynny."],
  nothing: ["There is nothing in the box yet.", "Does dim yn y blwch eto."],
  seen: ["What you joined", "Yr hyn a ychwanegoch"],
  picture: ["The picture you joined", "Y llun a ychwanegoch"],
  paper: ["This is a PDF. It goes to the council as it is.", "PDF yw hwn. Mae'n mynd i'r cyngor fel y mae."],
  unheard: ["This browser cannot play it.", "Ni all y porwr hwn ei chwarae."],
};
const say = (key) => words[key][document.documentElement.lang === "cy" ? 1 : 0];

const longest = 120_000; // ms
const rate = 24_000; // bits a second: speech is clear, and two minutes are 360 KB
const sounds = ["audio/webm;codecs=opus", "audio/mp4"]; // what the council takes

const looks = `
dialog.joined { position: fixed; inset: 0; z-index: 24; margin: auto; width: min(34rem, 100% - 32px); max-height: calc(100% - 2 * var(--way-out)); overflow: auto; box-sizing: border-box;
  padding: 20px; border: 2px solid var(--primary); border-radius: 16px; background: var(--surface); color: var(--ink); font: 1.125rem/1.5 "Alongside", system-ui, sans-serif; box-shadow: 0 0 0 100vmax rgb(0 0 0 / 55%); }
dialog.joined h2 { margin: 0 0 8px; font-size: 1.375rem; line-height: 1.3; }
dialog.joined p { margin: 8px 0; overflow-wrap: anywhere; }
dialog.joined p:empty { display: none; }
dialog.joined [role=status] { font-weight: 700; }
dialog.joined div { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 16px; }
dialog.joined button { min-height: 48px; max-width: 100%; padding: 8px 20px; border: 2px solid var(--primary); border-radius: 12px; background: var(--surface); color: var(--primary); font: inherit; font-weight: 700; cursor: pointer; }
dialog.joined button.primary { background: var(--primary); color: var(--on-primary); }
dialog.joined button[hidden] { display: none; }
dialog.joined canvas { display: block; width: 100%; aspect-ratio: 5 / 2; box-sizing: border-box; border: 2px solid var(--line-strong); border-radius: 8px; background: #FFF; touch-action: none; cursor: crosshair; }
dialog.joined img { display: block; max-width: 100%; max-height: 60vh; margin: 8px auto; background: #FFF; }`;
let sheet = null;

function make(tag, parent, text = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}

// Everything but the dialog and the way out.
function coverRest() {
  const wayOut = document.getElementById("leave");
  const rest = [...document.body.children].flatMap((one) => (one.contains(wayOut) && one !== wayOut ? [...one.children] : [one]));
  const covered = rest.filter((one) => one !== wayOut && !one.inert && !one.classList.contains("joined"));
  for (const one of covered) one.inert = true;
  return () => { for (const one of covered) one.inert = false; };
}

/** The frame of all three: a heading, a sentence, what it is about, a status and buttons. */
class Sheet {
  constructor(title, lead) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(looks);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
    this.opener = document.activeElement;
    this.dialog = make("dialog", document.body);
    this.dialog.className = "joined";
    this.dialog.setAttribute("aria-labelledby", "joined-title");
    this.title = make("h2", this.dialog, title);
    this.title.id = "joined-title";
    this.title.tabIndex = -1;
    make("p", this.dialog, lead);
    this.content = make("section", this.dialog);
    this.status = make("p", this.dialog);
    this.status.setAttribute("role", "status");
    this.buttons = make("div", this.dialog);
    this.ended = new Promise((done) => { this.done = done; });
    this.closing = [];
    this.leaving = () => this.close(null);
  }

  button(text, press, look = "") {
    const button = make("button", this.buttons, text);
    button.type = "button";
    button.className = look;
    button.addEventListener("click", press);
    return button;
  }

  /** @returns {Promise<File | null>} */
  open() {
    this.button(say("close"), () => this.close(null));
    this.closing.push(coverRest());
    document.addEventListener("leaving", this.leaving);
    this.dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close(null);
      event.stopPropagation(); // the page beneath has keys of its own
    });
    this.dialog.show();
    this.title.focus({ preventScroll: true });
    return this.ended;
  }

  tell(text) { this.status.textContent = text; }

  close(file) {
    for (const end of this.closing.splice(0)) end();
    document.removeEventListener("leaving", this.leaving);
    this.dialog.remove();
    this.opener?.focus({ preventScroll: true });
    this.done(file);
  }
}

/** A sound with buttons of its own: a browser's own player cannot be reached by a switch. */
function player(sheet, blob, button) {
  const address = URL.createObjectURL(blob);
  const sound = new Audio(address);
  const show = () => { button.textContent = say(sound.paused ? "listen" : "stop"); };
  for (const type of ["play", "pause", "ended"]) sound.addEventListener(type, show);
  sound.addEventListener("error", () => sheet.tell(say("unheard")));
  const end = () => {
    sound.pause();
    URL.revokeObjectURL(address);
  };
  return {
    turn: () => {
      if (!sound.paused) return void sound.pause();
      sound.currentTime = 0;
      sound.play().catch(() => sheet.tell(say("unheard")));
    },
    end,
  };
}

function voice() {
  const sheet = new Sheet(say("voice"), say("voiceLead"));
  const type = globalThis.MediaRecorder && sounds.find((one) => MediaRecorder.isTypeSupported(one));
  let recorder = null, timer = 0, made = null, heard = null, hasEnded = false;
  const record = sheet.button(say("record"), () => (recorder ? stop() : begin()), "primary");
  const listen = sheet.button(say("listen"), () => heard?.turn());
  const keep = sheet.button(say("keep"), () => sheet.close(made), "primary");

  function show() {
    record.textContent = say(recorder ? "stop" : made ? "again" : "record");
    record.className = made ? "" : "primary";
    listen.hidden = keep.hidden = !made;
  }

  function stop() {
    clearTimeout(timer);
    if (recorder?.state === "recording") recorder.stop();
    recorder?.stream.getTracks().forEach((track) => track.stop());
    recorder = null;
  }

  async function begin() {
    heard?.end();
    made = heard = null;
    show();
    if (!type || !navigator.mediaDevices?.getUserMedia) return sheet.tell(say("none"));
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (hasEnded) return stream.getTracks().forEach((track) => track.stop());
      start(stream);
    } catch (error) {
      sheet.tell(say(error?.name === "NotAllowedError" || error?.name === "SecurityError" ? "refused" : "none"));
    }
  }

  function start(stream) {
    const parts = [];
    recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: rate });
    recorder.addEventListener("dataavailable", ({ data }) => { if (data.size > 0) parts.push(data); });
    recorder.addEventListener("stop", () => {
      if (hasEnded) return;
      made = new File(parts, "voice", { type: type.split(";")[0] });
      heard = player(sheet, made, listen);
      sheet.tell(say("recorded"));
      stop();
      show();
      keep.focus();
    });
    recorder.start();
    timer = setTimeout(stop, longest);
    sheet.tell(say("recording"));
    show();
  }

  sheet.closing.push(() => {
    hasEnded = true;
    stop();
    heard?.end();
  });
  show();
  return sheet.open();
}

function drawing() {
  const sheet = new Sheet(say("drawing"), say("drawingLead"));
  const box = make("canvas", sheet.content);
  [box.width, box.height] = [1000, 400];
  const pen = box.getContext("2d");
  let last = null, isEmpty = true;

  function clear() {
    pen.fillStyle = "#FFFFFF";
    pen.fillRect(0, 0, box.width, box.height);
    Object.assign(pen, { strokeStyle: "#14181F", fillStyle: "#14181F", lineWidth: 7, lineCap: "round", lineJoin: "round" });
    isEmpty = true;
  }

  function placeOf(event) {
    const { left, top, width, height } = box.getBoundingClientRect();
    return [(event.clientX - left) * box.width / width, (event.clientY - top) * box.height / height];
  }

  function draw(event) {
    if (!last) return;
    const to = placeOf(event);
    pen.beginPath();
    pen.moveTo(...last);
    pen.lineTo(...to); // a dot where it did not move: the cap is round
    pen.stroke();
    last = to;
    isEmpty = false;
    sheet.tell("");
  }

  box.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    box.setPointerCapture(event.pointerId);
    last = placeOf(event);
    draw(event);
  });
  box.addEventListener("pointermove", draw);
  for (const type of ["pointerup", "pointercancel"]) box.addEventListener(type, () => { last = null; });
  sheet.button(say("keep"), () => {
    if (isEmpty) return sheet.tell(say("nothing"));
    box.toBlob((blob) => sheet.close(blob && new File([blob], "drawing", { type: "image/png" })));
  }, "primary");
  sheet.button(say("again"), clear);
  clear();
  return sheet.open();
}

/** @param {"voice" | "drawing"} look @returns {Promise<File | null>} null: they closed it */
export function makeFile(look) { return look === "voice" ? voice() : drawing(); }

const heads = [[[0xff, 0xd8], "image/jpeg"], [[0x25, 0x50, 0x44, 0x46], "application/pdf"], [[0x1a, 0x45, 0xdf, 0xa3], "audio/webm"]];

/** Shows or plays what was joined before. @param {Uint8Array} bytes */
export function showFile(bytes) {
  const type = heads.find(([head]) => head.every((byte, i) => bytes[i] === byte))?.[1] ?? "audio/mp4";
  const sheet = new Sheet(say("seen"), type === "application/pdf" ? say("paper") : "");
  const blob = new Blob([bytes], { type });
  if (type === "image/jpeg") {
    const picture = make("img", sheet.content);
    picture.alt = say("picture");
    const reader = new FileReader();
    reader.addEventListener("load", () => { picture.src = reader.result; });
    reader.readAsDataURL(blob);
  } else if (type !== "application/pdf") {
    const listen = sheet.button(say("listen"), () => heard.turn(), "primary");
    const heard = player(sheet, blob, listen);
    sheet.closing.push(heard.end);
  }
  return sheet.open();
}
