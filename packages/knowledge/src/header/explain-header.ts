import type { Words } from '../words.ts';
import { type HeaderName, headerSources } from './header-name.ts';

/** What a header field means. */
export interface HeaderMeaning {
  /** Lower case, as header fields are compared. */
  readonly name: HeaderName;
  /** One sentence. */
  readonly meaning: string;
  /** The document that defines it. */
  readonly source: string;
}

/** Explains a header field, whatever the case of its name; undefined = nothing is known of it. */
export function explainHeader(name: string, { headers }: Words): HeaderMeaning | undefined {
  const known = name.toLowerCase();
  if (!isKnown(known)) return undefined;
  return { name: known, meaning: headers[known], source: headerSources[known] };
}

function isKnown(name: string): name is HeaderName {
  return Object.hasOwn(headerSources, name);
}
