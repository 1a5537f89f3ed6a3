import { hit, type JsonObject, list, object, type ShapeHit } from './shape-hit.ts';

/** Forms have fewer fields than this; what has more is data. */
const MAX_FIELDS = 50;

/**
 * What a service has against single fields, by their names: `{errors: {email: ["is taken"]}}` (Laravel, Rails, ASP.NET), `{errors:
 * {customfield_10010: "Sprint is required."}}` (Jira), or the same as the whole answer (Django). The first, with its field's name.
 */
export function readFieldErrors(root: JsonObject, status = 0): ShapeHit | undefined {
  const errors = object(root.errors) ?? object(object(root.error)?.errors);
  const at = object(root.errors) === undefined ? '/error/errors' : '/errors';
  if (errors !== undefined) return readFields(errors, at, isListOrText);
  // Under other statuses lists may be anything.
  return status === 400 || status === 422 ? readFields(root, '', isList) : undefined;
}

const isList = (value: unknown) => list(value)?.every((one) => typeof one === 'string') === true;
const isListOrText = (value: unknown) => isList(value) || (typeof value === 'string' && value.trim() !== '');

function readFields(item: JsonObject, at: string, isSaid: (value: unknown) => boolean): ShapeHit | undefined {
  const fields = Object.entries(item);
  const [first] = fields;
  if (first === undefined || fields.length > MAX_FIELDS || !fields.every(([, value]) => isSaid(value)))
    return undefined;
  const [name, value] = first;
  const many = list(value);
  const pointer = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const said = many === undefined ? hit(value, pointer) : hit(many[0], `${pointer}/0`);
  if (said === undefined) return undefined;
  const isNamed =
    /^_{0,2}(?:all|base|non_field_errors|global|general)_{0,2}$/i.test(name) || said.text.includes(name);
  return isNamed ? said : { ...said, text: `${name}: ${said.text}` };
}
