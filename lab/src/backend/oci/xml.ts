/** An element of a small XML document: what OCI needs, so no processing instructions inside, no CDATA, no DTD. */
export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string;
  /** By local name: `type`, `nil`; prefixes differ between senders. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Of an element without children. */
  readonly text: string;
}

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"]*")*)\s*(\/?)>/g;

/** The root element. Errors: a plain Error, where tags do not match; the callers answer with an OCI error. */
export function readXml(text: string): XmlElement {
  const root: Growing = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Growing[] = [root];
  let end = 0;
  for (const match of text.matchAll(TAG)) {
    const [whole, slash, name, attributes, selfClosed] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
    ];
    const current = open.at(-1)!;
    if (slash === '/') {
      if (current.name !== localName(name)) throw new Error(`</${name}> closes <${current.name}>`);
      if (current.children.length === 0) current.text = decode(text.slice(end, match.index));
      open.pop();
    } else {
      const element: Growing = {
        name: localName(name),
        attributes: readAttributes(attributes),
        children: [],
        text: '',
      };
      current.children.push(element);
      if (selfClosed === '') open.push(element);
    }
    end = match.index + whole.length;
  }
  const [only] = root.children;
  if (open.length !== 1 || only === undefined) throw new Error('the document ends inside an element');
  return only;
}

/** The text of a child; undefined = there is none, or it is `xsi:nil`. */
export function childText(element: XmlElement, name: string): string | undefined {
  const child = element.children.find((one) => one.name === name);
  return child === undefined || child.attributes.get('nil') === 'true' ? undefined : child.text;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

interface Growing extends XmlElement {
  children: Growing[];
  text: string;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)];
  return new Map(pairs.map(([, name = '', value = '']) => [localName(name), decode(value)]));
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
