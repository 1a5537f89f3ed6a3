/** One command of an OCI-P document, or its answer. Elements by name; undefined = `xsi:nil`. */
export interface OciCommand {
  /** Local name of `xsi:type`, e.g. `UserFaxMessagingModifyRequest`. */
  readonly type: string;
  readonly elements: ReadonlyMap<string, string | undefined>;
}

/** The commands of a line's OCI-P document, with the id that the document carries. */
export interface OciDocument {
  /** As written; `''` where it has none. */
  readonly trackingId: string;
  readonly commands: readonly OciCommand[];
}

// Attributes are matched by local name: logs are pasted and repaired by hand until their namespaces are wrong.
const TYPE = /:type\s*=\s*["'](?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,120})["']/;
const ELEMENT = /<([A-Za-z_][\w.-]{0,120})(\s[^<>]{0,300})?(?:\/>|>([^<]*)<\/\1\s*>)/g;
const TRACKING_ID = /<trackingId(?:\s[^<>]{0,300})?>([^<]{0,300})</;

/** Reads the OCI-P document in a text; undefined where there is none. Half a document gives the commands that are whole. */
export function readOciDocument(text: string): OciDocument | undefined {
  const start = text.indexOf('<BroadsoftDocument');
  if (start === -1) return undefined;
  const commands: OciCommand[] = [];
  let at = start;
  while (true) {
    const open = text.indexOf('<command', at);
    const head = open === -1 ? -1 : text.indexOf('>', open);
    const close = head === -1 ? -1 : text.indexOf('</command', head);
    if (close === -1) break;
    const type = TYPE.exec(text.slice(open, head))?.[1];
    if (type !== undefined) commands.push({ type, elements: elementsOf(text.slice(head + 1, close)) });
    at = close + 1;
  }
  return { trackingId: TRACKING_ID.exec(text.slice(start))?.[1]?.trim() ?? '', commands };
}

/** Whether a command is an answer; the others are what was asked. */
export function isAnswer({ type }: OciCommand): boolean {
  return /Response\d*(?:sp\d+)?(?:v\d+)?$/i.test(type);
}

/** What a refused command says; undefined where the command was done. */
export function refusalOf({ type, elements }: OciCommand): string | undefined {
  if (type !== 'ErrorResponse') return undefined;
  return elements.get('summary') ?? elements.get('summaryEnglish') ?? type;
}

function elementsOf(text: string): Map<string, string | undefined> {
  const elements = new Map<string, string | undefined>();
  for (const [, name = '', attributes = '', value] of text.matchAll(ELEMENT)) {
    const isNil = /:nil\s*=\s*["'](?:true|1)["']/.test(attributes);
    // Of a repeated element the first one counts.
    if (!elements.has(name)) elements.set(name, isNil || value === undefined ? undefined : plain(value));
  }
  return elements;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(value: string): string {
  return value.trim().replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}
