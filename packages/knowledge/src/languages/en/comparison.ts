import type { ComparisonWords } from '../../comparison/comparison-words.ts';

export const comparison: ComparisonWords = {
  differs: (what, place, a, b) => `${what}: ${a.value} in ${a.file}, ${b.value} in ${b.file} (${place}).`,
  onlyIn: (what, place, there, missingIn) =>
    `${what}: ${there.value} in ${there.file}, not there in ${missingIn} (${place}).`,
  requestOnlyIn: (place, count, there, missingIn) =>
    `${place} was requested in ${there}${count === 1 ? '' : `, ${count} times`}, and never in ${missingIn}.`,
  failedOnlyIn: (place, how, there, missingIn) =>
    `${place} failed in ${there} (${how}), and was never requested in ${missingIn}.`,
  counts: (place, a, fileA, b, fileB) =>
    `${place} was requested ${a === 1 ? 'once' : `${a} times`} in ${fileA}, ${b === 1 ? 'once' : `${b} times`} in ${fileB}.`,
  slower: (place, phase, slow, fast) =>
    `${place} took ${slow.value} in ${slow.file}, ${fast.value} in ${fast.file}${phase === undefined ? '' : `; most of it went into: ${phase}`}.`,
  status: 'Status',
  noAnswer: 'no answer',
  member: (pointer, message) => `${pointer} of the ${message}`,
  header: (name, message) => `${message === 'request' ? 'Request' : 'Response'} header ${name}`,
  same: (paired) =>
    `No difference that matters in ${paired === 1 ? 'the one request' : `the ${paired} requests`} that both captures hold.`,
  nothingPaired: 'The captures have no request in common, so there is nothing to compare.',
};
