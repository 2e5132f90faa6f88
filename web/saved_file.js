/**
 * Gives a person a file to keep where they like: by the share sheet of a phone or tablet where that takes files, else
 * among the browser's downloads. Nothing of it stays here. Loaded when it is first asked for (network.js).
 */

import { share } from "./share_sheet.js";

const type = "text/html";
const keptFor = 60_000; // ms: some browsers read the address after the click is over
const [downloads, shared] = [0, 1];

function download(file) {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}

/**
 * @param {string} name @param {Uint8Array} content
 * @returns {Promise<{status: number, bytes: Uint8Array}>} 409: the person closed the share sheet
 */
export async function saveFile(name, content) {
  const file = new File([content], name, { type });
  const how = await share({ files: [file] });
  if (how === "closed") return { status: 409, bytes: new Uint8Array() };
  if (how === "unable") download(file);
  return { status: 200, bytes: Uint8Array.of(how === "shared" ? shared : downloads) };
}
