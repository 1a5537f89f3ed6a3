import { isAboutErrors } from './about-errors.ts';
import { readBatch } from './batch-items.ts';
import { readCallback, readSignInPage } from './callback-error.ts';
import { readErrorPage } from './error-page.ts';
import { type ErrorInput, type ExtractedError, MAX_ERROR_CHARS } from './extracted-error.ts';
import { readFieldErrors } from './field-errors.ts';
import { readGrpcTrailers, readMarkedJson } from './framed-errors.ts';
import { jsonShapes, searchText } from './json-shapes.ts';
import { moreExact } from './more-exact.ts';
import { nestedUpstream } from './nested-upstream.ts';
import { oneLine, otherStatusIn, upstreamStatusOf } from './one-line.ts';
import { readPlainVerdict, readXmlVerdict } from './plain-verdict.ts';
import { isReasonName, type JsonObject, object, type ShapeHit, textKeys } from './shape-hit.ts';
import { isRefusal, isVerdictName, isWordForNo, saysNo } from './verdict-words.ts';
import { readXmlError } from './xml-error.ts';

/**
 * The one line that says why an exchange failed: from the body where it says so, else from a header, a redirect,
 * or the exporter's own words. undefined: nothing in it says that it failed. A 2xx answer fails only where its body
 * says so by itself.
 */
export function extractError(input: ErrorInput): ExtractedError | undefined {
  const error = readError(input);
  const { status = 0 } = input;
  if (error === undefined || status < 500 || (error.upstreamStatus ?? status) !== status) return error;
  // `HTTP 502: the backend answered 404`: a gateway names its own status as well.
  const upstreamStatus = otherStatusIn(error.text, status) ?? error.upstreamStatus;
  return { ...error, ...(upstreamStatus === undefined ? {} : { upstreamStatus }) };
}

function readError(input: ErrorInput): ExtractedError | undefined {
  const fromCallback = readCallback(input);
  const fromSignIn = fromCallback ?? readSignInPage(input);
  if (fromSignIn !== undefined) {
    const { code, description } = fromSignIn;
    const text = description === undefined ? code : `${code}: ${description}`;
    return finish(text, fromCallback === undefined ? 'sign-in-page' : 'callback', undefined, code);
  }
  const failed = (input.status ?? 0) >= 400;
  const fromBody = input.bodyText === undefined ? undefined : readBody(input, failed);
  // `{hasErrors: true, results: […]}`: which part failed says more than that one did.
  const fromParts =
    failed || (fromBody !== undefined && !general.has(fromBody.family)) ? undefined : readParts(input);
  if (fromParts !== undefined) return fromParts;
  if (fromBody !== undefined) return fromBody;
  if (failed) {
    const fromHeader = readHeaders(input);
    if (fromHeader !== undefined) return fromHeader;
  }
  const fromGrpc = failed ? undefined : readGrpc(input);
  if (fromGrpc !== undefined) return fromGrpc;
  const fromNo = failed ? undefined : (readReasonedNo(input) ?? readMessageList(input));
  if (fromNo !== undefined) return fromNo;
  const fromRedirect = readRedirect(input);
  if (fromRedirect !== undefined) return fromRedirect;
  const own = input.error === undefined ? '' : oneLine(input.error);
  return own === '' ? undefined : { text: own, family: 'network' };
}

/**
 * Whether an answer that holds no word of an error tells all the same of something that failed: of a part of what was asked for, or by a no
 * that gives its reason. What is not needed for that may be left out of the input.
 */
export function tellsWithoutWords(input: ErrorInput): boolean {
  return (readParts(input) ?? readReasonedNo(input) ?? readMessageList(input)) !== undefined;
}

/** Families that any service may write. */
const general: ReadonlySet<ExtractedError['family']> = new Set(['json', 'webex', 'azure', 'job', 'text']);

