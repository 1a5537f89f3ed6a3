import { oneLine } from './one-line.ts';
import { firstText, type JsonObject, object, textKeys } from './shape-hit.ts';

/** What a gateway's answer says of the service behind it, in a member of its own. */
export interface NestedUpstream {
  readonly status: number;
  /** Who answered so. */
  readonly party?: string;
  /** It is called a provider or a vendor, and is not just a service of the same house. */
  readonly isVendor?: true;
  /** What it said. */
  readonly text?: string;
}

const memberNames = [
  'upstream',
  'upstreamError',
  'upstream_error',
  'backend',
  'downstream',
  'origin',
  'dependency',
  'provider',
  'cause',
  'innererror',
  'innerError',
  'inner',
  'causes',
  'details',
  'source',
  'remote',
  'partner',
  'causedBy',
  'rootCause',
  'root_cause',
  'backendError',
  'upstreamResponse',
  'backendResponse',
  'apiResponse',
  'ursache',
  'origine',
  'origen',
  'causa',
  '原因',
];
const statusNames = ['status', 'statusCode', 'status_code', 'httpStatus', 'code'];
/** A status by its name, in the languages in which services are written. */
const statusWord =
  /^(?:http[_-]?)?(?:status|statut|estado|stato|zustand)(?:[_-]?code)?$|ステータス|状态|狀態|상태/i;
const vendorNames = [
  'provider',
  'vendor',
  'anbieter',
  'fournisseur',
  'proveedor',
  'fornecedor',
  'fornitore',
  'プロバイダー',
  '提供商',
];
const partyNames = [
  'service',
  'serviceName',
  'name',
  ...vendorNames,
  'host',
  'dienst',
  'system',
  'nom',
  'nombre',
  'サービス',
  '服务',
  '서비스',
];

/** `upstream_status`, `backendStatusCode`: whose status, in one name. */
const flatName =
  /^(?:upstream|backend|origin|downstream|remote|provider|target|partner)_?-?(?:http_?)?(?:status|code)/i;
/** Members in which the answer of the service behind is put as a text. */
const answerNames = ['body', 'response', 'message', 'error', 'detail', 'description', 'reason'];

/** The JSON in a text, also behind some words: `Order service failed: {"code": 404, …}`. */
function innerJson(value: unknown): JsonObject | undefined {
  const at = typeof value === 'string' ? value.indexOf('{') : -1;
  return at < 0 || at > 200 ? undefined : parsed(String(value).slice(at, String(value).lastIndexOf('}') + 1));
}

/**
 * `{error: "Bad Gateway", upstream: {service, status: 403, body}}`: the failure that is passed on, beside an answer of status `own`. A
 * gateway's list of who answered what (`hops`, `errors`, `trace`) holds its own status as well; the other one is meant.
 */
export function nestedUpstream(root: JsonObject, own: number): NestedUpstream | undefined {
  const named = namedUpstream(root);
  return named !== undefined && named.status !== own ? named : (otherStatus(root, own) ?? named);
}

/** Gateways answer so for whoever is behind them. RFC 9110 §15.6.3, §15.6.5. */
const gatewayStatuses: ReadonlySet<number> = new Set([502, 504]);
/** Deeper lies data, and longer lists are data. */
const MAX_DEPTH = 4;
const MAX_MEMBERS = 40;

/** A status of another's in a gateway's answer, whatever the object is called in which it stands. */
function otherStatus(root: JsonObject, own: number): NestedUpstream | undefined {
  if (!gatewayStatuses.has(own)) return undefined;
  let level: readonly unknown[] = [root];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) {
    const members = level.flatMap((value) => (Array.isArray(value) ? value : [value])).slice(0, MAX_MEMBERS);
    for (const member of members.map(object)) {
      const status =
        member &&
        (statusIn(member, (name) => statusNames.includes(name) || statusWord.test(name)) ??
          statusLine(member));
      if (member !== undefined && status !== undefined && status !== own)
        return { status, ...partyIn(member), ...sentenceOf(member) };
    }
    level = members.flatMap((member) => Object.values(object(member) ?? {}));
  }
  return undefined;
}

function statusIn(member: JsonObject, isCalledStatus: (name: string) => boolean): number | undefined {
  const found = Object.entries(member).find(([name, one]) => isFailedStatus(one) && isCalledStatus(name));
  return found === undefined ? undefined : Number.parseInt(String(found[1]), 10);
}

/** `{"backend": "404 Not Found"}`: a text that begins with a status, under whatever name. */
function statusLine(member: JsonObject): number | undefined {
  for (const value of Object.values(member)) {
    const [, status] = (typeof value === 'string' && /^([45]\d\d)(?![\d.,-])/.exec(value)) || [];
    if (status !== undefined) return Number(status);
  }
  return undefined;
}

function partyIn(member: JsonObject): { readonly party?: string } {
  const name = partyNames.find((key) => isName(member[key]));
  return name === undefined ? {} : { party: String(member[name]) };
}

function sentenceOf(member: JsonObject): { readonly text?: string } {
  const text = textOf(member);
  return text === undefined ? {} : { text };
}

function namedUpstream(root: JsonObject): NestedUpstream | undefined {
  const error = object(root.error) ?? object(Array.isArray(root.errors) ? root.errors[0] : undefined);
  for (const owner of [root, error, object(root.details), object(error?.details), object(error?.cause)]) {
    for (const [name, value] of Object.entries(owner ?? {})) {
      if (flatName.test(name) && isFailedStatus(value)) return { status: Number(value) };
      const member =
        object(Array.isArray(value) ? value[0] : value) ??
        (answerNames.includes(name) ? innerJson(value) : undefined);
      // Under a name that is known any status counts; under another one it must be called a status.
      const isKnown = memberNames.includes(name) || answerNames.includes(name);
      const status =
        member && statusIn(member, (key) => (isKnown && statusNames.includes(key)) || statusWord.test(key));
      if (member === undefined || status === undefined) continue;
      const partyName = partyNames.find((key) => isName(member[key]));
      const isVendor = name === 'provider' || (partyName !== undefined && vendorNames.includes(partyName));
      return {
        status,
        ...partyIn(member),
        ...(partyName !== undefined && isVendor ? { isVendor } : {}),
        ...sentenceOf(member),
      };
    }
  }
  return undefined;
}

/** Also as a text, as languages without numbers in their logs write it. */
function isFailedStatus(value: unknown): value is number | string {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\p{L}\p{N}_][\p{L}\p{N}_ .&'-]{1,59}$/u.test(value);
}

/** Its sentence, or the one in the body that it sent, which gateways put in as a text. */
function textOf(member: JsonObject): string | undefined {
  const own = firstText(member, '', textKeys, undefined)?.text;
  if (own !== undefined) return oneLine(own);
  const body = member.body ?? member.response;
  const inner = object(body) ?? (typeof body === 'string' ? parsed(body) : undefined);
  const found = inner === undefined ? undefined : firstText(inner, '', textKeys, undefined)?.text;
  const text = found ?? (typeof body === 'string' ? body : '');
  return text === '' ? undefined : oneLine(text);
}

function parsed(text: string): JsonObject | undefined {
  try {
    return object(JSON.parse(text));
  } catch {
    return undefined;
  }
}
