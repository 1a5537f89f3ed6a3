import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { attachmentDisposition } from './security-headers.ts';

/** What is known of a file before its first byte. */
export interface FileFacts {
  /** Chosen by a stranger. */
  readonly name: string;
  readonly sizeBytes: number;
}

/** Bytes as the answer: a file to be saved, never shown. */
export function giveFile(
  reply: FastifyReply,
  { name, sizeBytes }: FileFacts,
  bytes: AsyncIterable<Uint8Array>,
): Readable {
  reply
    .header('content-disposition', attachmentDisposition(name))
    .header('content-length', sizeBytes)
    .type('application/octet-stream');
  return Readable.from(bytes, { objectMode: false });
}