function readBody(input: ErrorInput, failed: boolean): ExtractedError | undefined {
  const body = (input.bodyText ?? '').replace(/^\uFEFF/, '').trim();
  const mimeType = (input.mimeType ?? '').toLowerCase();
  if (body === '') return undefined;
  const marked = readMarkedJson(body);
  if (marked !== undefined) return finishHit(marked, 'text', '');
  const trailers = failed ? undefined : readGrpcTrailers(body, mimeType);
  if (trailers !== undefined) return grpcError(trailers.code, trailers.message);
  if (body.startsWith('{') || body.startsWith('[')) {
    const read = readJson(body, input, failed);
    if (read !== undefined || mimeType.includes('json')) return read;
  }
  if (/<!doctype html|<html[\s>]/i.test(body.slice(0, 1000)) || mimeType.includes('html')) {
    return failed ? finish(readErrorPage(body, input.status), 'html') : undefined;
  }
  if (body.startsWith('<')) {
    const read = readXmlError(body, failed);
    if (read === undefined) {
      const isChange = !failed && /^(?:POST|PUT|PATCH|DELETE)$/i.test(input.request?.method ?? '');
      const verdict = isChange ? readXmlVerdict(body) : undefined;
      return verdict === undefined ? undefined : finish(verdict, 'xml');
    }
    return withElementStatus(finish(read.text, read.family, undefined, read.code), body, input.status);
  }
  const isProse = mimeType === '' || /^text\/plain|json|x-unknown/.test(mimeType);
  if (failed) return isProse ? finish(body.slice(0, 4 * MAX_ERROR_CHARS), 'text') : undefined;
  const verdict = isProse || mimeType.includes('urlencoded') ? readPlainVerdict(body) : undefined;
  return verdict === undefined ? undefined : finish(verdict, 'text');
}

/** Another status than the answer's own in an element that is called one: a gateway passes it on. RFC 9110 §15. */
function withElementStatus(
  error: ExtractedError | undefined,
  xml: string,
  own = 0,
): ExtractedError | undefined {
  if (error === undefined || error.upstreamStatus !== undefined || own < 500) return error;
  const statuses = xml
    .slice(0, 4 * MAX_ERROR_CHARS)
    .matchAll(
      /(?:<(?:[\w-]{1,40}:)?|\s)(?:http)?-?(?:status|statut|estado|stato)(?:-?code)?(?:>\s{0,4}|\s{0,2}=\s{0,2}")([45]\d\d)(?:\s{0,4}<|")/gi,
    );
  const other = [...statuses].map(([, status]) => Number(status)).find((status) => status !== own);
  return other === undefined ? error : { ...error, upstreamStatus: other };
}

/** A batch that was answered, and some of whose parts failed. */
function readParts(input: ErrorInput): ExtractedError | undefined {
  const { bodyText, mimeType, status = 0, request } = input;
  if (bodyText === undefined || status < 200 || status > 299) return undefined;
  const found = readBatch(bodyText, (mimeType ?? '').toLowerCase(), status, request, input.bodyJson?.());
  if (found === undefined) return undefined;
  const { text, pointer, items, failed, itemStatus } = found;
  const error = finish(text, 'batch', pointer);
  return error && { ...error, batch: { items, failed, ...(itemStatus === undefined ? {} : { itemStatus }) } };
}

function readJson(
  body: string,
  { mimeType = '', status = 0, bodyJson, request = {} }: ErrorInput,
  failed: boolean,
): ExtractedError | undefined {
  let root = bodyJson?.();
  try {
    root ??= JSON.parse(body);
  } catch {
    return undefined;
  }
  // Some services answer with a list of one error.
  const item = object(root) ?? object(Array.isArray(root) ? root[0] : undefined);
  if (item === undefined) {
    const said = typeof root === 'string' ? (failed ? root : readPlainVerdict(root)) : undefined;
    return said === undefined ? undefined : finish(said, 'text', '');
  }
  const base = Array.isArray(root) ? '/0' : '';
  for (const shape of jsonShapes) {
    if (!failed && !shape.speaksForItself) continue;
    if (!failed && base !== '' && !isListOfErrors(root)) continue;
    const hit = shape.read(item, mimeType.toLowerCase(), failed);
    if (hit !== undefined && !failed && general.has(shape.family) && isAboutErrors(item, request)) continue;
    if (hit !== undefined) {
      const exact = failed && shape.family !== 'oauth' ? moreExact(hit, item) : hit;
      return withUpstream(finishHit(exact, shape.family, base), item, status);
    }
  }
  if (!failed) return undefined;
  const said = searchText(item);
  const found = said === undefined ? readFieldErrors(item, status) : moreExact(said, item);
  if (found !== undefined) return withUpstream(finishHit(found, 'json', base), item, status);
  // `{hops: [{service: "gateway", status: 502}, {service: "billing", status: 403}]}`: no sentence, and still who answered what.
  const bare = nestedUpstream(item, status);
  return bare && withUpstream(finish(String(bare.status), 'json'), item, status);
}

