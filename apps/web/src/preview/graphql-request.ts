/** A GraphQL request as people write it. */
export interface GraphqlRequest {
  /** `query users`, `mutation`, … */
  readonly operation: string;
  /** The document, with a line for each field. */
  readonly document: string;
  /** JSON of the variables; undefined without any. */
  readonly variables: string | undefined;
}

/** The operations of a body; none where it is no GraphQL. Spec: GraphQL over HTTP; a list is a batch. */
export function graphqlRequests(text: string): GraphqlRequest[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  return (Array.isArray(value) ? value : [value]).flatMap((one) => readOperation(one) ?? []);
}

const OPERATION = /^\s*(?:#[^\n]*\n\s*)*(query|mutation|subscription)?\s*([_A-Za-z]\w*)?/;

function readOperation(value: unknown): GraphqlRequest | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { query, variables, operationName } = value as Record<string, unknown>;
  if (typeof query !== 'string' || !query.includes('{')) return undefined;
  const match = OPERATION.exec(query);
  if (match === null) return undefined;
  const name = typeof operationName === 'string' ? operationName : match[2];
  return {
    operation: [match[1] ?? 'query', name].filter(Boolean).join(' '),
    document: prettyDocument(query),
    variables:
      typeof variables === 'object' && variables !== null && Object.keys(variables).length > 0
        ? JSON.stringify(variables)
        : undefined,
  };
}

/** A string, a comment, braces, blanks, or anything else. */
const TOKEN = /"""(?:[^"]|"(?!""))*(?:""")?|"(?:[^"\\\n]|\\.)*"?|#[^\n]*|[{}]|[()]|\s+|[^\s{}()"#]+/g;

/** A line for each field; what stands in parentheses stays on its line. */
export function prettyDocument(document: string): string {
  const lines: string[] = [];
  let depth = 0;
  let inParentheses = 0;
  let current = '';
  const end = (): void => {
    if (current.trim() !== '') lines.push('  '.repeat(Math.min(depth, 40)) + current.trim());
    current = '';
  };
  for (const token of document.match(TOKEN) ?? []) {
    if (token === '(') inParentheses++;
    if (token === ')') inParentheses = Math.max(0, inParentheses - 1);
    if (inParentheses === 0 && token === '{') {
      current = `${current.trimEnd()} {`;
      end();
      depth++;
    } else if (inParentheses === 0 && token === '}') {
      end();
      depth = Math.max(0, depth - 1);
      current = '}';
      end();
    } else if (/^\s/.test(token)) {
      if (inParentheses === 0 && token.includes('\n')) end();
      else current += ' ';
    } else {
      current += token;
      if (token.startsWith('#')) end();
    }
  }
  end();
  return lines.join('\n');
}
