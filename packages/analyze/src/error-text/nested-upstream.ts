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
];
const statusNames = ['status', 'statusCode', 'status_code', 'httpStatus', 'code'];
/** A status by its name, in the languages in which services are written. */
const statusWord =
  /^(?:http[_-]?)?(?:status|statut|estado|stato|zustand)(?:[_-]?code)?$|ステータス|状态|狀態|상태/i;
const vendorNames = ['provider', 'vendor'];
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

/** `{error: "Bad Gateway", upstream: {service, status: 403, body}}`: the failure that is passed on. */
export function nestedUpstream(root: JsonObject): NestedUpstream | undefined {
  for (const owner of [root, object(root.error), object(root.details)]) {
    for (const [name, value] of Object.entries(owner ?? {})) {
      const member = object(value);
      // Under a name that is known any status counts; under another one it must be called a status.
      const isKnown = memberNames.includes(name);
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
        status,
        ...(party === undefined ? {} : { party }),
        ...(party !== undefined && isVendor ? { isVendor } : {}),
        ...(text === undefined ? {} : { text }),
      };
    }
  }
  return undefined;
}

function isFailedStatus(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599;
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
