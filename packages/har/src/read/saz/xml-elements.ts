/** One start tag: its name and attributes, as written. Text between tags is of no interest here. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = /[\w:.-]+/y;
const ATTRIBUTE = /\s*([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/**
 * The start tags of an XML text, in order. Made for Fiddler's `_m.xml`: no document type, no entities but the
 * five and numbers, so nothing in a file can grow or reach out. Damaged tags are skipped.
 */
export function* xmlElements(text: string): Generator<XmlElement> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      if (end < 0) return;
      at = end + 3;
      continue;
    }
    NAME.lastIndex = ++at;
    const name = NAME.exec(text)?.[0];
    if (name === undefined) continue;
    at = NAME.lastIndex;
    const attributes = new Map<string, string>();
    ATTRIBUTE.lastIndex = at;
    for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
      at = ATTRIBUTE.lastIndex;
      attributes.set(match[1] as string, unescapeXml(match[2] ?? match[3] ?? ''));
    }
    yield { name, attributes };
  }
}

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,4}));/gi,
    (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] as string) : whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
