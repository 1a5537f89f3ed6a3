import { type ByteSource, type Capture, memorySpool, type SpoolFactory } from '@harrier/har';
import { LearnedSecrets } from '../learned/learned-secrets.ts';
import { type CompiledPolicy, compilePolicy } from '../policy/compile-policy.ts';
import { AllMarks } from './all-marks.ts';
import { entryFinder } from './entry-finder.ts';
import { Crew } from './hands/crew.ts';
import type { MadeRedaction } from './hands/hand.ts';
import type { HandThreads } from './hands/hand-port.ts';
import { MARKER_KEY, markerText } from './marker.ts';
import type { Redaction } from './redaction.ts';
import { SanitizeError } from './sanitize-error.ts';
import { StretchStarts } from './stretch-starts.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import { throughStretches, type WalkOptions } from './through-stretches.ts';
import { verifyOutput } from './verify-output.ts';

export type { Redaction } from './redaction.ts';

export type SanitizeStage = 'learn' | 'write' | 'verify';

export interface SanitizeOptions {
  /** 32 bytes and more. The same key gives the same pseudonyms; without it a fresh one is used and forgotten. */
  readonly key?: Uint8Array;
  /** Default: the preset `default`. */
  readonly policy?: CompiledPolicy;
  readonly signal?: AbortSignal;
  /** Threads to spread the work over: worth their start from some ten megabytes on. Default: the caller's does it all. */
  readonly threads?: HandThreads;
  /** How much is worked on at once. */
  readonly stretchBytes?: number;
  /** Where the output goes until it is checked; memory by default. */
  readonly spool?: SpoolFactory;
  readonly onProgress?: (stage: SanitizeStage, fraction: number) => void;
  /** Each redaction in the order of the file. `value` is for an inventory or a sealed map, and must not be kept in clear. */
  readonly onRedaction?: (redaction: Redaction, value: string) => void;
  /** A Set-Cookie field and the entry it came in, for the inventory. Told before any redaction. */
  readonly onSetCookie?: (field: string, entry: number | undefined) => void;
}

export interface Sanitized {
  /** The clean HAR, verified. The caller closes it. */
  readonly output: ByteSource;
  readonly redactions: number;
  /** Different values. */
  readonly secrets: number;
  /** Values that were removed where they stood and not looked for elsewhere, by reason. */
  readonly unswept: LearnedSecrets['unswept'];
  /** Bodies that could not be read and were taken out whole. */
  readonly droppedBodies: readonly string[];
}

/** Notes that say the bytes are not all there, or not all JSON. */
const DAMAGE = new Set([
  'json/damaged',
  'file/truncated',
  'file/compressed-cut',
  'file/compressed-damaged',
  'file/utf-16-cut',
  'file/base64-ends-early',
  'file/concatenated',
  'file/trailing-data',
]);

/**
 * Takes every credential out of a capture. Reads it twice (to learn what is secret, then to replace it everywhere),
 * keeps every byte that is not part of a credential, reads the result again with the same rules and an independent
 * check, and only then gives it out. Memory does not grow with the file. Threads make it faster and change nothing else.
 * Errors: `sanitize/damaged-input`, `sanitize/survivor`, `sanitize/worker-ended`, and those of reading.
 */
export async function sanitizeCapture(capture: Capture, options: SanitizeOptions = {}): Promise<Sanitized> {
  refuseDamage(capture);
  const run = new Run(capture, options);
  return await run.run();
}

/** Whether bytes of the file are missing or no JSON: what cannot be parsed may be a credential as well. */
export function isDamaged(capture: Capture): boolean {
  return damageOf(capture) !== undefined;
}

function damageOf({ notes }: Capture) {
  return notes.find(({ code }) => DAMAGE.has(code));
}

function refuseDamage(capture: Capture): void {
  const damage = damageOf(capture);
  if (damage === undefined) return;
  const at = damage.byteOffset === undefined ? '' : ` at byte ${damage.byteOffset}`;
  throw new SanitizeError(
    'sanitize/damaged-input',
    `The capture is damaged${at} (${damage.code}: ${damage.found}), and what cannot be parsed cannot be made clean.`,
    'Write the entries that are whole to a new file with "harrier convert", and sanitize that one.',
    [damage.path],
  );
}

/** What a capture still holds: nothing where it is clean. Redactions are told, and nothing is written. */
export async function checkCapture(
  capture: Capture,
  options: SanitizeOptions = {},
): Promise<readonly Redaction[]> {
  refuseDamage(capture);
  const found: Redaction[] = [];
  const run = new Run(capture, {
    ...options,
    onRedaction: (redaction, value) => {
      if (found.length < MAX_FOUND) found.push(redaction);
      options.onRedaction?.(redaction, value);
    },
  });
  await run.check();
  return found;
}

