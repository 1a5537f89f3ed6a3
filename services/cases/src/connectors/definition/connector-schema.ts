import {
  type ConnectorField,
  connectorIdPattern,
  connectorKinds,
  secretEnvPattern,
  secretFilePattern,
} from './connector-fields.ts';

type Schema = { readonly [name: string]: unknown };

/** The schema of one definition. Spec: JSON Schema 2020-12. */
export const connectorSchema: Schema = {
  type: 'object',
  oneOf: Object.entries(connectorKinds).map(([kind, fields]) => ({
    type: 'object',
    title: kind,
    additionalProperties: false,
    required: [
      'id',
      'kind',
      ...Object.entries<ConnectorField>(fields).flatMap(([name, { required }]) => (required ? [name] : [])),
    ],
    properties: {
      id: { type: 'string', pattern: connectorIdPattern },
      kind: { const: kind },
      network: { enum: ['public', 'private'] },
      ...Object.fromEntries(
        Object.entries<ConnectorField>(fields).map(([name, field]) => [name, fieldSchema(field)]),
      ),
    },
  })),
};

/** The schema of a file of definitions, as `docs/schemas/connectors.schema.json` has it. */
export const connectorsFileSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Case systems of a Harrier server',
  type: 'object',
  additionalProperties: false,
  required: ['connectors'],
  properties: {
    $schema: { type: 'string' },
    connectors: { type: 'array', maxItems: 100, items: connectorSchema },
  },
};

function fieldSchema({ type, oneOf, about, pattern }: ConnectorField): Schema {
  switch (type) {
    case 'text':
      return {
        type: 'string',
        minLength: 1,
        maxLength: 500,
        ...(pattern === undefined ? {} : { pattern }),
        description: about,
      };
    case 'url':
      return {
        type: 'string',
        pattern: '^https?://[^/?#@\\s]+(/[^?#\\s]*)?$',
        maxLength: 500,
        description: about,
      };
    case 'folder':
      return { type: 'string', minLength: 1, maxLength: 1000, description: about };
    case 'count':
      return { type: 'integer', minimum: 1, description: about };
    case 'flag':
      return { type: 'boolean', description: about };
    case 'choice':
      return { enum: [...(oneOf ?? [])], description: about };
    case 'secret':
      return {
        description: about,
        oneOf: [secretSchema('env', secretEnvPattern), secretSchema('file', secretFilePattern)],
      };
  }
}

function secretSchema(name: string, pattern: string): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    required: [name],
    properties: { [name]: { type: 'string', pattern } },
  };
}
