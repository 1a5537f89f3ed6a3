import { blobSource, blobSpool, blockCache, type Capture, HarReadError, openCapture } from '@harrier/har';
import {
  compilePolicy,
  fileDigest,
  type Redaction,
  RedactionSummary,
  reportHead,
  SanitizeError,
  type SanitizePolicy,
  type SanitizeReport,
  type SanitizeStage,
  sanitizeCapture,
} from '@harrier/sanitize';

/** A capture without credentials, and what was taken out of it. */
export interface CleanCapture {
  readonly clean: Blob;
  readonly report: SanitizeReport;
  /** Places by kind and host, for the page that groups them. */
  readonly groups: readonly RedactionGroup[];
}

/** What was found of one kind on one host. */
export interface RedactionGroup {
  readonly kind: Redaction['kind'];
  /** `''` outside entries. */
  readonly host: string;
  readonly places: number;
  /** Different values. */
  readonly credentials: number;
}

/** Why a capture could not be made clean. */
export interface RefusedCapture {
  readonly refused: string;
}

/** A report for the screen; more are counted and not listed. */
const MAX_LISTED = 100_000;

/** Keeps the last clean capture of a worker, so that what became of each place can be shown. */
export class FindAndReplace {
  #clean: Capture | undefined;
  #running = new AbortController();
  readonly #values = new Map<string, string>();

  /**
   * Takes the credentials out. The clean capture is given only when it was checked; one that cannot be made clean is an
   * answer, with the code of the reason. Asked again, the run before is given up and answered with `undefined`.
   */
  async run(
    capture: Capture,
    policy: SanitizePolicy,
    onProgress: (stage: SanitizeStage, fraction: number) => void,
  ): Promise<CleanCapture | RefusedCapture | undefined> {
    await this.close();
    const running = new AbortController();
    this.#running = running;
    const summary = new RedactionSummary(capture.index);
    const redactions: Redaction[] = [];
    const groups = new Map<string, { group: RedactionGroup; seen: Set<string>; places: number }>();
    const spool = blobSpool();
    try {
      const sanitized = await sanitizeCapture(capture, {
        policy: compilePolicy(policy),
        spool: () => spool,
        signal: running.signal,
        onProgress,
        onSetCookie: summary.setCookie,
        onRedaction: (redaction, value) => {
          summary.add(redaction, value);
          if (redactions.length < MAX_LISTED) {
            redactions.push(redaction);
            this.#values.set(redaction.pseudonym, value);
          }
          const host = summary.hostOf(redaction);
          const key = `${redaction.kind} ${host}`;
          const known = groups.get(key) ?? {
            group: { kind: redaction.kind, host, places: 0, credentials: 0 },
            seen: new Set<string>(),
            places: 0,
          };
          groups.set(key, known);
          known.places++;
          known.seen.add(redaction.pseudonym);
        },
      });
      const head = reportHead({
        input: await fileDigest(capture.source),
        output: await fileDigest(sanitized.output),
        policy,
        ...summary.of(sanitized),
      });
      const clean = spool.blob();
      this.#clean = await openCapture(blockCache(blobSource(clean)));
      return {
        clean,
        report: { ...head, redactions },
        groups: [...groups.values()].map(({ group, seen, places }) => ({
          ...group,
          places,
          credentials: seen.size,
        })),
      };
    } catch (error) {
      await spool.discard();
      if (running.signal.aborted) return undefined;
      if (error instanceof SanitizeError || error instanceof HarReadError) return { refused: error.code };
      throw error;
    }
  }

  /** The text around what stands for a value now; undefined where it lies inside an encoding, or outside entries. */
  async contextOf({ entry, pointer, pseudonym }: Redaction): Promise<RedactionContext | undefined> {
    if (entry === undefined || this.#clean === undefined) return undefined;
    const text = valueAt(await this.#clean.openRawEntry(entry), pointer);
    if (typeof text !== 'string') return undefined;
    const at = text.indexOf(pseudonym);
    if (at < 0) return undefined;
    const end = at + pseudonym.length;
    return { before: text.slice(Math.max(0, at - CONTEXT), at), after: text.slice(end, end + CONTEXT) };
  }

  /** The value itself, for a deliberate click. */
  reveal(pseudonym: string): string | undefined {
    return this.#values.get(pseudonym);
  }

  async close(): Promise<void> {
    this.#running.abort();
    this.#values.clear();
    await this.#clean?.close();
    this.#clean = undefined;
  }
}

/** What stands around a redaction in the clean capture, so without any other credential either. */
export interface RedactionContext {
  readonly before: string;
  readonly after: string;
}

/** Characters on each side: enough to recognise the place. */
const CONTEXT = 60;

/** The value in an entry at a pointer into the HAR (`/log/entries/7/request/url`). RFC 6901. */
function valueAt(entry: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(4);
  return steps.reduce<unknown>((value, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      ? (value as Record<string, unknown>)[name]
      : undefined;
  }, entry);
}
