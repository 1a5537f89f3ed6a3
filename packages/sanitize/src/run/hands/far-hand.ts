import { SanitizeError } from '../sanitize-error.ts';
import type {
  Hand,
  HandSetup,
  KnownSecret,
  Learned,
  StretchJob,
  Verified,
  VerifyJob,
  WriteJob,
  Written,
} from './hand.ts';
import type { HandAnswer, HandMessage, HandPort, SentWritten } from './hand-port.ts';

interface Asked {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Works in another thread. Error: `sanitize/worker-ended` when the thread ends before it has answered. */
export class FarHand implements Hand {
  readonly #port: HandPort;
  readonly #asked: Asked[] = [];
  #hasEnded = false;

  constructor(port: HandPort, setup: HandSetup) {
    this.#port = port;
    port.listen(
      (message) => this.#answer(message as HandAnswer),
      () => this.#end(),
    );
    this.#send({ setup }, []);
  }

  know(secrets: readonly KnownSecret[]): void {
    this.#send({ know: secrets }, []);
  }

  learn(job: StretchJob): Promise<Learned> {
    return this.#ask({ learn: job }, job);
  }

  async write(job: WriteJob): Promise<Written> {
    const written = await this.#ask<SentWritten>({ write: job }, job);
    return { ...written, redactions: JSON.parse(written.redactions) };
  }

  verify(job: VerifyJob): Promise<Verified> {
    const { before } = job;
    return this.#ask({ verify: job }, job, ...(before === undefined ? [] : [before]));
  }

  async close(): Promise<void> {
    await this.#port.close();
    this.#end();
  }

  /** What `given` holds goes over without being copied. */
  #ask<Answer>(
    message: HandMessage,
    ...given: readonly { readonly bytes: Uint8Array<ArrayBuffer> }[]
  ): Promise<Answer> {
    if (this.#hasEnded) return Promise.reject(ended());
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve: resolve as Asked['resolve'], reject });
      this.#send(
        message,
        given.map(({ bytes }) => bytes.buffer),
      );
    });
  }

  #send(message: HandMessage, transfer: ArrayBuffer[]): void {
    this.#port.send(message, transfer);
  }

  #answer(answer: HandAnswer): void {
    const asked = this.#asked.shift();
    if ('failed' in answer) asked?.reject(answer.failed);
    else asked?.resolve(answer.done);
  }

  #end(): void {
    this.#hasEnded = true;
    for (const { reject } of this.#asked.splice(0)) reject(ended());
  }
}

function ended(): SanitizeError {
  return new SanitizeError(
    'sanitize/worker-ended',
    'A thread that did part of the work ended before it was done. Nothing was written.',
    'Close other programs, so that there is more memory, and try again.',
  );
}
