/** A document that facts were taken from. */
export interface Source {
  /** `RFC 9110 §9.3.1`, `Fetch, CORS protocol`. Never translated. */
  readonly document: string;
  /** Where it can be read; undefined = wherever its maker keeps it now. */
  readonly url: string | undefined;
  /** The licence of that document; undefined = not published with one. Our pages take its facts, not its sentences. */
  readonly licence: string | undefined;
}

/** Makers of documents, by the way their documents' names begin; the first that fits counts. */
const makers: readonly {
  readonly begins: string;
  readonly licence?: string;
  readonly url?: string;
}[] = [
  { begins: 'RFC ', licence: 'IETF Trust Legal Provisions' },
  { begins: 'draft-', licence: 'IETF Trust Legal Provisions' },
  { begins: 'IANA', licence: 'CC0 1.0', url: 'https://www.iana.org/protocols' },
  { begins: 'Fetch', licence: 'CC BY 4.0', url: 'https://fetch.spec.whatwg.org/' },
  { begins: 'HTML', licence: 'CC BY 4.0', url: 'https://html.spec.whatwg.org/' },
  { begins: 'W3C', licence: 'W3C Document License', url: 'https://www.w3.org/TR/' },
  { begins: 'WICG', licence: 'W3C Software and Document License', url: 'https://wicg.io/' },
  { begins: 'HAR 1.2', url: 'http://www.softwareishard.com/blog/har-12-spec/' },
  {
    begins: 'Chrome DevTools',
    licence: 'CC BY 4.0',
    url: 'https://developer.chrome.com/docs/devtools/network',
  },
  {
    begins: 'Firefox',
    licence: 'MPL 2.0',
    url: 'https://firefox-source-docs.mozilla.org/devtools-user/network_monitor/',
  },
];

const rfc = /^RFC (\d+)(?: §([\d.]+))?/;
const draft = /^draft-[a-z0-9-]+/;

/** The document with its licence and address. */
export function sourceOf(document: string): Source {
  const maker = makers.find(({ begins }) => document.startsWith(begins));
  const [, number, section] = rfc.exec(document) ?? [];
  const url =
    number === undefined
      ? (draftUrl(document) ?? maker?.url)
      : `https://www.rfc-editor.org/rfc/rfc${number}${section === undefined ? '' : `#section-${section}`}`;
  return { document, url, licence: maker?.licence };
}

/** The draft's page, which also says whether it has become an RFC. */
function draftUrl(document: string): string | undefined {
  const [name] = draft.exec(document) ?? [];
  return name === undefined ? undefined : `https://datatracker.ietf.org/doc/${name}/`;
}
