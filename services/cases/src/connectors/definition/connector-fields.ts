import { languages } from '@harrier/knowledge';

/** What stands in the definition of a case system, kind by kind: one table for checking, for the schema and for opening. */

/** One member: what it may be. */
export interface ConnectorField {
  readonly type: 'text' | 'url' | 'count' | 'flag' | 'secret' | 'choice' | 'folder';
  readonly required: boolean;
  /** Of a `choice`. */
  readonly oneOf?: readonly string[];
  /** Of a `text`: the connector itself takes no other, and what was let in here has to open in every process, at every start. */
  readonly pattern?: string;
  readonly about: string;
}

const baseUrl: ConnectorField = {
  type: 'url',
  required: true,
  about: 'address of the case system; everything that is asked for lies below it',
};
const secret: ConnectorField = {
  type: 'secret',
  required: true,
  about: 'where its token or password is: never the token itself',
};
const account = (about: string, required = true): ConnectorField => ({ type: 'text', required, about });
const language: ConnectorField = {
  type: 'choice',
  required: false,
  oneOf: languages,
  about: 'in which notes are read there',
};
const maxBytes: ConnectorField = { type: 'count', required: false, about: 'largest file that it takes' };
const sealedSuffix: ConnectorField = {
  type: 'text',
  required: false,
  about: 'what sealed files are called at the end, where it refuses .pgp',
};

/** By kind. `id`, `kind` and `network` are members of all. */
export const connectorKinds = {
  redmine: {
    baseUrl,
    secret,
    project: account('only issues of this project', false),
    formatting: {
      type: 'choice',
      required: false,
      oneOf: ['textile', 'markdown', 'plain'],
      about: 'what notes are written in there',
    },
    maxBytes,
    language,
  },
  'request-tracker': {
    baseUrl,
    secret,
    account: account('name of the account that the token is of'),
    queue: account('only tickets of this queue', false),
    maxBytes,
    language,
  },
  jira: {
    baseUrl,
    secret,
    account: account('Cloud: address of the account; Data Center: none', false),
    project: { ...account('key of the project'), pattern: '^[A-Z][A-Z0-9_]*$' },
    serviceManagement: {
      type: 'flag',
      required: false,
      about: 'a project of Jira Service Management, where customers read comments',
    },
    language,
  },
  'service-now': {
    baseUrl,
    secret,
    account: account('user name'),
    table: { ...account('table of the cases; default incident', false), pattern: '^[a-z]\\w*$' },
    maxBytes,
    sealedSuffix,
    language,
  },
  zendesk: {
    baseUrl,
    secret,
    account: account('address of the agent whose API token it is'),
    maxBytes,
    sealedSuffix,
    language,
  },
  salesforce: {
    baseUrl,
    secret,
    account: account('consumer key of the connected app; the secret is its consumer secret'),
    maxBytes,
    language,
  },
  gitlab: {
    baseUrl,
    secret,
    project: { ...account('number of the project'), pattern: '^[1-9]\\d{0,17}$' },
    maxBytes,
    language,
  },
  folder: {
    root: { type: 'folder', required: true, about: 'folder whose folders are cases' },
    language,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ConnectorField>>>>;

export type ConnectorKind = keyof typeof connectorKinds;

/** Where a secret is: a variable of the environment, or a file of the server's folder of secrets. */
export type SecretReference = { readonly env: string } | { readonly file: string };

/** Names that a reference may have. Whoever may set up a connector must not be able to read anything else by it. */
export const secretEnvPattern = '^HARRIER_SECRET_[A-Z0-9_]{1,100}$';
export const secretFilePattern = '^[a-z0-9][a-z0-9-]{0,100}$';
export const connectorIdPattern = '^[a-z][a-z0-9-]{0,40}$';

/** One case system, as it is set up. `more` are the members of its kind. */
export interface ConnectorDefinition {
  readonly id: string;
  readonly kind: ConnectorKind;
  /** `private` lets its address be one of a private network. Only who runs the server may say so. */
  readonly network: 'public' | 'private';
  readonly secret?: SecretReference;
  readonly more: Readonly<Record<string, string | number | boolean>>;
}
