/** The Porter stemmer that Orama brings: for the synonyms, and for MiniSearch, which has none of its own. */
export { stemmer as stem } from '../../node_modules/@orama/orama/dist/esm/components/tokenizer/english-stemmer.js';
