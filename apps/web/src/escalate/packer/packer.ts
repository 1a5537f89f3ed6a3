import { shippedPlaybooks } from '@harrier/analyze';
import {
  type Answers,
  type Attachment,
  type AuditHead,
  buildPackage,
  type Gate,
  keyOfOriginals,
  type LogRecord,
  originalsDigest,
  type TargetId,
} from '@harrier/escalate';
import {
  blobSource,
  blobSpool,
  blockCache,
  type Capture,
  HarReadError,
  openCapture,
  reopenCapture,
} from '@harrier/har';
import type { Language } from '@harrier/knowledge';
import { escalationSpeech } from '@harrier/knowledge/escalation-speech';
import { flowDrawer, flowWords } from '@harrier/logs/flow';
import { SanitizeError } from '@harrier/sanitize';
import type { HandedOver } from '../../engine/analyst/analyst.ts';
import { loadOpenPgp } from './load-openpgp.ts';
import { SigningError, type SigningKey, signerOf } from './sign-sums.ts';

/** What is asked for: the answers of the form, and where they go. */
export interface PackRequest {
  readonly answers: Answers;
  /** undefined: nobody searched. */
  readonly records: readonly LogRecord[] | undefined;
  readonly attachments: readonly Attachment[];
  readonly audit: AuditHead | undefined;
  readonly language: Language;
  readonly target: TargetId;
}

/** A package, and what a screen shows of it. */
export interface Packed {
  readonly zip: Blob;
  readonly gate: Gate;
  readonly steps: readonly string[];
  readonly summaryHtml: string;
  readonly files: readonly { readonly name: string; readonly sizeBytes: number }[];
  /** Rows of the capture that are in it. */
  readonly rows: readonly number[];
}

/** Why there is none: a code that has words. */
export interface NotPacked {
  readonly refused: string;
}

/** Makes packages of one capture in a thread of its own; the newest request ends the one before. */
export class Packer {
  #capture: Promise<Capture> | undefined;
  #file: Blob | undefined;
  #digest: Promise<Uint8Array> | undefined;
  #running = new AbortController();

  /** Takes over a capture that was read elsewhere. `file` is the original, of which the key is made. */
  begin(file: Blob, { bytes, packed }: HandedOver): void {
    this.#file = file;
    this.#capture = Promise.resolve(reopenCapture(blockCache(blobSource(bytes)), packed));
  }

  /**
   * Reads the file itself: parts of some archives lie beside the HAR and cannot be handed over. A protected one says so when it is
   * packed, and is begun again with its password.
   */
  beginWithFile(file: Blob, options: { readonly password?: string } = {}): void {
    this.#file = file;
    this.#capture = openCapture(blockCache(blobSource(file)), { ...options, spool: () => blobSpool() });
    // Whoever packs is told.
    this.#capture.catch(() => {});
  }

  /** Signed, where a key is given. undefined: a newer request has come. */
  async pack(request: PackRequest, key?: SigningKey): Promise<Packed | NotPacked | undefined> {
    this.#running.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      return await this.#pack(request, running.signal, key);
    } catch (error) {
      if (running.signal.aborted) return undefined;
      if (error instanceof SanitizeError || error instanceof HarReadError || error instanceof SigningError)
        return { refused: error.code };
      throw error;
    }
  }

  async #pack(
    { answers, records, attachments, audit, language, target }: PackRequest,
    signal: AbortSignal,
    key: SigningKey | undefined,
  ): Promise<Packed> {
    // A key that cannot sign is told before anything is made.
    const sign = key === undefined ? undefined : await signerOf(await loadOpenPgp(), key);
    const words = escalationSpeech(language);
    const { zip, gate, manifest, files, draftedSteps } = await buildPackage(
      { capture: await this.#opened(), answers, records, attachments, audit },
      {
        key: keyOfOriginals(await this.#originals(), { answers, records }),
        words,
        target,
        toolVersion: import.meta.env.HARRIER_VERSION,
        drawFlow: flowDrawer(shippedPlaybooks, flowWords(words)),
        spool: () => blobSpool(),
        signal,
        ...(sign === undefined ? {} : { sign }),
      },
    );
    const summary = files.find(({ name }) => name === 'summary.html');
    return {
      zip: new Blob([zip as Uint8Array<ArrayBuffer>], { type: 'application/zip' }),
      gate,
      steps: draftedSteps,
      summaryHtml: new TextDecoder().decode(summary?.bytes),
      files: files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.length })),
      rows: manifest.capture.rows,
    };
  }

  #opened(): Promise<Capture> {
    if (this.#capture === undefined) throw new Error('No capture is open.');
    return this.#capture;
  }

  /** The file does not change, and reading a large one takes a while. */
  #originals(): Promise<Uint8Array> {
    if (this.#file === undefined) throw new Error('No capture is open.');
    this.#digest ??= originalsDigest(blobSource(this.#file));
    return this.#digest;
  }
}
