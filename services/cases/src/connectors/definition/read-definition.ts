import {
  type ConnectorDefinition,
  type ConnectorField,
  type ConnectorKind,
  connectorIdPattern,
  connectorKinds,
  type SecretReference,
  secretEnvPattern,
  secretFilePattern,
} from './connector-fields.ts';

/** A definition is not as it should be. Holds a JSON pointer and a rule in the words of JSON Schema; never a value. */
export class ConnectorSettingsError extends Error {
  readonly pointer: string;
  readonly rule: string;

  constructor(pointer: string, rule: string) {
    super(`${pointer || 'the file'}: ${rule}`);
    this.name = 'ConnectorSettingsError';
    this.pointer = pointer;
    this.rule = rule;
  }
}

/** The definitions of a file's text. Error: {@link ConnectorSettingsError}. */
export function readConnectorsFile(text: string): readonly ConnectorDefinition[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ConnectorSettingsError('', 'JSON');
  }
  const { connectors } = objectAt('', value);
  if (!Array.isArray(connectors)) throw new ConnectorSettingsError('/connectors', 'array');
  const found = connectors.map((one, at) => readDefinition(one, `/connectors/${at}`));
  const twice = found.findIndex(({ id }, at) => found.findIndex((one) => one.id === id) !== at);
  if (twice >= 0) throw new ConnectorSettingsError(`/connectors/${twice}/id`, 'unique');
  return found;
}

/** One definition. Error: {@link ConnectorSettingsError}; what is not known is one, because it may be misspelt. */
export function readDefinition(value: unknown, pointer = ''): ConnectorDefinition {
  const { id, kind, network = 'public', ...members } = objectAt(pointer, value);
  if (typeof id !== 'string' || !new RegExp(connectorIdPattern).test(id))
    throw new ConnectorSettingsError(`${pointer}/id`, connectorIdPattern);
  if (typeof kind !== 'string' || !Object.hasOwn(connectorKinds, kind))
    throw new ConnectorSettingsError(`${pointer}/kind`, Object.keys(connectorKinds).join(', '));
  if (network !== 'public' && network !== 'private')
    throw new ConnectorSettingsError(`${pointer}/network`, 'public, private');
  const fields: Readonly<Record<string, ConnectorField>> = connectorKinds[kind as ConnectorKind];
  const more: Record<string, string | number | boolean> = {};
  let secret: SecretReference | undefined;
  for (const [name, given] of Object.entries(members)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) throw new ConnectorSettingsError(`${pointer}/${name}`, 'unknown');
    if (field.type === 'secret') secret = secretAt(`${pointer}/${name}`, given);
    else more[name] = valueAt(`${pointer}/${name}`, field, given);
  }
  for (const [name, { required }] of Object.entries(fields))
    if (required && !Object.hasOwn(members, name))
      throw new ConnectorSettingsError(`${pointer}/${name}`, 'required');
  // Else its secret would cross the Internet in the clear, and the connector would not open.
  if (network === 'public' && typeof more.baseUrl === 'string' && !/^https:/i.test(more.baseUrl))
    throw new ConnectorSettingsError(`${pointer}/baseUrl`, httpsAddress);
  return { id, kind: kind as ConnectorKind, network, more, ...(secret === undefined ? {} : { secret }) };
}

const httpsAddress = 'https://<host>/';

function valueAt(pointer: string, field: ConnectorField, given: unknown): string | number | boolean {
  switch (field.type) {
    case 'flag':
      if (typeof given === 'boolean') return given;
      throw new ConnectorSettingsError(pointer, 'boolean');
    case 'count':
      if (typeof given === 'number' && Number.isSafeInteger(given) && given > 0) return given;
      throw new ConnectorSettingsError(pointer, 'integer > 0');
    case 'choice':
      if (typeof given === 'string' && field.oneOf?.includes(given)) return given;
      throw new ConnectorSettingsError(pointer, field.oneOf?.join(', ') ?? '');
    case 'url':
      if (typeof given === 'string' && isAddress(given)) return given;
      throw new ConnectorSettingsError(pointer, httpsAddress);
    default:
      if (typeof given !== 'string' || given === '' || given.length > 1000)
        throw new ConnectorSettingsError(pointer, 'string');
      if (field.pattern !== undefined && !new RegExp(field.pattern).test(given))
        throw new ConnectorSettingsError(pointer, field.pattern);
      return given;
  }
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === '';
}

function secretAt(pointer: string, given: unknown): SecretReference {
  const { env, file, ...others } = objectAt(pointer, given);
  if (Object.keys(others).length === 0) {
    if (typeof env === 'string' && file === undefined && new RegExp(secretEnvPattern).test(env))
      return { env };
    if (typeof file === 'string' && env === undefined && new RegExp(secretFilePattern).test(file))
      return { file };
  }
  throw new ConnectorSettingsError(pointer, '{"env": "HARRIER_SECRET_…"} or {"file": "<name>"}');
}

function objectAt(pointer: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new ConnectorSettingsError(pointer, 'object');
}
