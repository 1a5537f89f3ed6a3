/** What checking an export of the audit log found. */
export type AuditVerdict =
  | { readonly ok: true; readonly entries: number; readonly checkpoints: number; readonly head: string }
  | { readonly ok: false; readonly why: AuditFault; readonly entry: number; readonly line: number };

/**
 * `not-an-export` · `hash` an entry is not what was written · `number` its number is not the next · `checkpoint` a Merkle
 * root does not fit · `witness` the entry that a note printed is another one · `cut-off` the log ends before it.
 */
export type AuditFault = 'not-an-export' | 'hash' | 'number' | 'checkpoint' | 'witness' | 'cut-off';

/** A head that somebody outside has seen: its number, and the beginning of its hash. */
export interface Witness {
  readonly seq: number;
  readonly hash: string;
}

/** Reads `18231/9f3c…`, as notes print it; undefined = it is none. */
export function readWitness(text: string): Witness | undefined {
  const [, seq, hash] = /^\s*(\d{1,15})\/([0-9a-f]{8,64})\s*$/.exec(text) ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
}

/**
 * Checks an exported log in this page, believing nothing but SHA-256: chain, numbers, Merkle roots (RFC 6962), and that the
 * witnessed head is in it. The same as `verify-audit.mjs`, which needs no browser.
 */
export async function checkExport(
  text: string,
  witness?: Witness,
  onProgress?: (fraction: number) => void,
): Promise<AuditVerdict> {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines[0] !== 'harrier-audit 1') return { ok: false, why: 'not-an-export', entry: 0, line: 1 };
  const tree = new MerkleTree();
  let seq = 0;
  let head = '0'.repeat(64);
  let checkpoints = 0;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as string;
    const fault = (why: AuditFault): AuditVerdict => ({ ok: false, why, entry: seq, line: at + 1 });
    if (at % PROGRESS_LINES === 0) onProgress?.(at / lines.length);
    if (line.startsWith('checkpoint ')) {
      const [, number, root, headThen] = line.split(' ');
      if (Number(number) !== seq || headThen !== head || root !== hex(await tree.root()))
        return fault('checkpoint');
      checkpoints++;
      continue;
    }
    seq++;
    const event = line.slice(65);
    const hash = hex(await sha256(encoder.encode(`${head} ${event}`)));
    if (line[64] !== ' ' || line.slice(0, 64) !== hash) return fault('hash');
    if (numberIn(event) !== seq) return fault('number');
    head = hash;
    if (witness?.seq === seq && !hash.startsWith(witness.hash)) return fault('witness');
    await tree.add(encoder.encode(event));
  }
  if (witness !== undefined && witness.seq > seq)
    return { ok: false, why: 'cut-off', entry: seq + 1, line: lines.length + 1 };
  return { ok: true, entries: seq, checkpoints, head: `${seq}/${head}` };
}

/** Often enough to be seen to move. */
const PROGRESS_LINES = 500;
const encoder = new TextEncoder();
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

function numberIn(event: string): number {
  try {
    return Number((JSON.parse(event) as { seq?: unknown }).seq);
  } catch {
    return Number.NaN;
  }
}

/** Roots of complete subtrees, the largest first. Spec: RFC 6962 §2.1. */
class MerkleTree {
  readonly #peaks: { readonly leaves: number; readonly hash: Uint8Array }[] = [];

  async add(leaf: Uint8Array): Promise<void> {
    let peak = { leaves: 1, hash: await sha256(LEAF, leaf) };
    for (let left = this.#peaks.at(-1); left?.leaves === peak.leaves; left = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = { leaves: left.leaves * 2, hash: await sha256(NODE, left.hash, peak.hash) };
    }
    this.#peaks.push(peak);
  }

  async root(): Promise<Uint8Array> {
    const last = this.#peaks.at(-1);
    if (last === undefined) return await sha256();
    let { hash } = last;
    for (const left of this.#peaks.slice(0, -1).reverse()) hash = await sha256(NODE, left.hash, hash);
    return hash;
  }
}

async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
