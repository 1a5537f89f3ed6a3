import { Observable } from './observable.ts';
import { runInZone, scheduleMacroTask } from './zone.ts';

/** One request of the page. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** A refusal, or no answer that the page may read: status 0. */
export class HttpFailure extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly trackingId: string | undefined;

  constructor(status: number, body: unknown, trackingId: string | undefined) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
    this.trackingId = trackingId;
  }

  /** The sentence of the error document, where there is one. */
  get description(): string {
    const body = this.body as { error?: { message?: { description?: string }[] } } | undefined;
    return body?.error?.message?.[0]?.description ?? 'No answer that could be read';
  }
}

export type HttpHandler = (request: HttpRequest) => Observable<unknown>;
export type Interceptor = (request: HttpRequest, next: HttpHandler) => Observable<unknown>;

/** Sends requests through interceptors, the first one outermost. */
export class HttpClient {
  private readonly handler: HttpHandler;

  constructor(interceptors: readonly Interceptor[]) {
    this.handler = interceptors.reduceRight<HttpHandler>(
      (next, interceptor) => (request) => interceptor(request, next),
      xhrBackend,
    );
  }

  request(method: string, url: string, body?: unknown): Observable<unknown> {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    return this.handler({
      method,
      url,
      headers: { accept: 'application/json, text/plain, */*', ...json },
      ...(body === undefined ? {} : { body }),
    });
  }

  get(url: string): Observable<unknown> {
    return this.request('GET', url);
  }

  post(url: string, body: unknown): Observable<unknown> {
    return this.request('POST', url, body);
  }

  patch(url: string, body: unknown): Observable<unknown> {
    return this.request('PATCH', url, body);
  }
}

function xhrBackend(request: HttpRequest): Observable<unknown> {
  return new Observable((observer) => {
    const xhr = new XMLHttpRequest();
    xhr.open(request.method, request.url);
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    const fail = () =>
      runInZone(() => observer.error(new HttpFailure(xhr.status, parse(xhr), request.headers.trackingid)));
    xhr.addEventListener('error', fail);
    xhr.addEventListener('load', () => {
      if (xhr.status < 200 || xhr.status > 299) fail();
      else runInZone(() => observer.next(parse(xhr)));
    });
    scheduleMacroTask('XMLHttpRequest.send', () =>
      xhr.send(request.body === undefined ? null : JSON.stringify(request.body)),
    );
  });
}

function parse(xhr: XMLHttpRequest): unknown {
  try {
    return JSON.parse(xhr.responseText);
  } catch {
    return undefined;
  }
}
