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

/** `{error: "Bad Gateway", upstream: {service, status: 403, body}}`: the failure that is passed on. */
export function nestedUpstream(root: JsonObject): NestedUpstream | undefined {
  const error = object(root.error) ?? object(Array.isArray(root.errors) ? root.errors[0] : undefined);
  for (const owner of [root, error, object(root.details), object(error?.details), object(error?.cause)]) {
    for (const [name, value] of Object.entries(owner ?? {})) {
      if (flatName.test(name) && isFailedStatus(value)) return { status: Number(value) };
      const member =
        object(Array.isArray(value) ? value[0] : value) ??
        (answerNames.includes(name) ? innerJson(value) : undefined);
      // Under a name that is known any status counts; under another one it must be called a status.
      const isKnown = memberNames.includes(name) || answerNames.includes(name);
      const status = Object.entries(member ?? {}).find(
        ([key, one]) =>
          isFailedStatus(one) && ((isKnown && statusNames.includes(key)) || statusWord.test(key)),
      )?.[1];
      if (member === undefined || !isFailedStatus(status)) continue;
      const partyName = partyNames.find((key) => isName(member[key]));
      const party = partyName === undefined ? undefined : String(member[partyName]);
      const isVendor = name === 'provider' || (partyName !== undefined && vendorNames.includes(partyName));
      const text = textOf(member);
      return {
        status: Number(status),
        ...(party === undefined ? {} : { party }),
        ...(party !== undefined && isVendor ? { isVendor } : {}),
        ...(text === undefined ? {} : { text }),
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
