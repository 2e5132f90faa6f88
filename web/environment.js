/**
 * How this person wants the page: their settings (kept on this device), and what the browser says
 * where they left it to us. Writes the result on <html> for the stylesheets and tells the
 * application by lines of key=value. boot.js owns the one Environment.
 */
import { deviceName } from "./device.js";
import { fieldTextSize } from "./font_metrics.js";
import { TextSpacing } from "./text_spacing.js";

const storageKey = "alongside.settings";
const allowed = {
  lang: ["auto", "en", "cy"],
  theme: ["auto", "light", "dark", "contrast"],
  view: ["auto", "canvas", "plain"],
  words: ["usual", "easy"],
  spacing: ["usual", "wide"],
  face: ["usual", "dyslexic"],
  aloud: ["off", "on"],
  switch: ["off", "one", "slow", "two"],
  leave: ["on", "button", "off"],
};
const defaults = { lang: "auto", theme: "auto", text: "100", view: "auto", words: "usual", spacing: "usual", face: "usual", aloud: "off", switch: "off", leave: "on" };

const media = (query) => matchMedia(query);
const queries = {
  dark: media("(prefers-color-scheme: dark)"),
  contrast: media("(prefers-contrast: more)"),
  forced: media("(forced-colors: active)"),
  still: media("(prefers-reduced-motion: reduce)"),
};

function accepts(key, value) {
  if (key === "text") return /^[1-4][0-9]{2}$/.test(value) && Number(value) <= 400;
  return Object.hasOwn(allowed, key) && allowed[key].includes(value);
}

function readSettings() {
  const settings = { ...defaults };
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    for (const key of Object.keys(defaults)) {
      if (typeof stored[key] === "string" && accepts(key, stored[key])) settings[key] = stored[key];
    }
  } catch {
    // Unreadable or forbidden storage: the defaults are good.
  }
  return settings;
}

export class Environment {
  constructor({ webgl, changed }) {
    this.settings = readSettings();
    this.servedLanguage = document.documentElement.lang === "cy" ? "cy" : "en";
    this.webgl = webgl;
    this.contextLost = false;
    this.beyondCanvas = false; // words on the page that only the browser can write
    this.fontFactor = 1;
    const tell = () => { this.show(); changed(); };
    for (const query of Object.values(queries)) query.addEventListener("change", tell);
    this.spacing = new TextSpacing(tell);
    addEventListener("online", tell);
    addEventListener("offline", tell);
  }

  /** @returns {boolean} whether the setting was taken */
  set(key, value) {
    if (!accepts(key, value) || this.settings[key] === value) return false;
    this.settings[key] = value;
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.settings));
    } catch {
      // It then lasts as long as this page.
    }
    this.show();
    return true;
  }

  get language() {
    if (this.settings.lang !== "auto") return this.settings.lang;
    return navigator.language?.startsWith("cy") ? "cy" : this.servedLanguage;
  }

  get theme() {
    if (this.settings.theme !== "auto") return this.settings.theme;
    if (queries.contrast.matches) return "contrast";
    return queries.dark.matches ? "dark" : "light";
  }

  get canDraw() { return this.webgl && !this.contextLost && !queries.forced.matches; }

  get view() {
    return this.canDraw && !this.beyondCanvas && this.settings.view !== "plain" ? "canvas" : "plain";
  }

  // The browser's own text size times the person's choice.
  get textScale() {
    return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  }

  /** Writes language, theme, text size and spacing on <html>. */
  show() {
    const html = document.documentElement;
    if (html.lang !== this.language) html.lang = this.language;
    if (html.dataset.theme !== this.theme) html.dataset.theme = this.theme;
    if ((html.dataset.spacing ?? "usual") !== this.settings.spacing) html.dataset.spacing = this.settings.spacing;
    if ((html.dataset.face ?? "usual") !== this.settings.face) html.dataset.face = this.settings.face;
    if (html.dataset.leave !== this.settings.leave) html.dataset.leave = this.settings.leave; // for leave.js
    html.style.fontSize = this.settings.text === "100" ? "" : `${this.settings.text}%`;
    const size = `${fieldTextSize(18 * this.textScale, this.fontFactor)}px`;
    if (html.style.getPropertyValue("--field-text") !== size) html.style.setProperty("--field-text", size);
  }

  lines() {
    const { settings } = this;
    return [
      `lang=${this.language}`, `theme=${this.theme}`, `text_scale=${this.textScale}`, `spacing=${this.spacing.words()}`, `view=${this.view}`,
      `online=${navigator.onLine ? 1 : 0}`, `origin=${location.origin}`,
      `device=${deviceName()}`, `reduced_motion=${queries.still.matches ? 1 : 0}`, `webgl=${this.webgl ? 1 : 0}`,
      ...Object.entries(settings).map(([key, value]) => `setting.${key}=${value}`),
    ].join("\n");
  }
}
