/**
 * The network, for as long as one waits for it, and what there is instead. Used by the service worker's
 * modules.
 */

const patience = 3000; // ms

// From what stands before the council's server, which itself is not there.
const isGone = ({ status }) => status === 502 || status === 503 || status === 504;

/**
 * The network's answer; the spare one when the network fails or takes too long. Without a spare one,
 * whatever the network says, however late.
 * @param {Promise<Response>} network @param {() => Promise<Response | undefined>} spare
 */
export async function networkFirst(network, spare) {
  let timer;
  const late = new Promise((resolve) => { timer = setTimeout(resolve, patience, null); });
  try {
    const first = await Promise.race([network, late]);
    if (first && !isGone(first)) return first;
  } catch {
    // Offline.
  } finally {
    clearTimeout(timer);
  }
  return (await spare()) ?? network;
}
