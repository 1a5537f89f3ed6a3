import { nameMeaning } from '../names/name-meaning.ts';
import { SIGN_IN_ENDS, signInArguments } from '../names/sign-in-arguments.ts';
import { type JsonMember, type JsonNode, jsonTrees, memberOf } from './json-tree.ts';

/**
 * What a JSON text has in it that names values from afar, as it is written, also in a string of JSON. Whatever looks a
 * text over first looks closer where one of these stands.
 */
export const DISTANT_SIGNS: readonly string[] = [
  // Behind a name would stand a colon. The last of each is that of calls of GWT-RPC.
  ...SIGN_IN_ENDS.flatMap((end) => ['",', '"}', '"\n', '"\r', '\\",', '\\"}', '|'].map((sign) => end + sign)),
  '"call"',
  '"call\\',
  '"Secret"',
  '"SecretList"',
  'Secret\\',
  'SecretList\\',
  '"lease_id"',
  'lease_id\\',
  '"^ "',
  '"^ \\',
  '",["s","',
  '\\",[\\"s\\",\\"',
  '.vault.azure.net/secrets',
  'datacrc32c',
  'variable_type',
  '[{"_1":',
  '[{\\"_1\\":',
];

const MAY_HOLD = new RegExp(
  `(?:${SIGN_IN_ENDS.join('|')})"[,}\\r\\n]|(?:\\bcall|\\bSecret|SecretList|lease_id|\\^ )"|"(?:\\$binary|stringValue|dataCrc32c|variable_type)"|vault\\.azure\\.net|\\[\\s{0,8}"s"|:\\s{0,8}\\$|\\[\\s{0,8}\\{\\s{0,8}"[^"]{1,64}"\\s{0,8}:\\s{0,8}-?\\d`,
  'i',
);

/** Messages that name values from afar are smaller: the tree of a large text takes ten times its memory. */
const MAX_TEXT = 4 * 1024 * 1024;

/**
 * The names of values that stand elsewhere than beside or above them, by where a value begins: arguments of calls that
 * sign in, variables of GraphQL that a query gives to a named argument, maps and objects written as lists, bytes under
 * the name of their type, and what stores of secrets hold.
 */
export function distantNames(text: string): ReadonlyMap<number, string> | undefined {
  if (text.length > MAX_TEXT || !MAY_HOLD.test(text)) return undefined;
  const names = new Map<number, string>();
  const note = (node: JsonNode | undefined, name: string): void => {
    if (node !== undefined && typeof node.scalar === 'string' && nameMeaning('json', name) !== undefined)
      names.set(node.start, name);
  };
  const open: JsonNode[] = jsonTrees(text);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.members !== undefined) noteInObject(node, node.members, note);
    if (node.items !== undefined) noteInArray(node.items, note);
    for (const { value } of node.members ?? []) open.push(value);
    for (const item of node.items ?? []) open.push(item);
  }
  return names.size === 0 ? undefined : names;
}

type Note = (node: JsonNode | undefined, name: string) => void;

const METHOD_KEYS = ['method', 'target', 'action', 'M'];
// Ext Direct and Visualforce Remoting call them data.
const ARGUMENT_KEYS = ['params', 'arguments', 'args', 'A', 'data'];

/** Members of which every object that names a value from afar has one. */
const DECIDING = new Set([...METHOD_KEYS, 'variables', 'kind', 'id', 'payload', 'masked', 'lease_id', 'key']);

function noteInObject(node: JsonNode, members: readonly JsonMember[], note: Note): void {
  // `{"password": {"$binary": {"base64": "…"}}}`. Source: MongoDB Extended JSON.
  for (const { key, value } of members)
    if (value.members !== undefined) note(memberOf(memberOf(value, '$binary'), 'base64'), key);
  if (!members.some(({ key }) => DECIDING.has(key))) return;
  noteArguments(node, note);
  noteVariables(node, note);
  noteStored(node, note);
  // `{"key": "db.password", "value": {"stringValue": "…"}}`. Spec: OpenTelemetry Protocol, "JSON Protobuf Encoding".
  const key = memberOf(node, 'key')?.scalar;
  if (typeof key === 'string') note(memberOf(memberOf(node, 'value'), 'stringValue'), key);
}

/** `{"method": "login", "params": ["ann", "…"]}` of JSON-RPC and its relatives. */
function noteArguments(node: JsonNode, note: Note): void {
  const method = memberOf(node, ...METHOD_KEYS)?.scalar;
  const args = memberOf(node, ...ARGUMENT_KEYS)?.items;
  if (typeof method !== 'string' || args === undefined) return;
  const texts = args.map(({ scalar }) => (typeof scalar === 'string' ? scalar : undefined));
  for (const [at, name] of signInArguments(method, texts)) note(args[at], name);
  // A call to ubus begins with the session. Source: OpenWrt, "ubus", "Access to ubus over HTTP".
  if (method === 'call' && /^[0-9a-f]{32}$/.test(texts[0] ?? '') && texts[1] !== undefined)
    note(args[0], 'session id');
}

