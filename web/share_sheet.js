/**
 * The share sheet of a device that is touched; elsewhere a person is better served by a file among their downloads or an
 * address to paste. Used by saved_file.js and sent_page.js, each of which is loaded when it is first asked for.
 */
const byTouch = () => globalThis.matchMedia?.("(pointer: coarse)").matches === true;

/** @param {ShareData} what @returns {Promise<"shared" | "closed" | "unable">} */
export async function share(what) {
  if (!byTouch() || navigator.canShare?.(what) !== true) return "unable";
  try {
    await navigator.share(what);
    return "shared";
  } catch (error) {
    return error?.name === "AbortError" ? "closed" : "unable";
  }
}
