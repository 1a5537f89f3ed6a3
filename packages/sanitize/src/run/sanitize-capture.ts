import { type ByteSource, type Capture, memorySpool, type SpoolFactory } from '@harrier/har';
import { ContentRewriter, type ContentRules, type MetSecret } from '../content/content-rewriter.ts';
import { rewriteSamlMessage } from '../content/saml.ts';
import { type CredentialKind, credentialKinds } from '../credential-kind.ts';
import { ClearedBodies } from '../har/cleared-bodies.ts';
import { HarRewriter } from '../har/har-rewriter.ts';
import { LearnedSecrets } from '../learned/learned-secrets.ts';
import { type CompiledPolicy, compilePolicy } from '../policy/compile-policy.ts';
import { parseBasic } from '../pseudonyms/basic.ts';
import { fingerprintOf } from '../pseudonyms/fingerprint.ts';
import { parseCompactToken } from '../pseudonyms/jwt.ts';
import { createPseudonymiser, type Pseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { isMarker, MARKER_KEY, markerText } from './marker.ts';
import { createSafeNames, type SafeNames } from './safe-names.ts';
import { SanitizeError } from './sanitize-error.ts';
import { verifyOutput } from './verify-output.ts';
import { type ReadStretch, type WalkOptions, walkCapture } from './walk-capture.ts';

/** One value that was taken out of one place. Holds no character of it. */
export interface Redaction {
  /** JSON pointer into the HAR. */
  readonly pointer: string;
  /** Names and encodings that lead to it inside the string at `pointer`. */
  readonly inside: readonly string[];
  readonly kind: MetSecret['kind'];
  readonly rule: string;
  /** Characters of the value; absent where its length would help a guesser. */
  readonly length?: number;
  /** What stands for it; of a JWT or of Basic credentials, what stands for its proof. */
  readonly pseudonym: string;
  /** Index of the entry in the file's order; `undefined` outside entries. */
  readonly entry?: number;
}

export type SanitizeStage = 'learn' | 'write' | 'verify';

export interface SanitizeOptions {
  /** 32 bytes and more. The same key gives the same pseudonyms; without it a fresh one is used and forgotten. */
  readonly key?: Uint8Array;
  /** Default: the preset `default`. */
  readonly policy?: CompiledPolicy;
  readonly signal?: AbortSignal;
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
 * check, and only then gives it out. Memory does not grow with the file.
 * Errors: `sanitize/damaged-input`, `sanitize/survivor`, and those of reading.
 */
export async function sanitizeCapture(capture: Capture, options: SanitizeOptions = {}): Promise<Sanitized> {
  refuseDamage(capture);
  const run = new Run(capture, options);
  return await run.run();
}

function refuseDamage({ notes }: Capture): void {
  const damage = notes.find(({ code }) => DAMAGE.has(code));
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
  readonly #pseudonymiser: Pseudonymiser;
  readonly #learned = new LearnedSecrets();
  readonly #cleared = new ClearedBodies();
  readonly #seen = new Set<string>();
  readonly #dropped: string[] = [];
  readonly #policy: CompiledPolicy;
  #names: SafeNames | undefined;
  #redactions = 0;

  constructor(capture: Capture, options: SanitizeOptions) {
    this.#capture = capture;
    this.#options = options;
    const key = options.key ?? crypto.getRandomValues(new Uint8Array(32));
    this.#policy = options.policy ?? compilePolicy();
    this.#pseudonymiser = createPseudonymiser(key, { jwt: this.#policy.jwt });
  }

  async run(): Promise<Sanitized> {
    await this.#learn();
    const spool = (this.#options.spool ?? memorySpool)(this.#capture.source.sizeBytes);
    let output: ByteSource;
    try {
      await this.#write((bytes) => spool.write(bytes));
      output = await spool.finish();
    } catch (error) {
      await spool.discard();
      throw error;
    }
    try {
      await verifyOutput(
        output,
        this.#capture,
        this.#learned,
        this.#rules(() => {}),
        this.#walkOptions('verify'),
      );
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
  }

  async check(): Promise<void> {
    await this.#learn();
    await this.#write(async () => {});
  }

  #rules(onSecret: ContentRules['onSecret']): ContentRules {
    const { strictness, rules } = this.#policy;
    return { ...rules, pseudonymiser: this.#pseudonymiser, strictness, onSecret };
  }

  #walkOptions(stage: SanitizeStage): WalkOptions {
    const { signal, onProgress } = this.#options;
    return {
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress: (read, total) => onProgress(stage, read / total) }),
    };
  }

  async #learn(): Promise<void> {
    const content = new ContentRewriter(
      this.#rules(({ value, kind, certainty }) => {
        for (const part of secretsWithin(value, kind)) this.#learned.learn(part.value, part.kind, certainty);
      }),
    );
    const { onSetCookie } = this.#options;
    const entryOf = entryFinder(this.#capture);
    let at = 0;
    const har = new HarRewriter(
      content,
      onSetCookie === undefined ? {} : { onSetCookie: (field) => onSetCookie(field, entryOf(at)) },
    );
    for await (const { text, tokens, start } of walkCapture(this.#capture, this.#walkOptions('learn'))) {
      for (let token = 0; token < tokens.count; token++) {
        at = start + (tokens.starts[token] as number);
        har.rewriteToken(tokens, token, text);
        if (har.hasClearedBody) this.#cleared.add(at);
      }
      for (let key = 0; key < tokens.keyRanges.length; key += 2)
        har.rewriteKey(tokens, tokens.keyRanges[key] as number, tokens.keyRanges[key + 1] as number);
    }
  }

  async #write(write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    let met: MetSecret[] = [];
    const content = new ContentRewriter({
      ...this.#rules((secret) => met.push(secret)),
      learned: this.#learned,
    });
    let droppedHere = false;
    const har = new HarRewriter(content, {
      onDropped: () => {
        droppedHere = true;
      },
    });
    const entryOf = entryFinder(this.#capture);
    let isMarked = await hasMarker(this.#capture);
    for await (const stretch of walkCapture(this.#capture, this.#walkOptions('write'))) {
      const { text, tokens, start } = stretch;
      const changes: Change[] = [];
      for (let token = 0; token < tokens.count; token++) {
        const json = this.#cleared.has(start + (tokens.starts[token] as number))
          ? har.sweepBody(tokens, token)
          : har.rewriteToken(tokens, token, text);
        if (json === undefined) continue;
        const pointer = tokens.pointer(token);
        changes.push({ start: tokens.starts[token] as number, end: tokens.ends[token] as number, json });
        this.#tell(met, pointer, entryOf(start + (tokens.starts[token] as number)));
        met = [];
        if (droppedHere) this.#dropped.push(pointer);
        droppedHere = false;
      }
      met = [];
      for (let at = 0; at < tokens.keyRanges.length; at += 2) {
        const [from, to] = [tokens.keyRanges[at] as number, tokens.keyRanges[at + 1] as number];
        const json = har.rewriteKey(tokens, from, to);
        if (json === undefined) continue;
        changes.push({ start: from, end: to, json });
        this.#tell(met, `(a key at byte ${start + from})`, entryOf(start + from));
        met = [];
      }
      if (!isMarked && tokens.logBrace !== undefined) {
        changes.push(markerChange(text, tokens.logBrace));
        isMarked = true;
      }
      await splice(stretch, changes, write);
    }
  }

  #tell(met: readonly MetSecret[], pointer: string, entry: number | undefined): void {
    if (met.length === 0) return;
    this.#names ??= createSafeNames(
      this.#rules(() => {}),
      this.#learned,
    );
    const safePointer = this.#names.pointer(pointer);
    for (const { kind, rule, value, replacement, inside } of met) {
      this.#redactions++;
      this.#seen.add(replacement);
      this.#options.onRedaction?.(
        {
          pointer: safePointer,
          inside: inside.map((step) => this.#names?.step(step) ?? step),
          kind,
          rule,
          ...(credentialKinds[kind].hidesLength ? {} : { length: value.length }),
          pseudonym: fingerprintOf(replacement),
          ...(entry === undefined ? {} : { entry }),
        },
        value,
      );
    }
  }
}