const ARGUMENT = /([A-Za-z_]\w{0,63})\s{0,8}:\s{0,8}\$([A-Za-z_]\w{0,63})/g;

/** `{"query": "mutation($b: String!) { login(password: $b) … }", "variables": {"b": "…"}}`. Spec: GraphQL §2.10. */
function noteVariables(node: JsonNode, note: Note): void {
  const query = memberOf(node, 'query')?.scalar;
  const variables = memberOf(node, 'variables')?.members;
  if (typeof query !== 'string' || variables === undefined) return;
  const unnamed = new Map(variables.map(({ key, value }) => [key, value]));
  for (const [, argument = '', variable = ''] of query.matchAll(ARGUMENT))
    if (saysNothing(variable)) note(unnamed.get(variable), argument);
}

/** What an object holds that is a secret, or the answer of a store of them: all of it goes. */
function noteStored(node: JsonNode, note: Note): void {
  const kind = memberOf(node, 'kind')?.scalar;
  const secrets =
    kind === 'Secret' ? [node] : kind === 'SecretList' ? (memberOf(node, 'items')?.items ?? []) : [];
  // Source: Kubernetes API, "Secret".
  for (const secret of secrets)
    for (const map of ['data', 'stringData']) noteAll(memberOf(secret, map), note);
  noteOfStores(node, note);
}

/** Answers of stores of secrets, by what else is in them. */
function noteOfStores(node: JsonNode, note: Note): void {
  // Sources: Azure Key Vault, "Get Secret"; Google Secret Manager, "AccessSecretVersionResponse"; GitLab, "Project-level CI/CD
  // variables API".
  const id = memberOf(node, 'id')?.scalar;
  if (typeof id === 'string' && id.includes('.vault.azure.net/secrets/'))
    note(memberOf(node, 'value'), 'secret');
  const payload = memberOf(node, 'payload');
  if (memberOf(payload, 'dataCrc32c') !== undefined) note(memberOf(payload, 'data'), 'secret');
  if (memberOf(node, 'masked')?.scalar === true && memberOf(node, 'variable_type') !== undefined)
    note(memberOf(node, 'value'), 'secret');
  // Source: Vault, "KV secrets engine - version 2 (API)".
  const data = memberOf(node, 'lease_id') === undefined ? undefined : memberOf(node, 'data');
  if (memberOf(memberOf(data, 'metadata'), 'created_time') !== undefined)
    noteAll(memberOf(data, 'data'), note);
}

function noteAll(map: JsonNode | undefined, note: Note): void {
  for (const { key, value } of map?.members ?? []) if (saysNothing(key)) note(value, 'secret');
}

function saysNothing(name: string): boolean {
  return nameMeaning('json', name) === undefined;
}

function noteInArray(items: readonly JsonNode[], note: Note): void {
  const [first] = items;
  if (first?.scalar === '^ ') noteMap(items, note);
  else if (first?.members !== undefined) noteFlattened(items, note);
  // Vaadin sends what changed as `["password", ["s", "…"]]`: the letter says text.
  const [type, changed] = items[1]?.items ?? [];
  if (items.length === 2 && typeof first?.scalar === 'string' && type?.scalar === 's')
    note(changed, first.scalar);
}

/** `["^ ", "~:password", "…"]`. Source: Transit format 0.8, "JSON map-as-array". */
function noteMap(items: readonly JsonNode[], note: Note): void {
  for (let at = 1; at + 1 < items.length; at += 2) {
    const key = items[at]?.scalar;
    if (typeof key === 'string') note(items[at + 1], key.replace(/^~[:$]?/, ''));
  }
}

/**
 * Objects whose members say at which place of the list their values stand: `[{"token": 1}, "…"]` of SvelteKit's data, and
 * `[{"_1": 2}, "token", "…"]` of React Router's, where the name stands in the list, too.
 * Sources: devalue, `stringify`; turbo-stream, `flatten`.
 */
function noteFlattened(items: readonly JsonNode[], note: Note): void {
  for (const { members = [] } of items)
    for (const { key, value } of members) {
      if (typeof value.scalar !== 'number') break;
      const nameAt = /^_(\d{1,6})$/.exec(key)?.[1];
      const name = nameAt === undefined ? key : items[Number(nameAt)]?.scalar;
      if (typeof name === 'string') note(items[value.scalar], name);
    }
}
