import { readFieldErrors } from './field-errors.ts';
import { type JsonObject, list, object, type ShapeHit } from './shape-hit.ts';

/** A name of a kind of error, or words that stand for any: whoever reads them knows that it failed, and not why. */
const tellsLittle =
  /^(?:[A-Za-z][\w.:-]{0,60}|(?:the )?(?:operation|request|action|call|record|form|input|data|model)?\s?(?:has )?(?:validation (?:failed|errors?)|failed|error|is invalid)|(?:one or more )?validation errors?(?: occurred)?|bad request|forbidden|unauthori[sz]ed|not allowed|access denied|conflict|unprocessable (?:entity|content)|internal (?:server )?error|an? (?:unknown |unexpected )?error (?:has )?occurred|something went wrong|invalid (?:request|input|data))[.!]?$/i;

/** Where services put what they mean beside a sentence that says little, the most telling first. */
const beside = [
  'detail',
  'details',
  'error_description',
  'description',
  'developerMessage',
  'reason',
  'message',
  'errors',
  'errorCauses',
  'causes',
];
const MAX_DEPTH = 3;

/** An error whose text says little, with what stands beside it and says more: `Operation Failed: ACL Exception Update Failed …`. */
export function moreExact(found: ShapeHit, root: JsonObject): ShapeHit {
  // `{"message": "{\"subCode\": \"…\", \"message\": \"…\"}"}`: what another service said, as it came.
  const inside = sentenceInside(found.text);
  if (inside !== undefined) return { ...found, text: inside };
  if (!tellsLittle.test(found.text.trim())) return found;
  const parent = object(valueAt(root, found.pointer.split('/').slice(1, -1)));
  const more =
    (parent === undefined ? undefined : textBeside(parent, found.text, MAX_DEPTH)) ??
    readFieldErrors(root)?.text ??
    textBeside(root, found.text, MAX_DEPTH);
  return more === undefined ? found : { ...found, text: `${found.text.replace(/[.!]$/, '')}: ${more}` };
}

function textBeside(item: JsonObject, said: string, depth: number): string | undefined {
  for (const name of beside) {
    const text = textIn(item[name], said, depth);
    if (text !== undefined) return text;
  }
  return undefined;
}

function textIn(value: unknown, said: string, depth: number): string | undefined {
  if (typeof value === 'string') {
    const text = value.trim();
    return text === '' || text === said.trim() || tellsLittle.test(text) ? undefined : text;
  }
  if (depth === 0) return undefined;
  const first = list(value)?.[0];
  if (first !== undefined) return textIn(first, said, depth - 1);
  const item = object(value);
  if (item === undefined) return undefined;
  // `{base: [{description: "Requester is suspended."}]}`: by the names of fields, whatever they are.
  return (
    textBeside(item, said, depth - 1) ??
    Object.values(item)
      .slice(0, 5)
      .map((one) => (typeof one === 'object' ? textIn(one, said, depth - 1) : undefined))
      .find((text) => text !== undefined)
  );
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
  let value = root;
  for (const key of keys) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Array.isArray(value) ? value[Number(name)] : object(value)?.[name];
  }
  return value;
}

/** The sentence of JSON that stands where a sentence should. */
function sentenceInside(text: string): string | undefined {
  if (!/^\s{0,20}\{/.test(text)) return undefined;
  try {
    const item = object(JSON.parse(text)) ?? {};
    return ['message', 'detail', 'description', 'error_description', 'error']
      .map((name) => item[name])
      .find((value): value is string => typeof value === 'string' && value.trim() !== '');
  } catch {
    return undefined;
  }
}
