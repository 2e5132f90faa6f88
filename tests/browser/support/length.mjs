/**
 * Whether this run is `./alongside test long`. Called by the browser tests and what they share.
 */
export const isLong = process.env.ALONGSIDE_LENGTH === 'long';