/** `[{errorCode: "DUPLICATE_VALUE", message: "…"}]`: every element is an error and nothing else. */
function isListOfErrors(root: unknown): boolean {
  return (
    Array.isArray(root) &&
    root.every((one) => {
      const item = object(one) ?? {};
      const hasCode = typeof item.errorCode === 'string' || typeof item.errorCode === 'number';
      return hasCode && typeof item.message === 'string' && Object.keys(item).length <= 4;
    })
  );
}

/** A gateway that names the answer it passes on in a member beside its own sentence. */
function withUpstream(
  error: ExtractedError | undefined,
  item: JsonObject,
  own: number,
): ExtractedError | undefined {
  const upstream = own >= 400 ? nestedUpstream(item, own) : undefined;
  if (error === undefined || upstream === undefined || (error.upstreamStatus ?? own) !== own) return error;
  const { status, party, isVendor, text } = upstream;
  const isNews = text !== undefined && !error.text.includes(text);
  return {
    ...error,
    text: isNews ? oneLine(`${error.text}: ${text}`) : error.text,
    upstreamStatus: status,
    ...(party === undefined ? {} : { upstreamParty: party }),
    ...(isVendor === undefined ? {} : { upstreamIsVendor: isVendor }),
  };
}

function finishHit(
  hit: ShapeHit,
  family: ExtractedError['family'],
  base: string,
): ExtractedError | undefined {
  return finish(hit.text, family, base + hit.pointer, hit.code);
}

function finish(
  text: string,
  family: ExtractedError['family'],
  pointer?: string,
  code?: string,
): ExtractedError | undefined {
  const line = oneLine(text);
  if (line === '') return undefined;
  const upstreamStatus = upstreamStatusOf(line);
  return {
    text: line,
    family,
    ...(pointer === undefined ? {} : { pointer }),
    ...(upstreamStatus === undefined ? {} : { upstreamStatus }),
    ...(code === undefined ? {} : { code: oneLine(code).slice(0, 100) }),
  };
}

/** Headers in which services say what went wrong, the most telling first. */
const errorHeaders = [
  'x-error-message',
  'x-error',
  'grpc-message',
  'x-amzn-errortype',
  'x-ms-error-code',
  'x-error-code',
  'www-authenticate',
  'warning',
];

function readHeaders({ headers }: ErrorInput): ExtractedError | undefined {
  for (const name of errorHeaders) {
    const value = headers.find((field) => field.name.toLowerCase() === name)?.value;
    if (value === undefined) continue;
    if (name !== 'www-authenticate') return finish(value, 'header');
    // RFC 6750 §3: only these two parameters speak of an error; the rest is the challenge.
    const error = /\berror="([^"]{1,200})"/.exec(value)?.[1];
    const description = /\berror_description="([^"]{1,500})"/.exec(value)?.[1];
    if (error !== undefined || description !== undefined) {
      return finish(
        [error, description].filter((part) => part !== undefined).join(': '),
        'header',
        undefined,
        error,
      );
    }
  }
  return undefined;
}

/** Things have more members than an answer that says no. */
const MAX_NO_MEMBERS = 4;

/**
 * `{"saved": false, "reason": "…"}` to a change: a no under whatever name, and a reason for it. What was sent holds neither, so that it is
 * no setting that comes back.
 */
function readReasonedNo({ request, bodyJson }: ErrorInput): ExtractedError | undefined {
  if (!/^(?:POST|PUT|PATCH|DELETE)$/i.test(request?.method ?? '')) return undefined;
  const root = object(bodyJson?.());
  const members = Object.entries(root ?? {});
  if (members.length > MAX_NO_MEMBERS) return undefined;
  const isNews = (name: string) => request?.bodyText?.includes(`"${name}"`) !== true;
  const said = members.filter(([name, value]) => isAnswer(name, value));
  const reason = members.find(([name, value]) => {
    const text = reasonIn(value);
    return text !== undefined && !isAnswer(name, value) && (isReasonName(name) || saysNo(text));
  });
  const [no] = said;
  if (reason === undefined || no === undefined || said.length > 1 || no[1] === true) return undefined;
  return isNews(no[0]) && isNews(reason[0])
    ? finish(reasonIn(reason[1]) ?? '', 'json', `/${reason[0]}`)
    : undefined;
}

