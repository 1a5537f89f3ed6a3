import { firstText, type JsonObject, object, textKeys } from './json-shapes.ts';
import { oneLine } from './one-line.ts';

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
const vendorNames = ['provider', 'vendor'];
const partyNames = ['service', 'serviceName', 'name', ...vendorNames, 'host'];

/** `{error: "Bad Gateway", upstream: {service, status: 403, body}}`: the failure that is passed on. */
export function nestedUpstream(root: JsonObject): NestedUpstream | undefined {
  for (const owner of [root, object(root.error), object(root.details)]) {
    for (const name of memberNames) {
      const member = object(owner?.[name]);
      const status = statusNames.map((key) => member?.[key]).find(isFailedStatus);
      if (member === undefined || status === undefined) continue;
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
  return typeof value === 'string' && /^[\w][\w .&'-]{1,59}$/.test(value);
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
