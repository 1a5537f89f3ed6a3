import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * How a law was broken. `error` it threw · `slow` more processor time than one input may take · `grows` four times the input
 * takes more than ten times as long · `memory` one input holds too much · `hang` it did not come back.
 */
export type FindingKind = 'error' | 'slow' | 'grows' | 'memory' | 'hang';

export interface Finding {
  readonly kind: FindingKind;
  /** The same for the same fault, whatever the input: message and place. */
  readonly key: string;
  readonly detail: string;
  readonly input: Uint8Array;
}

/** A finding of an error: its message without numbers and quoted words, and the first place in our code. */
export function errorFinding(error: unknown, input: Uint8Array): Finding {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const place = /\/(?:packages|services)\/[^\s)]+:\d+/.exec(stack)?.[0] ?? '';
  const plain = message.replaceAll(/"[^"]*"/g, '"…"').replaceAll(/\d+/g, '#');
  return { kind: 'error', key: `${name}: ${plain} ${place}`.trim(), detail: stack, input };
}

/** Writes a finding to a folder, as the bytes to run again and what was seen; returns the path of the bytes. */
export function keepFinding(folder: string, { kind, key, detail, input }: Finding): string {
  const digest = createHash('sha256').update(input).digest('hex').slice(0, 12);
  const file = path.join(folder, `${kind}-${digest}.bin`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, input);
  writeFileSync(`${file}.txt`, `${key}\n\n${detail}\n`);
  return file;
}
