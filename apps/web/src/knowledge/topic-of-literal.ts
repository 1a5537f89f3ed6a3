import { explainHeader } from '@harrier/knowledge';
import { methodFacts, statusFacts } from '@harrier/knowledge/pages';
import { words } from '@harrier/knowledge/words';

/** The page on something that a text names as a literal: a header, a method, a status; undefined = none, or not surely. */
export function topicOfLiteral(literal: string): string | undefined {
  if (Object.hasOwn(methodFacts, literal)) return `method/${literal}`;
  const [, status] = /^([1-5]\d\d)(?: [A-Z].*)?$/.exec(literal) ?? [];
  if (status !== undefined && Object.hasOwn(statusFacts, status)) return `status/${status}`;
  // `Date` and `Host` with a capital are fields; `range` and `age` in JSON are not.
  if (!/^(?::[a-z]+|[A-Z][\w-]*|[a-z][\w-]*-[\w-]*)$/.test(literal)) return undefined;
  const header = explainHeader(literal, words('en'));
  return header === undefined ? undefined : `header/${header.name}`;
}
