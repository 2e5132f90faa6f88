/**
 * The pictures that a page paints: symbols for choices. Fetched the first time one is wanted, and kept by the service
 * worker, so that they are here without a network too. library_alongside.js hands them to the graphics card.
 */
const side = 256; // pixels: sharp at the largest size a picture has, on a phone's screen
const againAfter = 5000; // ms, when one did not come

async function draw(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const scale = side / Math.max(image.naturalWidth || side, image.naturalHeight || side);
  const [width, height] = [(image.naturalWidth || side) * scale, (image.naturalHeight || side) * scale];
  canvas.getContext("2d").drawImage(image, (side - width) / 2, (side - height) / 2, width, height);
  return canvas;
}

export class Pictures {
  /** @param {() => void} came draws another frame */
  constructor(came) {
    this.came = came;
    this.kept = new Map();
  }

  /** @returns {{image: ?HTMLCanvasElement, texture: number}} without an image until it has come */
  get(address) {
    const kept = this.kept.get(address);
    if (kept) return kept;
    const picture = { image: null, texture: 0 };
    this.kept.set(address, picture);
    draw(address).then((image) => {
      picture.image = image;
      this.came();
    }, () => setTimeout(() => {
      this.kept.delete(address);
      this.came();
    }, againAfter));
    return picture;
  }

  /** The graphics context has gone, and its textures with it. */
  contextLost() {
    for (const picture of this.kept.values()) picture.texture = 0;
  }
}
