/**
 * Where this device is, for the application alone. The browser asks the person; called by network.js when they
 * pressed the button that says why.
 */
const patience = 20000; // ms, from when the person has said yes
const refused = 1; // GeolocationPositionError.PERMISSION_DENIED

const failure = (code) => Object.assign(new Error(code), { code });

/** @returns {Promise<Uint8Array>} latitude and longitude × 1e7 and metres of doubt, each an int32 */
export function devicePlace() {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) {
      reject(failure("place_unknown"));
      return;
    }
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const view = new DataView(new ArrayBuffer(12));
      const doubt = Math.min(Math.ceil(coords.accuracy), 1e6);
      [coords.latitude * 1e7, coords.longitude * 1e7, doubt].forEach((number, i) => view.setInt32(4 * i, Math.round(number), true));
      resolve(new Uint8Array(view.buffer));
    }, ({ code }) => reject(failure(code === refused ? "place_refused" : "place_unknown")),
    // A fix of the last minute is as good as a new one; street by street, not step by step.
    { enableHighAccuracy: false, maximumAge: 60000, timeout: patience });
  });
}
