/**
 * Photos as a phone makes them: a real JPEG, drawn in the page, into which the place, the time and the
 * way the phone was held are written as a camera does. Called by the tests of attachments.
 */
export const secretPlace = 'GPS 52.9410,-0.2826';

// EXIF: little-endian TIFF with one entry, the orientation, and the place behind it.
function exif(orientation) {
  const tiff = Buffer.alloc(26);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secretPlace, 'latin1')]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** @returns {Promise<Buffer>} `width` by `height` as the chip saw it; 6: the phone was held upright */
export async function photo(page, { width = 2600, height = 1300, orientation = 6 } = {}) {
  const numbers = await page.evaluate(async ([w, h]) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [w, h];
    const context = canvas.getContext('2d');
    for (let i = 0; i < 200; i++) {
      context.fillStyle = `hsl(${(i * 37) % 360} 70% 60%)`;
      context.fillRect((i * 173) % w, (i * 97) % h, 300, 40);
    }
    const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.9); });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [width, height]);
  const plain = Buffer.from(numbers);
  return Buffer.concat([plain.subarray(0, 2), exif(orientation), plain.subarray(2)]);
}

/** What the one frame of a JPEG says. */
export function sizeOf(jpeg) {
  for (let at = 2; at + 9 < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1];
    if (marker >= 0xc0 && marker <= 0xc2) return { width: jpeg.readUInt16BE(at + 7), height: jpeg.readUInt16BE(at + 5) };
  }
  return null;
}
