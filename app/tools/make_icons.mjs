/**
 * The pictures of the application on a home screen, made of web/favicon.svg: phones take no SVG, or cut a mask of their own
 * out of a picture that goes to its edges. Used by make_www.mjs.
 */
import { createRequire } from 'node:module';

const ground = /<rect [^>]*\/>/; // the rounded square behind the people
const ours = '#0B5D66';

// A mask may take a fifth of each side (https://www.w3.org/TR/appmanifest/#icon-masks); Apple's takes the corners.
function whole(svg, share) {
  const edge = 32 - 32 * share;
  return svg.replace(ground, `<rect width="64" height="64" fill="${ours}"/><g transform="translate(${edge} ${edge}) scale(${share})">`)
    .replace('</svg>', '</g></svg>');
}

/** @param {string} svg @param {string} resvg the module's folder @returns {Map<string, Buffer>} by file name */
export function iconsOf(svg, resvg) {
  if (!ground.test(svg)) throw new Error('favicon.svg has no ground');
  const { Resvg } = createRequire(import.meta.url)(resvg);
  const png = (source, width) => new Resvg(source, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render().asPng();
  return new Map([
    ['icon-192.png', png(svg, 192)], ['icon-512.png', png(svg, 512)],
    ['icon-whole-512.png', png(whole(svg, 0.72), 512)], ['icon-180.png', png(whole(svg, 0.86), 180)],
  ]);
}
