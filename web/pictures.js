/**
 * The pictures that a page paints: symbols for choices, kept by the service worker too, and the squares of a map.
 * Fetched the first time one is wanted; what nobody has looked at for longest goes. library_alongside.js hands them to
 * the graphics card, and takes back those that are gone.
 */
const side = 256; // pixels: sharp at the largest size a picture has, on a phone's screen
const mostKept = 160; // 40 MB on the graphics card
const againAfter = 5000; // ms, when one did not come; then twice as long each time, up to 32 times
const mostDoublings = 5;

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
    this.kept = new Map(); // what was looked at last stands last
    this.gone = [];
  }

  /** @returns {{image: ?HTMLCanvasElement, texture: number}} without an image until it has come */
  get(address) {
    const picture = this.kept.get(address) ?? { image: null, texture: 0, tries: 0, waits: false };
    this.kept.delete(address);
    this.kept.set(address, picture);
    if (!picture.image && !picture.waits) this.fetch(address, picture);
    return picture;
  }

  fetch(address, picture) {
    picture.waits = true;
    draw(address).then((image) => {
      picture.image = image;
      this.makeRoom();
      this.came();
    }, () => {
      setTimeout(() => {
        picture.waits = false;
        this.came();
      }, againAfter * 2 ** Math.min(picture.tries++, mostDoublings));
    });
  }

  makeRoom() {
    for (const [address, { texture }] of this.kept) {
      if (this.kept.size <= mostKept) return;
      if (texture) this.gone.push(texture);
      this.kept.delete(address);
    }
  }

  /** The textures of pictures that are kept no longer, told once. */
  takeGone() {
    return this.gone.splice(0);
  }

  /** The graphics context has gone, and its textures with it. */
  contextLost() {
    for (const picture of this.kept.values()) picture.texture = 0;
    this.gone = [];
  }
}
