/**
 * What a removed value was, in the words of RFC 9110 §11 and of the protocols that use it.
 * Each kind has the three letters that its pseudonyms carry (`hx-tok-…`). Tags are stable: captures sanitized
 * by an older version are read by them.
 */
export const credentialKinds = {
  password: { tag: 'pwd', hidesLength: true },
  pin: { tag: 'pin', hidesLength: true },
  'one-time-code': { tag: 'otp', hidesLength: true },
  'recovery-code': { tag: 'rec', hidesLength: true },
  'security-answer': { tag: 'ans', hidesLength: true },
  'password-hash': { tag: 'pwh', hidesLength: false },
  'user-name': { tag: 'usr', hidesLength: true },
  identity: { tag: 'idn', hidesLength: true },
  session: { tag: 'ses', hidesLength: false },
  cookie: { tag: 'cke', hidesLength: false },
  'access-token': { tag: 'tok', hidesLength: false },
  'refresh-token': { tag: 'rft', hidesLength: false },
  'id-token': { tag: 'idt', hidesLength: false },
  jwt: { tag: 'jwt', hidesLength: false },
  jwe: { tag: 'jwe', hidesLength: false },
  'api-key': { tag: 'key', hidesLength: false },
  'access-key-id': { tag: 'aki', hidesLength: false },
  'client-secret': { tag: 'csc', hidesLength: false },
  'authorization-code': { tag: 'cod', hidesLength: false },
  'oauth-state': { tag: 'sta', hidesLength: false },
  nonce: { tag: 'non', hidesLength: false },
  'code-verifier': { tag: 'pkv', hidesLength: false },
  'code-challenge': { tag: 'pkc', hidesLength: false },
  csrf: { tag: 'csr', hidesLength: false },
  captcha: { tag: 'cap', hidesLength: false },
  saml: { tag: 'sml', hidesLength: false },
  assertion: { tag: 'asr', hidesLength: false },
  signature: { tag: 'sig', hidesLength: false },
  basic: { tag: 'bas', hidesLength: false },
  negotiate: { tag: 'neg', hidesLength: false },
  'private-key': { tag: 'prv', hidesLength: false },
  'media-key': { tag: 'srt', hidesLength: false },
  'sip-credential': { tag: 'sip', hidesLength: false },
  'turn-credential': { tag: 'trn', hidesLength: false },
  'card-number': { tag: 'crd', hidesLength: false },
  'card-code': { tag: 'cvv', hidesLength: true },
  webhook: { tag: 'whk', hidesLength: false },
  'device-token': { tag: 'dev', hidesLength: false },
  'link-token': { tag: 'lnk', hidesLength: false },
  // Personal data, when a policy asks for it.
  email: { tag: 'eml', hidesLength: true },
  phone: { tag: 'phn', hidesLength: true },
  'ip-address': { tag: 'ipa', hidesLength: true },
  'person-name': { tag: 'nam', hidesLength: true },
} as const satisfies Record<string, CredentialKindRow>;

/** The pseudonym tag of a kind, and whether its values' length would help a guesser (a four-digit PIN). */
export interface CredentialKindRow {
  readonly tag: string;
  readonly hidesLength: boolean;
}

/** The name of a kind of credential, as reports and exposure inventories print it. */
export type CredentialKind = keyof typeof credentialKinds;
