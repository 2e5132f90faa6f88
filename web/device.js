/**
 * Plain words for where somebody is: "Chrome on Android", as the list of places where they are signed
 * in shows it. Only what tells a person's own devices apart. Used by environment.js.
 */
import { filled } from "./page_words.js";

// The first that fits; some browsers name others too.
const browsers = [
  [/Edg/, "Edge"], [/OPR|Opera/, "Opera"], [/SamsungBrowser/, "Samsung Internet"], [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS|Chromium/, "Chrome"], [/Safari/, "Safari"],
];
const systems = [
  [/Android/, "Android"], [/iPhone/, "iPhone"], [/iPad/, "iPad"], [/CrOS|Chrome OS/, "ChromeOS"], [/Windows/, "Windows"],
  [/Mac OS|macOS/, "Mac"], [/Linux/, "Linux"],
];

const firstOf = (table, text) => table.find(([pattern]) => pattern.test(text))?.[1];

export function deviceName({ userAgent, userAgentData } = navigator) {
  const brands = (userAgentData?.brands ?? []).map(({ brand }) => brand).join(" ");
  const browser = firstOf(browsers, brands) ?? firstOf(browsers, userAgent);
  const system = firstOf(systems, userAgentData?.platform ?? "") ?? firstOf(systems, userAgent);
  if (!browser && !system) return filled("someDevice");
  return filled("browserOnDevice", { browser: browser ?? "…", device: system ?? "…" });
}
