import type { Field } from '@harrier/har';

/** Directives of `Cache-Control` in lower case with their values, in order, duplicates kept. RFC 9111 §5.2. */
export function cacheDirectives(fields: readonly Field[]): (readonly [string, string | undefined])[] {
  return fields
    .filter(({ name }) => name.toLowerCase() === 'cache-control')
    .flatMap(({ value }) => value.slice(0, 2000).split(','))
    .map((part) => {
      const [name = '', value] = part.split('=', 2);
      return [name.trim().toLowerCase(), value?.trim().replace(/^"|"$/g, '')] as const;
    })
    .filter(([name]) => name !== '');
}
