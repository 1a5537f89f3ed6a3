/** One header field; a list keeps order and repeats (RFC 9110 §5). */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** What one service sends another: the document itself, as text, and the fields around it. */
export interface HopRequest {
  readonly method: string;
  readonly host: string;
  /** Path and query. */
  readonly target: string;
  readonly fields: readonly Field[];
  readonly body: string;
  /** Who sends it, `address:port`. */
  readonly peer: string;
}

export interface HopResponse {
  readonly status: number;
  readonly fields: readonly Field[];
  readonly body: string;
  /** How long the body takes to leave, ms; undefined = at once. Only the last hop, to the browser, is ever slow. */
  readonly sendingMs?: number;
  /** The gateway itself says so, for this reason of Envoy's (`UH`, `UT`); no service has had a say, nor its fields. */
  readonly gatewayFlag?: string;
}

/** The value of the first field of that name in any case. */
export function fieldOf(message: { readonly fields: readonly Field[] }, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return message.fields.find((field) => field.name.toLowerCase() === wanted)?.value;
}

export function pathOf(request: HopRequest): string {
  return request.target.split('?', 1)[0]!;
}

export function queryOf(request: HopRequest): URLSearchParams {
  const at = request.target.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : request.target.slice(at + 1));
}

export function jsonResponse(status: number, body: unknown, fields: readonly Field[] = []): HopResponse {
  return {
    status,
    fields: [{ name: 'content-type', value: 'application/json' }, ...fields],
    body: JSON.stringify(body),
  };
}
