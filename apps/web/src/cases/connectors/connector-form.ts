import { languages } from '@harrier/knowledge';

/**
 * What is filled in to set up a case system, kind by kind, as the API takes it. A folder and a private network are not here: only
 * whoever runs the server may say so.
 */
export const connectorForms = {
  redmine: ['baseUrl', 'project?', 'formatting?', 'maxBytes?', 'language?'],
  'request-tracker': ['baseUrl', 'account', 'queue?', 'maxBytes?', 'language?'],
  jira: ['baseUrl', 'account?', 'project', 'serviceManagement?', 'language?'],
  'service-now': ['baseUrl', 'account', 'table?', 'maxBytes?', 'sealedSuffix?', 'language?'],
  zendesk: ['baseUrl', 'account', 'maxBytes?', 'sealedSuffix?', 'language?'],
  salesforce: ['baseUrl', 'account', 'maxBytes?', 'language?'],
  gitlab: ['baseUrl', 'project', 'maxBytes?', 'language?'],
} as const;

export type ConnectorKind = keyof typeof connectorForms;
type WithoutMark<Field extends string> = Field extends `${infer Name}?` ? Name : Field;
export type ConnectorFieldName = WithoutMark<(typeof connectorForms)[ConnectorKind][number]>;

/** What makers call them. */
export const productNames: Readonly<Record<ConnectorKind, string>> = {
  redmine: 'Redmine',
  'request-tracker': 'Request Tracker',
  jira: 'Jira',
  'service-now': 'ServiceNow',
  zendesk: 'Zendesk',
  salesforce: 'Salesforce',
  gitlab: 'GitLab',
};

/** The values that a field may have; undefined: it is written. */
export const choices: Partial<Record<ConnectorFieldName, readonly string[]>> = {
  formatting: ['textile', 'markdown', 'plain'],
  language: languages,
};

/** The fields of a kind. */
export function fieldsOf(
  kind: ConnectorKind,
): readonly { readonly name: ConnectorFieldName; readonly isNeeded: boolean }[] {
  return connectorForms[kind].map((field) => ({
    name: field.replace('?', '') as ConnectorFieldName,
    isNeeded: !field.endsWith('?'),
  }));
}

/** A definition, as the API gives and takes it. */
export interface Definition {
  readonly id: string;
  readonly kind: ConnectorKind;
  readonly secret?: { readonly env: string } | { readonly file: string };
  readonly [field: string]: unknown;
}

/** What was filled in, as the API takes it: empty fields are left out, sizes are numbers. */
export function definitionOf(
  kind: ConnectorKind,
  filled: Readonly<Record<string, string | boolean>>,
): Definition {
  const { id, secretPlace, secretName } = filled;
  const members = fieldsOf(kind).flatMap(({ name }): [string, unknown][] => {
    const value = filled[name];
    if (value === undefined || value === '' || value === false) return [];
    return [[name, name === 'maxBytes' ? Number(value) : value]];
  });
  return {
    id: String(id ?? ''),
    kind,
    secret: (secretPlace === 'file' ? { file: secretName } : { env: secretName }) as { env: string },
    ...Object.fromEntries(members),
  };
}

/** The same backwards, for changing what is there. */
export function filledOf(definition: Definition): Record<string, string | boolean> {
  const { id, kind, secret } = definition;
  const members = fieldsOf(kind).flatMap(({ name }): [string, string | boolean][] => {
    const value = definition[name];
    return value === undefined ? [] : [[name, typeof value === 'boolean' ? value : String(value)]];
  });
  const isFile = secret !== undefined && 'file' in secret;
  const name = secret === undefined ? '' : 'file' in secret ? secret.file : secret.env;
  return {
    id,
    secretPlace: isFile ? 'file' : 'env',
    secretName: name,
    ...Object.fromEntries(members),
  };
}
