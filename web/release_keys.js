/**
 * Whose releases these scripts take: public keys with their days. The build puts them in
 * (app/tools/bundle.mjs), so that they come with the scripts and not with what they judge. Used by signed_catalog.js.
 */
/* global ALONGSIDE_RELEASE_KEYS */

/** @type {{id: string, public: string, from: string, until: string, retired?: string}[]} */
export const releaseKeys = ALONGSIDE_RELEASE_KEYS;
