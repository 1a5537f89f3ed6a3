import type { ShapeRow, ShapeScan } from './shape-row.ts';

/**
 * The body between an armour's first and last line; both lines stay, so that a reader sees what was there.
 * An armour that never ends (a truncated capture) goes up to the end of the text, or up to the code that writes it.
 */
function armourBody(text: string, at: number, begin: RegExp, end: RegExp) {
  begin.lastIndex = at;
  const head = begin.exec(text);
  if (head === null) return undefined;
  const start = at + head[0].length;
  end.lastIndex = start;
  const stop = end.exec(text)?.index ?? text.length;
  return stop - start < MIN_BODY ? undefined : { start, end: stop };
}

/**
 * Where a body ends: at the last line, or at a sign that no armour holds (not in base64, not in the fields before it).
 * One search for both, because one that looks for either alone reads to the end of the text for each key in it.
 */
const endingWith = (lastLine: string): RegExp => new RegExp(`${lastLine}|[(){}<>;$]`, 'g');

/** Shorter keys do not exist; half a line of base64 is enough to be one that was cut. */
const MIN_BODY = 16;

const PEM_HEAD = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----/y;
const PEM_END = endingWith('-----END');

const scanPem: ShapeScan = (text, at) => armourBody(text, at, PEM_HEAD, PEM_END);

const SSH2_HEAD = /---- BEGIN SSH2 (?:ENCRYPTED )?PRIVATE KEY ----/y;
const SSH2_END = endingWith('---- END');

const scanSsh2: ShapeScan = (text, at) => armourBody(text, at, SSH2_HEAD, SSH2_END);

const PUTTY_HEAD = /Private-Lines: ?[0-9]{1,3}/y;
const PUTTY_END = endingWith('Private-MAC');

const scanPutty: ShapeScan = (text, at) => armourBody(text, at, PUTTY_HEAD, PUTTY_END);

/** Private keys in text armours. Public keys and certificates stay. */
export const privateKeyShapes: readonly ShapeRow[] = [
  {
    id: 'shape/pem-private-key',
    kind: 'private-key',
    provider: 'PEM, OpenSSH, OpenPGP',
    source: 'https://www.rfc-editor.org/rfc/rfc7468',
    literals: ['-----BEGIN '],
    begins: 'anywhere',
    pattern: scanPem,
    leak: [
      '-----BEGIN PRIVATE KEY-----\n<b64:400>\n-----END PRIVATE KEY-----\n',
      '-----BEGIN RSA PRIVATE KEY-----\\n<b64:400>\\n-----END RSA PRIVATE KEY-----\\n',
      '-----BEGIN EC PRIVATE KEY-----\r\n<b64:160>\r\n-----END EC PRIVATE KEY-----',
      '-----BEGIN DSA PRIVATE KEY-----\n<b64:300>\n-----END DSA PRIVATE KEY-----',
      '-----BEGIN ENCRYPTED PRIVATE KEY-----\n<b64:400>\n-----END ENCRYPTED PRIVATE KEY-----',
      '-----BEGIN OPENSSH PRIVATE KEY-----\n<b64:300>\n-----END OPENSSH PRIVATE KEY-----',
      '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n<b64:600>\n-----END PGP PRIVATE KEY BLOCK-----',
      '-----BEGIN RSA PRIVATE KEY-----\n<b64:300>',
    ],
    ok: [
      '-----BEGIN PUBLIC KEY-----\n<b64:200>\n-----END PUBLIC KEY-----',
      '-----BEGIN CERTIFICATE-----\n<b64:200>\n-----END CERTIFICATE-----',
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n<b64:200>\n-----END PGP PUBLIC KEY BLOCK-----',
    ],
  },
  {
    id: 'shape/ssh2-private-key',
    kind: 'private-key',
    provider: 'SSH Communications',
    source: 'https://www.rfc-editor.org/rfc/rfc4716',
    literals: ['---- BEGIN SSH2 '],
    begins: 'anywhere',
    pattern: scanSsh2,
    leak: [
      '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n<b64:300>\n---- END SSH2 ENCRYPTED PRIVATE KEY ----',
      '---- BEGIN SSH2 PRIVATE KEY ----\n<b64:300>\n---- END SSH2 PRIVATE KEY ----',
    ],
    ok: ['---- BEGIN SSH2 PUBLIC KEY ----\n<b64:200>\n---- END SSH2 PUBLIC KEY ----'],
  },
  {
    id: 'shape/putty-private-key',
    kind: 'private-key',
    provider: 'PuTTY',
    source: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
    literals: ['Private-Lines:'],
    begins: 'anywhere',
    pattern: scanPutty,
    leak: [
      'PuTTY-User-Key-File-3: ssh-ed25519\nPublic-Lines: 2\nAAAA\nPrivate-Lines: 1\n<b64:48>\nPrivate-MAC: <~hex:64>\n',
    ],
    ok: ['Public-Lines: 2\n<b64:80>\n'],
  },
];
