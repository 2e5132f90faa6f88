/**
 * Makes a photo small and draws it anew, the right way up: what the camera wrote into the file (the place,
 * the time) does not come along. A PDF is passed on as it is. Loaded when the first one is chosen
 * (network.js).
 */

const mostBefore = 40 * 1024 * 1024; // bytes
const mostAfter = 5 * 1024 * 1024; // as the council takes
const longestSide = 2000; // pixels: every line of a receipt can be read
const qualities = [0.8, 0.6, 0.4];

/** `code` is "not_a_photo" or "too_large". */
export class PhotoError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

async function isPdf(file) {
  const head = new Uint8Array(await file.slice(0, 5).arrayBuffer());
  return new TextDecoder("latin1").decode(head) === "%PDF-";
}

async function decode(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    throw new PhotoError("not_a_photo");
  }
}

function drawn(bitmap) {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d");
  if (!context) throw new PhotoError("not_a_photo");
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#FFFFFF"; // behind what can be seen through
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const encode = (canvas, quality) => new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", quality); });

async function small(canvas) {
  for (const quality of qualities) {
    const blob = await encode(canvas, quality);
    if (!blob) throw new PhotoError("not_a_photo");
    if (blob.size <= mostAfter) return new Uint8Array(await blob.arrayBuffer());
  }
  throw new PhotoError("too_large");
}

/** @param {File | undefined} file @returns {Promise<Uint8Array>} a JPEG, or the PDF */
export async function smallFile(file) {
  if (!file || file.size === 0) throw new PhotoError("not_a_photo");
  if (await isPdf(file)) {
    if (file.size > mostAfter) throw new PhotoError("too_large");
    return new Uint8Array(await file.arrayBuffer());
  }
  if (file.size > mostBefore) throw new PhotoError("too_large");
  const bitmap = await decode(file);
  try {
    return await small(drawn(bitmap));
  } finally {
    bitmap.close();
  }
}
