import { object } from '../../../error-text/shape-hit.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { inBodyTroubles } from '../../../failures/in-body-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds GraphQL answers with `errors` behind a status of success, and names the operation and the field that failed.
 * A warning where data came beside the errors: the page may show it all but for a part.
 * Spec: GraphQL §7.1 (response format), GraphQL over HTTP.
 */
export const graphql: Rule<'fail/graphql'> = {
  meta: {
    id: 'fail/graphql',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'errors/graphql',
    supersedes: ['fail/error-in-success'],
  },
  *detect(view) {
    for (const { failures, entries, evidence, facts } of inBodyTroubles(
      view,
      (family) => family === 'graphql',
    )) {
      const [{ exchange }] = failures;
      // An error inside the result of a mutation is about all of it.
      const partial = exchange.error?.pointer?.startsWith('/data/') !== true && hasData(exchange);
      const operation = operationOf(exchange);
      const field = fieldOf(exchange);
      yield {
        entries,
        evidence,
        facts: {
          ...facts,
          partial,
          ...(operation === undefined ? {} : { operation }),
          ...(field === undefined ? {} : { field }),
        },
        ...(partial ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

/** GraphQL §7.1.1: `data` is null where the whole operation failed. */
function hasData({ responseText }: Exchange): boolean {
  const data = object(parsed(responseText)?.data);
  return data !== undefined && Object.values(data).some((value) => value !== null);
}

/** A name of GraphQL (§2.1.9); what stands there otherwise is not shown. */
const name = /^[_A-Za-z]\w{0,99}$/;

/** `operationName`, from the body or the address; else the name in the query itself. */
function operationOf({ entry, requestText }: Exchange): string | undefined {
  const asked = parsed(requestText);
  const query = typeof asked?.query === 'string' ? asked.query.slice(0, 4096) : '';
  const candidates = [
    asked?.operationName,
    entry.request.queryString.find((field) => field.name === 'operationName')?.value,
    /[?&]operationName=(\w{1,100})/.exec(entry.request.url)?.[1],
    /\b(?:query|mutation|subscription)\s{1,9}(\w{1,100})/.exec(query)?.[1],
  ];
  return candidates.find((found): found is string => typeof found === 'string' && name.test(found));
}

/** Where the first error lies in the answer: `person.voicemail`, places in lists as `[0]`. GraphQL §7.1.2, path. */
function fieldOf({ responseText }: Exchange): string | undefined {
  const errors = parsed(responseText)?.errors;
  const path: unknown = object(Array.isArray(errors) ? errors[0] : undefined)?.path;
  if (!Array.isArray(path) || path.length === 0 || path.length > 20) return undefined;
  if (!path.every((part) => typeof part === 'number' || (typeof part === 'string' && name.test(part))))
    return undefined;
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${part}`))
    .join('');
}

function parsed(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const root: unknown = JSON.parse(text ?? '');
    // Several operations in one request are answered in a list.
    return object(Array.isArray(root) ? root[0] : root);
  } catch {
    return undefined;
  }
}
