/**
 * The one script of the pages for passkeys: asks the device, puts what it answers into the page's own form, and sends
 * that as any form is sent. What is asked stands in the form (app/server/passkeys/passkey_html.cpp). Loaded by
 * index.html in place of boot.js; of the application, only a person's own language, letters and colours hold here too.
 */
import { Environment } from "./environment.js";

const algorithms = [-7, -8, -257]; // ES256, EdDSA, RS256: those that the council's server takes
const timeout = 5 * 60 * 1000; // ms: as long as the server waits for an answer

const find = (id) => document.getElementById(id);

function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

function textOf(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function use({ challenge, host }) {
  const { rawId, response } = await navigator.credentials.get({
    publicKey: { challenge: bytesOf(challenge), rpId: host, allowCredentials: [], userVerification: "required", timeout },
  });
  return {
    "credential": rawId, "client-data": response.clientDataJSON, "auth-data": response.authenticatorData,
    "signature": response.signature, "handle": response.userHandle ?? new ArrayBuffer(0),
  };
}

async function add({ challenge, host, council, handle, person, known }) {
  const { response } = await navigator.credentials.create({
    publicKey: {
      challenge: bytesOf(challenge), rp: { id: host, name: council }, user: { id: bytesOf(handle), name: person, displayName: person },
      pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })), attestation: "none", timeout,
      excludeCredentials: known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytesOf(id) })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    },
  });
  return { "client-data": response.clientDataJSON, "auth-data": response.getAuthenticatorData() };
}

function say(which) {
  for (const id of ["stopped", "twice"]) find(`passkey-${id}`).hidden = id !== which;
}

async function send(form, button) {
  say(null);
  button.disabled = true;
  try {
    const answer = await (form.dataset.act === "add" ? add : use)(form.dataset);
    for (const [name, buffer] of Object.entries(answer)) form.elements.namedItem(name).value = textOf(buffer);
    form.submit();
  } catch (error) {
    console.info("No passkey:", error.name);
    say(error.name === "InvalidStateError" ? "twice" : "stopped");
    button.disabled = false;
    button.focus();
  }
}

// The server wrote the page in the language that the browser asks for; this person may have chosen the other one.
function inOwnLanguage({ servedLanguage, language }) {
  const url = new URL(location.href);
  if (servedLanguage === language || url.searchParams.has("lang")) return true;
  url.searchParams.set("lang", language);
  location.replace(url);
  return false;
}

function begin() {
  const environment = new Environment({ webgl: false, changed: () => {} });
  const isRight = inOwnLanguage(environment);
  environment.show();
  find("view-switch").hidden = true; // there is only this face
  const form = find("passkey");
  if (!isRight || !form || !window.PublicKeyCredential) return;
  const button = find("passkey-go");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, button);
  });
  find("passkey-none").hidden = true;
  button.hidden = false;
}

// Somebody left and came back by Back: leave.js goes on, and nothing is to be shown.
if (!document.documentElement.classList.contains("left")) begin();