/** A check that found so many places has said enough. */
const MAX_FOUND = 100_000;

class Run {
  readonly #capture: Capture;
  readonly #options: SanitizeOptions;
  readonly #crew: Crew;
  readonly #learned = new LearnedSecrets();
  readonly #stretches: readonly Stretch[];
  readonly #starts = new StretchStarts();
  readonly #marks = new AllMarks();
  /** The stretch in which `log` begins. */
  #logStretch: number | undefined;
  readonly #seen = new Set<string>();
  readonly #dropped: string[] = [];
  readonly #entryOf: (offset: number) => number | undefined;
  #redactions = 0;

  constructor(capture: Capture, options: SanitizeOptions) {
    this.#capture = capture;
    this.#options = options;
    const key = options.key ?? crypto.getRandomValues(new Uint8Array(32));
    const policy = options.policy ?? compilePolicy();
    this.#stretches = stretchesOf(capture, options.stretchBytes);
    this.#crew = new Crew({ key, policy: policy.source }, options.threads);
    this.#entryOf = entryFinder(capture);
  }

  async run(): Promise<Sanitized> {
    try {
      await this.#learn();
      const output = await this.#writeToSpool();
      try {
        const before = { capture: this.#capture, stretches: this.#stretches, marks: this.#marks };
        await verifyOutput(output, before, this.#crew, this.#walkOptions('verify'));
      } catch (error) {
        await output.close?.();
        throw error;
      }
      return {
        output,
        redactions: this.#redactions,
        secrets: this.#seen.size,
        unswept: this.#learned.unswept,
        droppedBodies: this.#dropped,
      };
    } finally {
      await this.#crew.close();
    }
  }

  async check(): Promise<void> {
    try {
      await this.#learn();
      await this.#write(async () => {});
    } finally {
      await this.#crew.close();
    }
  }

  #walkOptions(stage: SanitizeStage): WalkOptions {
    const { signal, onProgress } = this.#options;
    return {
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress: (read, total) => onProgress(stage, read / total) }),
    };
  }

  async #learn(): Promise<void> {
    const { onSetCookie } = this.#options;
    const stretches = throughStretches(
      this.#capture,
      this.#stretches,
      this.#starts,
      this.#crew,
      (hand, job) => hand.learn(job),
      this.#walkOptions('learn'),
    );
    for await (const { lessons, setCookies, marks, opensLog } of stretches) {
      for (const { value, kind, certainty } of lessons) this.#learned.learn(value, kind, certainty);
      for (const { offset, field } of setCookies) onSetCookie?.(field, this.#entryOf(offset));
      if (opensLog) this.#logStretch ??= this.#marks.count;
      this.#marks.add(marks);
    }
    this.#crew.know([...this.#learned.kinds()]);
  }

  async #writeToSpool(): Promise<ByteSource> {
    const spool = (this.#options.spool ?? memorySpool)(this.#capture.source.sizeBytes);
    try {
      await this.#write((bytes) => spool.write(bytes));
      return await spool.finish();
    } catch (error) {
      await spool.discard();
      throw error;
    }
  }

  async #write(write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    const isMarked = await hasOwnMarker(this.#capture);
    const stretches = throughStretches(
      this.#capture,
      this.#stretches,
      this.#starts,
      this.#crew,
      (hand, job, stretch) =>
        hand.write({
          ...job,
          marks: this.#marks.of(stretch),
          takesMarker: !isMarked && stretch === this.#logStretch,
          renamesMarkers: !isMarked,
        }),
      this.#walkOptions('write'),
    );
    for await (const { bytes, redactions, dropped } of stretches) {
      for (const redaction of redactions) this.#tell(redaction);
      for (const pointer of dropped) this.#dropped.push(pointer);
      await write(bytes);
    }
  }

  #tell({ redaction, offset, value, replacement }: MadeRedaction): void {
    this.#redactions++;
    this.#seen.add(replacement);
    const entry = this.#entryOf(offset);
    this.#options.onRedaction?.(entry === undefined ? redaction : { ...redaction, entry }, value);
  }
}

/** Whether the capture says already what would be written. */
async function hasOwnMarker(capture: Capture): Promise<boolean> {
  const { log } = await capture.openRawLog();
  return (
    JSON.stringify({ [MARKER_KEY]: log[MARKER_KEY] }) === JSON.stringify(JSON.parse(`{${markerText()}}`))
  );
}
