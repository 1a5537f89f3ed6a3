import { hit, type JsonObject, list, object, type ShapeHit } from './shape-hit.ts';

/** A mutation changes a few things at once. */
const MAX_MUTATIONS = 20;
const userErrors = /^(?:user|mutation|\w{1,40}User)Errors$/;

/**
 * What a GraphQL mutation has against its input, inside its own result: `{data: {productUpdate: {product: null, userErrors: [{field,
 * message}]}}}` (Shopify, GitLab), or `errors` there beside a result of null, which name their input (Relay, graphql-ruby). Nothing was changed, and neither
 * the status nor GraphQL's own `errors` says so.
 */
export function readUserErrors(root: JsonObject): ShapeHit | undefined {
  const data = object(root.data);
  if (data === undefined) return undefined;
  for (const [mutation, value] of Object.entries(data).slice(0, MAX_MUTATIONS)) {
    const result = object(value) ?? {};
    const names = Object.keys(result).filter((name) => userErrors.test(name));
    const isWithoutResult = Object.values(result).includes(null);
    for (const name of [...names, ...(isWithoutResult ? ['errors'] : [])]) {
      const first = list(result[name])?.[0];
      const at = `/data/${mutation}/${name}/0`;
      if (name === 'errors' && !namesInput(object(first))) continue;
      const found = hit(object(first)?.message, `${at}/message`, object(first)?.code) ?? hit(first, at);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function namesInput(error: JsonObject | undefined): boolean {
  return error !== undefined && ['field', 'path', 'attribute', 'code'].some((name) => name in error);
}
