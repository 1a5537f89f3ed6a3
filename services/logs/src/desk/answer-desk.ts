import { shippedPlaybooks } from '@harrier/analyze';
import { handleIngest, type IngestRequest } from '../ingest/ingest-endpoint.ts';
import { LogStoreError } from '../store/log-store-error.ts';
import { listSources } from './list-sources.ts';
import { DEFAULT_SOURCE, type LogDesk } from './log-desk.ts';
import { LogQuestionError, readLogQuestion } from './log-question.ts';
import { searchDesk, traceDesk } from './search-desk.ts';
import { takeFile } from './take-file.ts';

/** A request about logs, whatever server it came through; who may ask what is decided before. */
export interface DeskRequest extends IngestRequest {
  readonly query: URLSearchParams;
}

export interface DeskAnswer {
  readonly status: number;
  readonly contentType: string;
  /** Pieces come while they are found. */
  readonly body: string | Uint8Array | AsyncIterable<string>;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;
}

/** A question is short; a pasted line makes it longer. */
const MOST_QUESTION_BYTES = 256 * 1024;

/** Answers one request: search, flow, sources, a file, or what collectors send. */
export async function answerDesk(request: DeskRequest, desk: LogDesk): Promise<DeskAnswer> {
  const { method, path, query } = request;
  const source = query.get('source') || DEFAULT_SOURCE;
  try {
    switch (path) {
      case '/api/logs/sources':
        return method === 'GET'
          ? json(await listSources(desk))
          : problem(405, 'The list of sources is read.');
      case '/api/logs/search': {
        const question = readLogQuestion(await questionOf(request));
        return { status: 200, contentType: 'application/x-ndjson', body: searchDesk(desk, question) };
      }
      case '/api/logs/flow':
        return json(await traceDesk(desk, readLogQuestion(await questionOf(request)), shippedPlaybooks));
      case '/api/logs/files': {
        if (method !== 'POST') return problem(405, 'A file is sent with POST.');
        return json(await takeFile(desk, { name: query.get('name') || 'log', source, bytes: request.body }));
      }
      default:
        return await handleIngest(request, { ...desk, source });
    }
  } catch (error) {
    if (error instanceof LogQuestionError) return problem(400, error.message);
    if (error instanceof LogStoreError)
      return { ...problem(503, 'The store of logs does not answer.'), retryAfter: 30 };
    throw error;
  }
}

async function questionOf({ body }: DeskRequest): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_QUESTION_BYTES) throw new LogQuestionError('body');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new LogQuestionError('body');
  }
}

function json(value: unknown): DeskAnswer {
  return { status: 200, contentType: 'application/json', body: JSON.stringify(value) };
}

function problem(status: number, detail: string): DeskAnswer {
  return { status, contentType: 'application/problem+json', body: JSON.stringify({ status, detail }) };
}
