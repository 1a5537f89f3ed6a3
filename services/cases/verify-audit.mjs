#!/usr/bin/env node
/**
 * Checks an exported audit log with nothing but Node:
 *
 *   node verify-audit.mjs <export> [<number>/<hash as a note printed it>]…
 *
 * Says the head and ends with 0, or names the first entry that is not what was written and ends with 1. A head from a
 * case's note is a witness: the log must have that entry with a hash that begins so. Without a witness nobody can tell
 * whether the end was cut off.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const [file, ...witnessTexts] = process.argv.slice(2);
if (file === undefined) end(2, 'usage: node verify-audit.mjs <export> [<number>/<hash>]…');
const witnesses = new Map();
for (const text of witnessTexts) {
  const [, seq, hash] = /^(\d+)\/([0-9a-f]{8,64})$/.exec(text) ?? end(2, `not a head: ${text}`);
  witnesses.set(Number(seq), [...(witnesses.get(Number(seq)) ?? []), hash]);
}

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Roots of complete subtrees, the largest first (RFC 6962 §2.1). */
const peaks = [];
const root = () => {
  let right = peaks.at(-1)?.hash ?? sha256();
  for (const left of peaks.slice(0, -1).reverse()) right = sha256(Buffer.of(1), left.hash, right);
  return right.toString('hex');
};

let seq = 0;
let head = '0'.repeat(64);
let number = 0;
let checkpoints = 0;
for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
  number++;
  if (number === 1) {
    if (text !== 'harrier-audit 1') end(1, 'this is no audit export of version 1');
    continue;
  }
  if (text.startsWith('checkpoint ')) {
    const [, at, wantedRoot, wantedHead] = text.split(' ');
    if (Number(at) !== seq || wantedHead !== head || wantedRoot !== root())
      end(1, `line ${number}: the checkpoint does not fit entry ${seq}`);
    checkpoints++;
    continue;
  }
  const hash = text.slice(0, 64);
  const line = text.slice(65);
  seq++;
  if (text[64] !== ' ' || sha256(`${head} ${line}`).toString('hex') !== hash)
    end(1, `entry ${seq} (line ${number}) is not what was written: its hash does not follow`);
  let event;
  try {
    event = JSON.parse(line);
  } catch {
    end(1, `entry ${seq} (line ${number}) is not JSON`);
  }
  if (event.seq !== seq) end(1, `entry ${seq} (line ${number}) has the number ${event.seq}`);
  head = hash;
  let peak = { leaves: 1, hash: sha256(Buffer.of(0), line) };
  while (peaks.at(-1)?.leaves === peak.leaves) {
    const left = peaks.pop();
    peak = { leaves: left.leaves * 2, hash: sha256(Buffer.of(1), left.hash, peak.hash) };
  }
  peaks.push(peak);
  for (const witness of witnesses.get(seq) ?? [])
    if (!head.startsWith(witness)) end(1, `entry ${seq} is not the one that was witnessed (${witness})`);
  witnesses.delete(seq);
}
if (number === 0) end(1, 'the export is empty');
if (witnesses.size > 0)
  end(1, `cut off: entry ${Math.max(...witnesses.keys())} was witnessed, the log ends at ${seq}`);
end(0, `good: ${seq} entries, ${checkpoints} checkpoints, head ${seq}/${head}`);

function end(code, text) {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
}
