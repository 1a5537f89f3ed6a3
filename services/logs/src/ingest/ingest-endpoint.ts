import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readRecordOfOtlp } from '../otlp/otlp-record.ts';
import { ProtobufError } from '../otlp/protobuf-fields.ts';
import { readOtlpJson } from '../otlp/read-otlp-json.ts';
import { readOtlpProtobuf } from '../otlp/read-otlp-protobuf.ts';
import type { LogStore } from '../store/log-store.ts';
import { LogStoreError } from '../store/log-store-error.ts';
import type { CredentialBlanker } from './blank-credentials.ts';
import { importLog } from './import-log.ts';
import { importRecords } from './import-records.ts';

/** A request to one of the two endpoints, whatever server it came through. */
export interface IngestRequest {
  readonly method: string;
  /** `/v1/logs` is OTLP, `/logs/<name>` a log as text: JSON lines, or anything that a format reads. */
  readonly path: string;
  readonly contentType: string;
  readonly contentEncoding: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/** What to answer. */
export interface IngestResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;
}

export interface IngestEndpointOptions {
  readonly store: LogStore;
  /** Source that the sender writes to; who may write where is decided before. */
  readonly source: string;
  readonly blank: CredentialBlanker;
  /** Of an OTLP request, unpacked; it is held whole. Collectors send 8 192 records at most by default. */
  readonly maxBytes?: number;
}

const MAX_BYTES = 32 * 1024 * 1024;

/** Takes in what collectors and scripts send. Answers when it is on disk. Spec: OTLP 1.x, OTLP/HTTP; RFC 9457 for errors. */
export async function handleIngest(
  request: IngestRequest,
  options: IngestEndpointOptions,
): Promise<IngestResponse> {
  if (request.method !== 'POST') return problem(405, 'Only POST takes logs in.');
  if (!/^(?:|identity|gzip)$/.test(request.contentEncoding))
    return problem(415, 'The content coding is gzip or none.');
  try {
    if (request.path === '/v1/logs') return await otlp(request, options);
    const name = /^\/logs\/([^/]+)$/.exec(request.path)?.[1];
    if (name === undefined) return problem(404, 'Logs go to /v1/logs or /logs/<name>.');
    const { read, added } = await importLog(unpacked(request), {
      ...options,
      name: decodeURIComponent(name),
    });
    return { status: 200, contentType: 'application/json', body: JSON.stringify({ read, added }) };
  } catch (error) {
    return answerOf(error);
  }
}

async function otlp(request: IngestRequest, options: IngestEndpointOptions): Promise<IngestResponse> {
  const { maxBytes = MAX_BYTES } = options;
  const isJson = /^application\/json\b/i.test(request.contentType);
  if (!isJson && !/^application\/x-protobuf\b/i.test(request.contentType))
    return problem(415, 'OTLP is application/x-protobuf or application/json.');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpacked(request)) {
    size += chunk.length;
    if (size > maxBytes) return problem(413, `More than ${maxBytes} bytes; send fewer records at a time.`);
    chunks.push(chunk);
  }
  const piece = Buffer.concat(chunks);
  const records = isJson ? readOtlpJson(JSON.parse(piece.toString('utf8'))) : readOtlpProtobuf(piece);
  const read = [...records].map((record, index) => readRecordOfOtlp(record, index + 1, 'otlp'));
  await importRecords(read, piece, options);
  // An empty ExportLogsServiceResponse: everything was taken.
  return isJson
    ? { status: 200, contentType: 'application/json', body: '{}' }
    : { status: 200, contentType: 'application/x-protobuf', body: new Uint8Array() };
}

function unpacked({ body, contentEncoding }: IngestRequest): AsyncIterable<Uint8Array> {
  if (contentEncoding !== 'gzip') return body;
  const gunzip = createGunzip();
  const source = Readable.from(body, { objectMode: false });
  source.once('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

function answerOf(error: unknown): IngestResponse {
  if (error instanceof LogStoreError)
    // OTLP senders try again after 503 and drop what they sent after 500.
    return { ...problem(503, 'The store cannot take logs in now.'), retryAfter: 30 };
  if (error instanceof ProtobufError) return problem(400, error.message);
  if (error instanceof SyntaxError) return problem(400, 'The body is no JSON.');
  if (error instanceof URIError) return problem(400, 'The name in the path is not percent-encoded.');
  if (String((error as NodeJS.ErrnoException).code).startsWith('Z_'))
    return problem(400, 'The body is no gzip.');
  throw error;
}

function problem(status: number, detail: string): IngestResponse {
  return { status, contentType: 'application/problem+json', body: JSON.stringify({ status, detail }) };
}
