import {
  type ClientRequest,
  type IncomingMessage,
  Agent as PlainAgent,
  request as plainRequest,
} from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CaseSystemError } from '../case-system-error.ts';
import { AddressRefused, isPublicAddress, publicLookup } from './address-guard.ts';
import { keepExchangePace } from './exchange-pace.ts';
import { refusalOf } from './refusal.ts';

/** How to talk to one case system. */
export interface CaseSystemHttpOptions {
  /** E.g. `https://cases.example.com/redmine/`. All requests go below it, whatever the case system answers. */
  readonly baseUrl: string;
  /** Sent to the case system alone, never to where it redirects. */
  readonly credentials: () => Promise<Readonly<Record<string, string>>>;
  /** `private` lets the base address, and nothing else, be one of a private network or of this machine. */
  readonly network: 'public' | 'private';
  /** Silence for as long ends a request. Default 30 s. */
  readonly silenceMs?: number;
  readonly now?: () => number;
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  /** Segments below the base, each encoded on its own, so that no name can climb out. */
  readonly path: readonly string[];
  /** Some addresses mean another thing without the slash at their end. */
  readonly slashAtEnd?: true;
  readonly query?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly body?: { readonly sizeBytes: number; readonly bytes: AsyncIterable<Uint8Array> };
  /** `without`: as a stranger would ask, to prove that something is gone for everybody. */
  readonly sign?: 'with' | 'without';
  /** Default `refuse`: a sign-in page at the end of a redirect must not pass for a file. */
  readonly redirects?: 'follow' | 'refuse';
  /** Of a JSON answer; default 8 MiB. */
  readonly mostBytes?: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly fields: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: IncomingMessage;
}

/** Answers that are not files are small; a case system that sends more is not one. */
const mostJsonBytes = 8 << 20;
/** Downloads are handed on to another host by some case systems, once; three is generous. */
const mostRedirects = 3;
const defaultSilenceMs = 30_000;
/**
 * Connections that are used again, of guarded requests apart from all others: one that is there is not looked up any more, and a case system
 * of a private network would be reached by whoever names it. Kept as long as Node's own agent keeps them: servers close them soon after.
 */
const kept = { keepAlive: true, scheduling: 'lifo', timeout: 5_000 } as const;
const guarded = { plain: new PlainAgent(kept), tls: new TlsAgent(kept) };
const trusted = { plain: new PlainAgent(kept), tls: new TlsAgent(kept) };

/**
 * The one way in which connectors talk to the outside. It goes to the configured address only, checks the address that it
 * connects to, follows redirects of downloads alone and without credentials, caps what it reads, and says what went wrong
 * without repeating paths, fields or bodies: file names and credentials stand there.
 */
export class CaseSystemHttp {
  readonly #base: URL;
  readonly #options: CaseSystemHttpOptions;