/** A credential, and what of it opens something by itself: the password of Basic, the signature of a JWT. */
function secretsWithin(value: string, kind: CredentialKind): { value: string; kind: CredentialKind }[] {
  // A SAML message stays in part, so as a whole it is no secret.
  if (kind === 'saml' && rewriteSamlMessage(value, (text) => text) !== undefined) return [];
  const basic = kind === 'basic' ? parseBasic(value) : undefined;
  if (basic !== undefined)
    return [
      { value, kind },
      { value: basic.password, kind: 'password' },
    ];
  const token = parseCompactToken(value);
  if (token === undefined) return [{ value, kind }];
  return [{ value, kind }, ...token.rest.map((part) => ({ value: part, kind: 'signature' as const }))];
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly json: string;
}

const encoder = new TextEncoder();

async function splice(
  { bytes }: ReadStretch,
  changes: Change[],
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  if (changes.length === 0) {
    await write(bytes);
    return;
  }
  changes.sort((a, b) => a.start - b.start);
  const pieces: Uint8Array[] = [];
  let at = 0;
  let size = 0;
  const push = (piece: Uint8Array): void => {
    if (piece.length === 0) return;
    pieces.push(piece);
    size += piece.length;
  };
  for (const { start, end, json } of changes) {
    push(bytes.subarray(at, start));
    push(encoder.encode(json));
    at = end;
  }
  push(bytes.subarray(at));
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  await write(whole);
}

/** The marker as the first member of `log`. */
function markerChange(text: string, brace: number): Change {
  const isEmpty = /^\s*\}/.test(text.slice(brace + 1, brace + 200));
  const lead = /^\s*/.exec(text.slice(brace + 1, brace + 200))?.[0] ?? '';
  return {
    start: brace + 1,
    end: brace + 1,
    json: `${isEmpty ? '' : lead}${markerText()}${isEmpty ? '' : ','}`,
  };
}

async function hasMarker(capture: Capture): Promise<boolean> {
  const { log } = await capture.openRawLog();
  return isMarker(log[MARKER_KEY]);
}

/** The entry that holds a byte; its index in the file's order. */
function entryFinder({ index }: Capture): (offset: number) => number | undefined {
  const { entryStart, entryLength } = index.columns;
  const rows = Array.from({ length: index.length }, (_, row) => row).sort(
    (a, b) => (entryStart[a] as number) - (entryStart[b] as number),
  );
  let at = 0;
  return (offset) => {
    if (at > 0 && (entryStart[rows[at] as number] as number) > offset) at = 0;
    while (at + 1 < rows.length && (entryStart[rows[at + 1] as number] as number) <= offset) at++;
    const row = rows[at];
    if (row === undefined) return undefined;
    const from = entryStart[row] as number;
    return offset >= from && offset < from + (entryLength[row] as number) ? row : undefined;
  };
}
