import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  builtInConnector,
  type CaseBook,
  type CaseConnector,
  type ConnectorDefinition,
  folderConnector,
  type ObjectStore,
  type OwnedDefinition,
  openConnector,
  readConnectorsFile,
  type SecretReference,
  type Store,
  storedDefinitions,
} from '@harrier/cases';
import { placesOf, type SecretPlaces, secretOf } from './secret-of.ts';

export interface RegistryOptions {
  readonly store: Store;
  readonly objects: ObjectStore;
  readonly book: CaseBook;
  readonly secrets: SecretPlaces;
  /** With which the server asks its identity provider. */
  readonly serversSecret?: SecretReference | undefined;
  /** File of definitions; none where it is not there. */
  readonly file?: string;
  /** Case folders to watch besides. */
  readonly watchedFolder?: string;
}

/**
 * The case systems that this process talks to: every tenant's own cases, those of the file, and those that administrators
 * set up. `refresh` looks again; what did not change keeps its connector, which knows what it has learned.
 */
export class ConnectorRegistry {
  readonly #options: RegistryOptions;
  #connectors: readonly CaseConnector[] = [];
  #definitions: readonly OwnedDefinition[] = [];
  /** The organisation of whoever runs the server. */
  #first: string | undefined;
  #opened = new Map<string, { readonly mark: string; readonly connector: CaseConnector }>();

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  get connectors(): readonly CaseConnector[] {
    return this.#connectors;
  }

  find(id: string): CaseConnector | undefined {
    return this.#connectors.find((connector) => connector.id === id);
  }

  definitionsOf(tenantId: string): readonly OwnedDefinition[] {
    return this.#definitions.filter((one) => one.tenantId === tenantId);
  }

  /**
   * Whether an organisation may name the secret of a definition: whoever sets a case system up says where its secret is sent.
   * Files of an organisation lie apart from all others; variables, and what the server itself uses, are not for everybody.
   */
  mayName({ secret }: ConnectorDefinition, tenantId: string): boolean {
    if (secret === undefined) return true;
    if (tenantId !== this.#first) return 'file' in secret;
    return !isDeepStrictEqual(secret, this.#options.serversSecret);
  }

  /** Error: `ConnectorSettingsError` where the file is not as it should be; then everything stays as it was. */
  async refresh(): Promise<void> {
    const { store, objects, book, watchedFolder, file } = this.#options;
    const tenants = await store.db
      .selectFrom('tenants')
      .select('id')
      .orderBy('createdMs')
      .orderBy('id')
      .execute();
    const first = tenants[0]?.id;
    this.#first = first;
    const inFile = file === undefined ? [] : await definitionsIn(file);
    // What stands in the file is the first organisation's, as the watched folder is.
    const fromFile = inFile.flatMap((definition) =>
      first === undefined
        ? []
        : [{ connectorId: definition.id, tenantId: first, definition, from: 'file' as const }],
    );
    const definitions = [...fromFile, ...(await storedDefinitions(store))];
    const opened = new Map<string, { readonly mark: string; readonly connector: CaseConnector }>();
    for (const owned of definitions) {
      const found = await this.#open(owned);
      if (found !== undefined) opened.set(owned.connectorId, found);
    }
    const watched =
      watchedFolder === undefined || first === undefined
        ? []
        : [folderConnector({ id: 'folder', tenantId: first, root: watchedFolder })];
    this.#definitions = definitions;
    this.#opened = opened;
    this.#connectors = [
      ...tenants.map(({ id }) => builtInConnector(store, objects, book, id)),
      ...watched,
      ...[...opened.values()].map(({ connector }) => connector),
    ];
  }

  /**
   * With which the webhooks of a case system are signed: the secret that lies beside its own, `<name>-webhook` or `…_WEBHOOK`, one a
   * line while it is being changed. None where there is no such secret, or no such case system: then it has no webhook.
   */
  async webhookSecrets(connectorId: string): Promise<readonly string[]> {
    const owned = this.#definitions.find((one) => one.connectorId === connectorId);
    const own = owned?.definition.secret;
    if (owned === undefined || own === undefined) return [];
    const beside = 'env' in own ? { env: `${own.env}_WEBHOOK` } : { file: `${own.file}-webhook` };
    const secret = await this.#secretOf(owned.tenantId, beside);
    return secret?.split(/\r?\n/).filter((line) => line !== '') ?? [];
  }

  /** Where the secret of a definition has to be, and whether it is there; undefined where it needs none. */
  async secretState({
    tenantId,
    definition: { secret },
  }: OwnedDefinition): Promise<{ readonly at: string; readonly isThere: boolean } | undefined> {
    if (secret === undefined) return undefined;
    const folder = tenantId === this.#first ? 'secrets' : `secrets/${tenantId}`;
    return {
      at: 'env' in secret ? secret.env : `${folder}/${secret.file}`,
      isThere: (await this.#secretOf(tenantId, secret)) !== undefined,
    };
  }

  async #secretOf(tenantId: string, secret: SecretReference): Promise<string | undefined> {
    const organisation = { tenantId, isFirst: tenantId === this.#first };
    return await secretOf(secret, placesOf(this.#options.secrets, organisation));
  }

  async #open({ connectorId, tenantId, definition }: OwnedDefinition) {
    const { secret: reference } = definition;
    const secret = reference === undefined ? '' : await this.#secretOf(tenantId, reference);
    // Without its secret it cannot be talked to; that it is missing is shown with the definition.
    if (secret === undefined) return undefined;
    const mark = createHash('sha256')
      .update(JSON.stringify([tenantId, definition, secret]))
      .digest('hex');
    const before = this.#opened.get(connectorId);
    if (before?.mark === mark) return before;
    return { mark, connector: openConnector(definition, { id: connectorId, tenantId, secret }) };
  }
}

async function definitionsIn(file: string): Promise<readonly ConnectorDefinition[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return readConnectorsFile(text);
}
