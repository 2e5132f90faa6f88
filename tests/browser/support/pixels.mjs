/**
 * Looks at screenshots: how many pixels of a part differ between two, how many have a colour. A page without ours reads
 * the pictures. Called by the tests of what is painted.
 */

/** @param {object} page any page @param {Buffer} one @param {Buffer} other PNGs of one size @param {{x, y, width, height}} part device pixels */
export async function changedPixels(page, one, other, part) {
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(async ([first, second, { x, y, width, height }]) => {
      const read = async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        context.drawImage(await createImageBitmap(new Blob([bytes], { type: 'image/png' })), -x, -y);
        return context.getImageData(0, 0, width, height).data;
      };
      const [a, b] = [await read(first), await read(second)];
      let changed = 0;
      for (let i = 0; i < a.length; i += 4) {
        if (Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) + Math.abs(a[i + 2] - b[i + 2]) > 60) changed++;
      }
      return changed;
    }, [one.toString('base64'), other.toString('base64'), part]);
  } finally {
    await blank.close();
  }
}

/** What share of a part of the page has a colour between two, as [red, green, blue]. @param {{x, y, width, height}} part CSS pixels of the window */
export async function shareOfPixels(page, part, colours) {
  const picture = await page.screenshot({ clip: part, scale: 'css' });
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(async ([base64, { least, most }]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const fits = (at) => least.every((value, i) => data[at + i] >= value && data[at + i] <= most[i]);
      let count = 0;
      for (let i = 0; i < data.length; i += 4) if (fits(i)) count++;
      return count / (data.length / 4);
    }, [picture.toString('base64'), colours]);
  } finally {
    await blank.close();
  }
}
