import { randomBytes } from 'node:crypto';

/** A form with one file, behind a part of JSON where `json` is given; it is made as it is read; its length is known before. Spec: RFC 7578. */
export interface FileForm {
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** `name` is one that we made: small letters, digits, `.`, `_`, `-`. Error: RangeError for any other. */
export function fileForm(
  field: string,
  name: string,
  mediaType: string,
  file: { readonly sizeBytes: number; readonly bytes: AsyncIterable<Uint8Array> },
  json?: { readonly field: string; readonly value: unknown },
): FileForm {
  if (!/^[\w.-]+$/.test(name)) throw new RangeError('a name that would have to be escaped');
  // Nobody who writes into the file can foresee it.
  const boundary = `harrier-${randomBytes(24).toString('hex')}`;
  const before =
    json === undefined
      ? ''
      : `--${boundary}\r\nContent-Disposition: form-data; name="${json.field}"\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(json.value)}\r\n`;
  const start = Buffer.from(
    `${before}--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${mediaType}\r\n\r\n`,
  );
  const end = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    sizeBytes: start.length + file.sizeBytes + end.length,
    bytes: (async function* () {
      yield start;
      yield* file.bytes;
      yield end;
    })(),
  };
}
