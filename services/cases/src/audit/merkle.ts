import { createHash } from 'node:crypto';

/**
 * The root of the Merkle tree over these lines. Spec: RFC 6962 §2.1 (leaves are hashed behind a byte 0, inner nodes
 * behind a byte 1; the left part is the largest power of two below the whole). 64 hex digits.
 */
export function merkleRoot(lines: Iterable<string>): string {
  const tree = new MerkleTree();
  for (const line of lines) tree.add(line);
  return tree.root();
}

/** Grows by one leaf at a time and keeps one hash for each power of two: a million lines take twenty hashes. */
export class MerkleTree {
  /** Roots of complete subtrees, the largest first. */
  readonly #peaks: { readonly leaves: number; readonly hash: Buffer }[] = [];

  add(line: string): void {
    let peak = { leaves: 1, hash: sha256(LEAF, Buffer.from(line)) };
    for (;;) {
      const left = this.#peaks.at(-1);
      if (left?.leaves !== peak.leaves) break;
      this.#peaks.pop();
      peak = { leaves: left.leaves * 2, hash: sha256(NODE, left.hash, peak.hash) };
    }
    this.#peaks.push(peak);
  }

  root(): string {
    const right = this.#peaks.at(-1);
    if (right === undefined) return sha256().toString('hex');
    let hash = right.hash;
    for (const left of this.#peaks.slice(0, -1).reverse()) hash = sha256(NODE, left.hash, hash);
    return hash.toString('hex');
  }
}

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
