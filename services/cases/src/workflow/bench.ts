import type { ByteSource } from '@harrier/har';
import type { CaseConnector, RemoteAttachment } from '../connectors/case-connector.ts';
import { CaseSystemError } from '../connectors/case-system-error.ts';
import { type ByteDigest, tapDigest } from '../vault/index.ts';
import type { Workshop } from './context.ts';
import type { Intake } from './intake.ts';
import type { Lease } from './intake-store.ts';
import { IntakeTrouble } from './intake-trouble.ts';

/** How long an intake is held without a sign of life. Long enough for a slow request, short enough for a dead worker's work. */
export const LEASE_MS = 60_000;

/** What one intake is worked on with, from its claim until it is put down. Owns the original's bytes meanwhile. */
export class Bench {
  readonly workshop: Workshop;
  readonly lease: Lease;
  #original: { readonly source: ByteSource; readonly digest: ByteDigest } | undefined;

  constructor(workshop: Workshop, lease: Lease) {
    this.workshop = workshop;
    this.lease = lease;
  }

  connector(intake: Intake): CaseConnector {
    const connector = this.workshop.connector(intake.connector);
    if (connector === undefined)
      throw new CaseSystemError(
        'case-system/unreachable',
        `There is no case system ${intake.connector} here.`,
      );
    return connector;
  }

  /** Asked directly before every effect outside: whoever lost the intake must not touch the case any more. Error: LeaseLost. */
  async hold(): Promise<void> {
    const { store, clock } = this.workshop;
    await store.renew(this.lease, clock(), LEASE_MS);
  }

  /**
   * The original, read once and kept in a place that nobody else sees until the intake is put down. Whenever its digest is
   * known already, other bytes are an error. Errors: `intake/original-gone`, `intake/original-changed`.
   */
  async original(intake: Intake): Promise<{ readonly source: ByteSource; readonly digest: ByteDigest }> {
    this.#original ??= await this.#read(intake);
    const known = intake.facts.original;
    if (known !== undefined && known.sha256 !== this.#original.digest.sha256)
      throw new IntakeTrouble('intake/original-changed', 'the attachment has other bytes than before');
    return this.#original;
  }

  async #read(intake: Intake) {
    const spool = this.workshop.spool(intake.attachment.sizeBytes);
    try {
      const tap = tapDigest(await this.#open(intake));
      for await (const piece of tap.bytes) await spool.write(piece);
      const source = await spool.finish();
      // Readers close what they open; this one is closed by `close`.
      const { close: _, ...kept } = source;
      this.#close = async () => await source.close?.();
      return { source: kept, digest: tap.digest() };
    } catch (error) {
      await spool.discard();
      throw error;
    }
  }

  async #open(intake: Intake): Promise<AsyncIterable<Uint8Array>> {
    try {
      return await this.connector(intake).open(intake.attachment);
    } catch (error) {
      if (error instanceof CaseSystemError && error.code === 'case-system/not-found')
        throw new IntakeTrouble('intake/original-gone', 'the attachment is no longer there');
      throw error;
    }
  }

  #close: () => Promise<void> = async () => {};

  async close(): Promise<void> {
    await this.#close();
    this.#close = async () => {};
    this.#original = undefined;
  }
}

/** Size and SHA-256 of what an attachment holds now. */
export async function digestOfAttachment(
  connector: CaseConnector,
  attachment: RemoteAttachment,
): Promise<ByteDigest> {
  const tap = tapDigest(await connector.open(attachment));
  for await (const _ of tap.bytes) {
    // Only counted.
  }
  return tap.digest();
}