/** Yes or no, and what a decision is called by that turns something away. */
function isAnswer(name: string, value: unknown): boolean {
  if (typeof value === 'boolean' || isWordForNo(value)) return true;
  return isVerdictName(name) && typeof value === 'string' && isRefusal(value);
}

/** A reason, or the first of several. */
function reasonIn(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && !isWordForNo(first) ? first : undefined;
}

/** Longer lists are data. */
const MAX_MESSAGES = 50;
const messageLists =
  /^(?:e_?|et_?)?(?:return|messages?|notifications?|notices?|diagnostics|alerts|infos?|meldungen|hinweise|mensajes|messaggi|mensagens|メッセージ|消息|訊息|메시지)$/i;
const severityName =
  /^(?:type|severity|level|kind|category|art|schweregrad|niveau|gravité|gravedad|レベル|種別)$/i;
const severeWord =
  /^(?:e|a|err|error|fatal|critical|fehler|schwerwiegend|erreur|errore|エラー|错误|錯誤|오류)$/i;

/**
 * `{messages: [{severity: "error", text: "Number is taken"}]}`, SAP's `{RETURN: [{TYPE: "E", MESSAGE}]}`: to a change, a list of what there is to
 * say, one of which is called an error.
 */
function readMessageList({ request = {}, bodyJson }: ErrorInput): ExtractedError | undefined {
  if (!/^(?:POST|PUT|PATCH|DELETE)$/i.test(request.method ?? '')) return undefined;
  const root = object(bodyJson?.());
  if (root === undefined || isAboutErrors(root, { ...request, method: 'GET' })) return undefined;
  for (const [name, value] of Object.entries(root)) {
    const items =
      messageLists.test(name) && Array.isArray(value) && value.length <= MAX_MESSAGES
        ? value.map(object)
        : [];
    const at = items.findIndex((item) =>
      Object.entries(item ?? {}).some(
        ([key, one]) =>
          severityName.test(key) && severeWord.test(String(one)) && messageIn(item) !== undefined,
      ),
    );
    if (at >= 0) return finish(messageIn(items[at]) ?? '', 'json', `/${name}/${at}`);
  }
  return undefined;
}

function messageIn(item: JsonObject | undefined): string | undefined {
  const found = Object.entries(item ?? {}).find(
    ([name, value]) =>
      typeof value === 'string' &&
      value !== '' &&
      [...textKeys, 'text'].some((key) => key === name.toLowerCase()),
  );
  return found === undefined ? undefined : String(found[1]);
}

/** gRPC-Web says in a field, under a 200, how the call went. Spec: grpc.io, PROTOCOL-WEB; status 0 is OK. */
function readGrpc({ headers }: ErrorInput): ExtractedError | undefined {
  const field = (wanted: string) => headers.find(({ name }) => name.toLowerCase() === wanted)?.value.trim();
  const code = field('grpc-status');
  if (code === undefined || !/^\d{1,2}$/.test(code) || Number(code) === 0) return undefined;
  return grpcError(code, field('grpc-message') ?? '');
}

function grpcError(code: string, message: string): ExtractedError | undefined {
  return finish(percentDecoded(message) || `grpc-status ${code}`, 'header', undefined, code);
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** OAuth and SAML say no by a redirect that carries the error (RFC 6749 §4.1.2.1). */
function readRedirect({ status = 0, headers }: ErrorInput): ExtractedError | undefined {
  if (status < 300 || status > 399) return undefined;
  const location = headers.find((field) => field.name.toLowerCase() === 'location')?.value;
  if (location === undefined) return undefined;
  const parameters = new URLSearchParams(
    location
      .slice(location.search(/[?#]/) + 1)
      .replaceAll('#', '&')
      .replaceAll('?', '&'),
  );
  const error = parameters.get('error');
  const description = parameters.get('error_description');
  if (!/[?#]/.test(location) || error === null || error === '') return undefined;
  return finish(description === null ? error : `${error}: ${description}`, 'redirect', undefined, error);
}
