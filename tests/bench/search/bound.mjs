/**
 * How few bytes any index of a corpus can have that loses nothing and does not lean on the texts: for each
 * word which services have it, and how often, as unevenly as they really come. The words themselves come on
 * top. Printed by ../search.mjs beside the size of ours.
 */
const logarithms = [0];
function logFactorial(n) {
  for (let i = logarithms.length; i <= n; i++) logarithms.push(logarithms[i - 1] + Math.log2(i));
  return logarithms[n];
}

/** Bits to tell which of `things` are members, when their number is known. */
const subsetBits = (members, things) => logFactorial(things) - logFactorial(members) - logFactorial(things - members);

const add = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);

export function fewestBytes({ services }) {
  const servicesWith = new Map();
  const timesOf = new Map();
  for (const { text } of services) {
    const times = new Map();
    for (const word of text.split(' ')) add(times, word);
    for (const [word, count] of times) {
      add(servicesWith, word);
      if (!timesOf.has(word)) timesOf.set(word, new Map());
      add(timesOf.get(word), count);
    }
  }
  let bits = 0;
  for (const [word, members] of servicesWith) {
    bits += subsetBits(members, services.length) + logFactorial(members);
    for (const count of timesOf.get(word).values()) bits -= logFactorial(count);
  }
  return Math.ceil(bits / 8);
}