  constructor(options: CaseSystemHttpOptions) {
    this.#base = new URL(options.baseUrl.endsWith('/') ? options.baseUrl : `${options.baseUrl}/`);
    if (this.#base.protocol !== 'https:' && options.network !== 'private')
      throw new CaseSystemError('case-system/unreachable', 'a case system in the Internet needs https');
    this.#options = options;
  }

  /** A success, or an error by its status. The caller reads or destroys `body`. */
  async send(request: HttpRequest): Promise<HttpAnswer> {
    const answer = await this.ask(request);
    if (answer.status < 300) return answer;
    answer.body.destroy();
    throw refusalOf(answer, (this.#options.now ?? Date.now)());
  }

  /** Any answer at all, for those who read something out of refusals, too. */
  async ask(request: HttpRequest): Promise<HttpAnswer> {
    const url = this.#urlOf(request);
    const credentials = request.sign === 'without' ? {} : await this.#options.credentials();
    return await this.#exchange(url, request, { ...credentials, ...request.fields });
  }

  async json(request: HttpRequest): Promise<unknown> {
    const { body } = await this.send({
      ...request,
      fields: { accept: 'application/json', ...request.fields },
    });
    const text = decoded(Buffer.concat(await all(body, request.mostBytes ?? mostJsonBytes)));
    if (text === '') return undefined;
    try {
      return JSON.parse(text);
    } catch {
      // The parser's message quotes the text.
      throw new CaseSystemError('case-system/unexpected', 'the answer is no JSON');
    }
  }

  /** Sends JSON and reads JSON. */
  async exchangeJson(request: Omit<HttpRequest, 'body'>, value: unknown): Promise<unknown> {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    return await this.json({
      ...request,
      fields: { 'content-type': 'application/json', ...request.fields },
      body: { sizeBytes: bytes.length, bytes: one(bytes) },
    });
  }

  /** A file of at most `mostBytes`; whatever comes beyond ends the reading with an error. */
  async download(request: HttpRequest, mostBytes: number): Promise<AsyncIterable<Uint8Array>> {
    let answer = await this.ask(request);
    let from = this.#urlOf(request);
    for (let hops = 0; request.redirects === 'follow' && isRedirect(answer.status); hops++) {
      answer.body.destroy();
      if (hops === mostRedirects) throw new CaseSystemError('case-system/unexpected', 'too many redirects');
      const location = answer.fields.location;
      if (typeof location !== 'string')
        throw new CaseSystemError('case-system/unexpected', 'a redirect to nowhere');
      from = redirected(location, from);
      const isOwn = from.origin === this.#base.origin && from.pathname.startsWith(this.#base.pathname);
      const credentials = isOwn && request.sign !== 'without' ? await this.#options.credentials() : {};
      answer = await this.#exchange(from, { method: 'GET', path: [] }, credentials);
    }
    if (answer.status >= 300) {
      answer.body.destroy();
      throw refusalOf(answer, (this.#options.now ?? Date.now)());
    }
    return capped(answer.body, mostBytes);
  }

  #urlOf({ path, query, slashAtEnd }: HttpRequest): URL {
    const encoded = path.map((segment) => {
      // The URL parser would take these for a step up, even percent-encoded.
      if (segment === '' || segment === '.' || segment === '..')
        throw new CaseSystemError('case-system/not-found', 'no such name');
      return encodeURIComponent(segment);
    });
    const url = new URL(`${encoded.join('/')}${slashAtEnd === true ? '/' : ''}`, this.#base);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    return url;
  }

  async #exchange(
    url: URL,
    { method, body }: HttpRequest,
    fields: Record<string, string>,
  ): Promise<HttpAnswer> {
    const isBase = url.host === this.#base.host;
    const isGuarded = !(isBase && this.#options.network === 'private');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isGuarded && isIP(host) !== 0 && !isPublicAddress(host)) throw unreachable(new AddressRefused());
    const isTls = url.protocol === 'https:';
    const agents = isGuarded ? guarded : trusted;
    const outgoing = (isTls ? tlsRequest : plainRequest)(url, {
      method,
      agent: isTls ? agents.tls : agents.plain,
      headers: {
        'user-agent': 'harrier',
        ...fields,
        ...(body && { 'content-length': String(body.sizeBytes) }),
      },
      timeout: this.#options.silenceMs ?? defaultSilenceMs,
      ...(isGuarded ? { lookup: publicLookup } : {}),
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('silence')));
    keepExchangePace(outgoing);
    const answer = answerTo(outgoing);
    // The source of a body may fail for reasons of its own, which are not the case system's.
    let ofSource: { readonly error: unknown } | undefined;
    const noted = async function* (bytes: AsyncIterable<Uint8Array>) {
      try {
        yield* copies(bytes);
      } catch (error) {
        ofSource = { error };
        throw error;
      }
    };
    try {
      if (body === undefined) outgoing.end();
      else await Promise.race([pipeline(Readable.from(noted(body.bytes)), outgoing), answer]);
      const incoming = await answer;
      return { status: incoming.statusCode ?? 0, fields: incoming.headers, body: incoming };
    } catch (cause) {
      outgoing.destroy();
      throw ofSource === undefined ? unreachable(cause) : ofSource.error;
    }
  }
}

/** UTF-8, as JSON is; or what Request Tracker 5.0 writes where no character is beyond Latin-1. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function answerTo(outgoing: ClientRequest): Promise<IncomingMessage> {
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.on('error', reject);
  });
  // While a body is being sent nobody waits for the answer yet.
  answer.catch(() => {});
  return answer;
}

function redirected(location: string, from: URL): URL {
  const url = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  // Not even a private base may hand a download on to an unencrypted stranger.
  if (url !== undefined && (url.protocol === 'https:' || url.origin === from.origin)) return url;
  throw new CaseSystemError('case-system/unexpected', 'a redirect to an address that is not followed');
}

function unreachable(cause: unknown): CaseSystemError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const why = cause instanceof AddressRefused ? cause.message : code || 'no answer';
  return new CaseSystemError('case-system/unreachable', `the case system cannot be reached: ${why}`, {
    cause,
  });
}

async function all(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const part of capped(body, mostBytes)) parts.push(part);
  return parts;
}

async function* capped(body: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let readBytes = 0;
  try {
    for await (const part of body) {
      readBytes += part.length;
      if (readBytes > mostBytes)
        throw new CaseSystemError('case-system/too-large', 'the answer is larger than agreed');
      yield part;
    }
  } catch (cause) {
    throw cause instanceof CaseSystemError ? cause : unreachable(cause);
  }
}

/** A socket keeps what it is given for a while, and sources may use their memory again. */
async function* copies(source: AsyncIterable<Uint8Array>) {
  for await (const bytes of source) yield Buffer.from(bytes);
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}
