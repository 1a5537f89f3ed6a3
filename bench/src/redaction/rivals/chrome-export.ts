import type { AnyHar } from '../contest-capture.ts';
import { type Members, mapEntries } from './members.ts';

/**
 * What Chrome leaves out of a "sanitized" export, its default since version 130: the cookies of both sides and three header
 * fields; everything else stays. Emulated from the rules in ChromeDevTools/devtools-frontend, `front_end/models/har/Log.ts`.
 */
export function chromeExport(har: AnyHar): AnyHar {
  return mapEntries(har, (entry) => {
    const request = entry.request as Members;
    const response = entry.response as Members;
    return {
      ...entry,
      request: { ...request, cookies: [], headers: without(request.headers, ['authorization', 'cookie']) },
      response: { ...response, cookies: [], headers: without(response.headers, ['set-cookie']) },
    };
  });
}

function without(fields: unknown, names: readonly string[]): unknown[] {
  return (fields as { name: string }[]).filter(({ name }) => !names.includes(name.toLowerCase()));
}
