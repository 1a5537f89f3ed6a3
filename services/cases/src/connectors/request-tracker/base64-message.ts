/** A JSON text that holds a file as base64, made as it is read, and its length, which is known before. */
export interface FileMessage {
  readonly sizeBytes: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What a JSON text with a file begins and ends with; between them stands the file as base64. */
export function fileMessage(
  before: string,
  file: { readonly sizeBytes: number; readonly bytes: AsyncIterable<Uint8Array> },
  after: string,
): FileMessage {
  const encoder = new TextEncoder();
  const [start, end] = [encoder.encode(before), encoder.encode(after)];
  const contentBytes = 4 * Math.ceil(file.sizeBytes / 3);
  return {
    sizeBytes: start.length + contentBytes + end.length,
    bytes: (async function* () {
      yield start;
      yield* base64Of(file.bytes);
      yield end;
    })(),
  };
}

/** Three bytes are four characters; what is left of a piece goes with the next one. */
async function* base64Of(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  for await (const piece of source) {
    const bytes = Buffer.concat([rest, piece]);
    const whole = bytes.length - (bytes.length % 3);
    yield Buffer.from(bytes.toString('base64', 0, whole), 'latin1');
    rest = Buffer.from(bytes.subarray(whole));
  }
  yield Buffer.from(rest.toString('base64'), 'latin1');
}
