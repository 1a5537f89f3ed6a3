import type { OutgoingFile } from '../case-connector.ts';
import { CaseSystemError } from '../case-system-error.ts';
import { CaseSystemHttp } from '../http/case-system-http.ts';
import { refusalOf } from '../http/refusal.ts';

export interface UploadDropOptions {
  /** Files go to `<baseUrl>/<name>`. */
  readonly baseUrl: string;
  /** Of the case at hand; such tokens end after weeks and are given out anew. */
  readonly tokenOf: (caseRef: string) => Promise<string>;
  readonly network?: 'public' | 'private';
  /** Default: no limit is known. */
  readonly maxBytes?: number;
}

/** A place that takes files and gives none back: vendors' support drops by HTTPS `PUT`. */
export interface UploadDrop {
  /**
   * Puts one file. It cannot be listed, read back or removed afterwards, so **only what is clean may go there**: the caller
   * gives sanitized and sealed files, never an original. Error: {@link CaseSystemError}.
   */
  put(caseRef: string, file: OutgoingFile): Promise<void>;
}

/**
 * A drop that signs in with the case's number as user and its upload token as password. A name that is taken is refused by
 * some drops with 409; the file is there then, as names hold a digest.
 */
export function uploadDrop({
  baseUrl,
  tokenOf,
  network = 'public',
  maxBytes,
}: UploadDropOptions): UploadDrop {
  return {
    async put(caseRef, file) {
      // A colon ends the user's name in Basic authentication (RFC 7617).
      if (!/^[\w.-]{1,64}$/.test(caseRef))
        throw new CaseSystemError('case-system/not-found', 'no case number');
      if (maxBytes !== undefined && file.sizeBytes > maxBytes)
        throw new CaseSystemError('case-system/too-large', 'the drop takes no file of this size');
      const http = new CaseSystemHttp({
        baseUrl,
        network,
        credentials: async () => {
          const pair = `${caseRef}:${await tokenOf(caseRef)}`;
          return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
        },
      });
      const answer = await http.ask({
        method: 'PUT',
        path: [file.name],
        fields: { 'content-type': file.mediaType },
        body: { sizeBytes: file.sizeBytes, bytes: await file.bytes() },
      });
      answer.body.destroy();
      if (answer.status === 409 || answer.status < 300) return;
      throw refusalOf(answer, Date.now());
    },
  };
}
