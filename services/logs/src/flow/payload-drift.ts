import type { ExpectedOperation } from '@harrier/analyze';
import type { FlowEntry, FlowHop, PayloadDrift } from './flow.ts';
import { isAnswer, type OciDocument, readOciDocument } from './oci-document.ts';

/** A message that asks for something, by what it sets. */
interface Message {
  readonly hop: number;
  readonly json: unknown;
  readonly document: OciDocument | undefined;
}

/** `/faxMessage/phoneNumber` → `UserFaxMessagingModifyRequest.phoneNumber`. */
type FieldMap = ReadonlyMap<string, string>;

/**
 * What one message set and the next one did not, element by element: from the JSON of the request to the first OCI document by
 * the playbook's map, then from one document to the next of the same id. Words of an API (`INTERNAL`) are not compared
 * with those of another.
 */
export function findDrifts(
  hops: readonly FlowHop[],
  expected: ExpectedOperation | undefined,
  entry: FlowEntry | undefined,
): PayloadDrift[] {
  const fields = fieldMap(expected);
  const messages = messagesOf(hops, entry);
  const drifts: PayloadDrift[] = [];
  const latest = new Map<string, Message>();
  let json: Message | undefined;
  let isJsonCompared = false;
  for (const message of messages) {
    if (message.json !== undefined) {
      if (json !== undefined) drifts.push(...betweenJson(json, message, fields));
      json = message;
      continue;
    }
    const { document } = message;
    if (document === undefined) continue;
    if (json !== undefined && !isJsonCompared) {
      const found = intoDocument(json, message, fields);
      isJsonCompared = found !== undefined;
      drifts.push(...(found ?? []));
    }
    const before = latest.get(document.trackingId);
    if (before !== undefined) drifts.push(...betweenDocuments(before, message, fields));
    latest.set(document.trackingId, message);
  }
  return drifts;
}

/** Settings of the request's JSON that are filled in and switched off. */
export function findAskedOff(hops: readonly FlowHop[], entry: FlowEntry | undefined): string[] {
  const asked = messagesOf(hops, entry).find(({ json }) => json !== undefined)?.json;
  const found: string[] = [];
  const visit = (value: unknown, pointer: string, depth: number): void => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 8) return;
    const members = Object.entries(value);
    const isFilled = members.some(
      ([name, one]) => name !== 'enabled' && typeof one === 'string' && one !== '',
    );
    if (pointer !== '' && isFilled && (value as { enabled?: unknown }).enabled === false) found.push(pointer);
    for (const [name, one] of members)
      visit(one, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
  };
  visit(asked, '', 0);
  return found;
}

/** Messages in the order in which the request passed the hops. */
function messagesOf(hops: readonly FlowHop[], entry: FlowEntry | undefined): Message[] {
  return hops.flatMap((hop, at): Message[] => {
    if (hop.kind === 'browser') return jsonMessage(at, entry?.requestText);
    return hop.lines.flatMap(({ body, direction }): Message[] => {
      const document = readOciDocument(body);
      if (document !== undefined)
        return document.commands.some((command) => !isAnswer(command))
          ? [{ hop: at, json: undefined, document }]
          : [];
      const rest = body.indexOf('\n{');
      return direction === 'in' && rest !== -1 ? jsonMessage(at, body.slice(rest + 1)) : [];
    });
  });
}

function jsonMessage(hop: number, text: string | undefined): Message[] {
  if (text === undefined || !text.trimStart().startsWith('{')) return [];
  try {
    return [{ hop, json: JSON.parse(text), document: undefined }];
  } catch {
    // Cut off, or no JSON: there is nothing to compare.
    return [];
  }
}

function fieldMap(expected: ExpectedOperation | undefined): FieldMap {
  const labels = expected?.playbook.labels?.[expected.operation.fields ?? ''] ?? {};
  return new Map(
    Object.entries(labels).flatMap(([member, element]): [string, string][] =>
      typeof element === 'string' ? [[member, element]] : [],
    ),
  );
}

function betweenJson(from: Message, to: Message, fields: FieldMap): PayloadDrift[] {
  return [...fields].flatMap(([member, element]) => {
    const before = textOf(valueAt(from.json, member));
    const after = textOf(valueAt(to.json, member));
    return before === after ? [] : [{ from: from.hop, to: to.hop, element, member, before, after }];
  });
}

/** undefined = the document holds none of the commands that the map speaks of. */
function intoDocument(from: Message, to: Message, fields: FieldMap): PayloadDrift[] | undefined {
  let isRelated = false;
  const drifts = [...fields].flatMap(([member, element]): PayloadDrift[] => {
    const [type = '', name = ''] = element.split('.');
    const command = to.document?.commands.find((one) => one.type === type);
    if (command === undefined) return [];
    isRelated = true;
    const value = valueAt(from.json, member);
    if (value === undefined) return [];
    const before = textOf(value);
    const after = command.elements.get(name);
    return isSame(before, after) ? [] : [{ from: from.hop, to: to.hop, element, member, before, after }];
  });
  return isRelated ? drifts : undefined;
}

function betweenDocuments(from: Message, to: Message, fields: FieldMap): PayloadDrift[] {
  const drifts: PayloadDrift[] = [];
  const members = new Map([...fields].map(([member, element]) => [element, member]));
  const later = new Map(to.document?.commands.map((command) => [command.type, command.elements]));
  for (const { type, elements } of from.document?.commands ?? [])
    for (const name of new Set([...elements.keys(), ...(later.get(type)?.keys() ?? [])])) {
      const before = elements.get(name);
      const after = later.get(type)?.get(name);
      const element = `${type}.${name}`;
      if (before !== after)
        drifts.push({ from: from.hop, to: to.hop, element, member: members.get(element), before, after });
    }
  return drifts;
}

function isSame(json: string | undefined, element: string | undefined): boolean {
  if (json === undefined || element === undefined) return json === element;
  return json.toLowerCase() === element.toLowerCase() || /^[A-Z][A-Z0-9_]*$/.test(json);
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}

function valueAt(json: unknown, pointer: string): unknown {
  let value = json;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
