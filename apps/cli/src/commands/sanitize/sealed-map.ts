import type { VaultKey } from '@harrier/cases/vault';
import type { Redaction } from '@harrier/sanitize';
import { readRecipients } from '../../keys/recipients.ts';

/**
 * What each pseudonym stood for, for the holders of OpenPGP keys alone: JSON, one object a line, encrypted. It never
 * touches the disk in clear.
 */
export class SealedMap {
  readonly #recipients: readonly VaultKey[];
  readonly #lines = new Map<string, string>();

  private constructor(recipients: readonly VaultKey[]) {
    this.#recipients = recipients;
  }

  /** Error: as of `readRecipients`. */
  static async for(keyFiles: readonly string[]): Promise<SealedMap> {
    return new SealedMap(await readRecipients(keyFiles));
  }

  add({ pseudonym, kind }: Redaction, value: string): void {
    if (!this.#lines.has(pseudonym)) this.#lines.set(pseudonym, JSON.stringify({ pseudonym, kind, value }));
  }

  /** Binary OpenPGP message in the form that gpg 2.2 reads. */
  async seal(): Promise<Uint8Array> {
    const { seal } = await import('@harrier/cases/vault');
    const { bytes, sessionKey } = await seal(this.#plain(), this.#recipients);
    const parts: Uint8Array[] = [];
    for await (const part of bytes) parts.push(part);
    sessionKey.forget();
    return Buffer.concat(parts);
  }

  async *#plain(): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    for (const line of this.#lines.values()) yield encoder.encode(`${line}\n`);
  }
}
