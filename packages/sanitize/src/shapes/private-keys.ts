import type { ShapeRow, ShapeScan } from './shape-row.ts';

/**
 * The body between an armour's first and last line; both lines stay, so that a reader sees what was there.
 * An armour that never ends (a truncated capture) goes up to the end of the text.
 */
function armourBody(text: string, at: number, begin: RegExp, end: string) {
  begin.lastIndex = at;
  const head = begin.exec(text);
  if (head === null) return undefined;
  const start = at + head[0].length;
  const stop = text.indexOf(end, start);
  const last = stop < 0 ? text.length : stop;
  // Code that writes armours goes on with code.
  CODE.lastIndex = start;
  const code = CODE.exec(text)?.index ?? last;
  return Math.min(code, last) - start < MIN_BODY ? undefined : { start, end: Math.min(code, last) };
}

/** Signs that no armour holds: not in base64, not in the fields before it. */
const CODE = /[(){}<>;$]/g;

/** Shorter keys do not exist; half a line of base64 is enough to be one that was cut. */
const MIN_BODY = 16;

const PEM_HEAD = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----/y;

const scanPem: ShapeScan = (text, at) => armourBody(text, at, PEM_HEAD, '-----END');

const SSH2_HEAD = /---- BEGIN SSH2 (?:ENCRYPTED )?PRIVATE KEY ----/y;

const scanSsh2: ShapeScan = (text, at) => armourBody(text, at, SSH2_HEAD, '---- END');

const PUTTY_HEAD = /Private-Lines: ?[0-9]{1,3}/y;

const scanPutty: ShapeScan = (text, at) => armourBody(text, at, PUTTY_HEAD, 'Private-MAC');

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
