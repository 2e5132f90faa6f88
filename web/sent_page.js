/**
 * Sends somebody the address of a page: by the share sheet of a phone or tablet, else as words that can be pasted. Only
 * the address and the title go, to whomever the person chooses. Loaded when it is first asked for (network.js).
 */
import { share } from "./share_sheet.js";

const [copied, shared] = [0, 1];

/**
 * @param {string} href of one of our pages
 * @returns {Promise<{status: number, bytes: Uint8Array}>} 409: the sheet was closed · 403: nothing may be copied
 */
export async function sendPage(href, title) {
  const url = new URL(href, location.origin).href;
  const how = await share({ title, url });
  if (how === "shared") return { status: 200, bytes: Uint8Array.of(shared) };
  if (how === "closed") return { status: 409, bytes: new Uint8Array() };
  try {
    await navigator.clipboard.writeText(url);
    return { status: 200, bytes: Uint8Array.of(copied) };
  } catch {
    return { status: 403, bytes: new Uint8Array() };
  }
}
