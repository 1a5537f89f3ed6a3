import { isChosenOrDrawn } from '../values/chosen.ts';
import { isRedactionMark } from '../values/placeholder.ts';
import { isPlainWords } from '../values/plain-words.ts';
import { isSpelledOut } from '../values/spelled-out.ts';
import type { ShapeRow, ShapeScan } from './shape-row.ts';

/** The response of the mechanism PLAIN: two zeros part who acts, who signs in and the password. Spec: RFC 4616 §2. */
const isPlainResponse = (base64: string): boolean => {
  try {
    return atob(base64.slice(0, base64.length & ~3)).split('\0').length > 2;
  } catch {
    return false;
  }
};

/** The response behind the name of the mechanism, in the frames of AMQP 1.0 (§5.3.3.2) and AMQP 0-9-1 (§1.4.2.2). */
const scanPlainResponse: ShapeScan = (text, at) => {
  const sign = at + 5;
  const isShort = text.charCodeAt(sign) === 0xa0;
  if (!isShort && !text.startsWith('\0\0', sign)) return undefined;
  const start = sign + (isShort ? 2 : 4);
  const length = isShort
    ? text.charCodeAt(sign + 1)
    : (text.charCodeAt(sign + 2) << 8) | text.charCodeAt(sign + 3);
  const response = text.slice(start, start + length);
  if (response.length !== length || response.split('\0').length !== 3) return undefined;
  return { start: start + response.lastIndexOf('\0') + 1, end: start + length };
};

/**
 * Behind the name of the user, which is sent before it; or in front of the name in a chat (RFC 2812 §3.1.1). Line ends can
 * stand as escapes.
 */
const scanPass: ShapeScan = (text, at) => {
  PASS.lastIndex = at;
  const found = PASS.exec(text);
  if (found === null) return undefined;
  const end = PASS.lastIndex;
  const isSecond = /USER [^\s]/.test(text.slice(Math.max(0, at - 300), at));
  return isSecond || NICK.test(text.slice(end, end + 24)) ? { start: at + 5, end } : undefined;
};

const NICK = /^(?:\s|\\{1,7}[rn]){1,4}NICK /;

const PASS = /PASS [^\s"'\\]{4,256}/y;

/**
 * `AUTH password`, `AUTH user password` as a line of its own. Behind the prompt of a client any word is meant; without one
 * only what is no word, and no mechanism of mail.
 */
const scanAuth: ShapeScan = (text, at) => {
  const before = text.slice(Math.max(0, at - 80), at);
  const isPrompted = /(?:redis|:\d{2,5})(?:\[\d{1,2}\])?> {0,2}$/.test(before);
  if (!isPrompted && !/(?:^|[\r\n"']|\\[rn])[ \t]{0,8}$/.test(before)) return undefined;
  AUTH.lastIndex = at;
  const found = AUTH.exec(text)?.[1];
  if (found === undefined || !(isPrompted || isChosenOrDrawn(found))) return undefined;
  return { start: AUTH.lastIndex - found.length, end: AUTH.lastIndex };
};

const AUTH =
  /AUTH (?!(?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|XOAUTH2?|OAUTHBEARER|NTLM|GSSAPI|EXTERNAL|TLS|SSL)\b)(?:[^\s"'\\]{1,64} )?([^\s"'\\]{4,256})(?=[ \t]{0,8}(?:$|[\r\n]|\\{0,7}["']|\\{1,7}[rn]))/y;

/** `IDENTIFIED BY '…'` in a statement; in prose, things are identified by their ids. */
const scanIdentified: ShapeScan = (text, at) => {
  IDENTIFIED.lastIndex = at;
  const found = IDENTIFIED.exec(text);
  if (found === null) return undefined;
  const [whole, quoted, bare] = found;
  const isStatement =
    whole.startsWith('IDENTIFIED') ||
    /(?:create|alter|replace)\s{1,8}user\b|\bgrant\b/i.test(text.slice(Math.max(0, at - 200), at));
  const value = quoted ?? bare ?? '';
  if (!isStatement || (bare !== undefined && !isChosenOrDrawn(bare))) return undefined;
  return { start: at + whole.length - value.length, end: at + whole.length };
};

const IDENTIFIED =
  /identified (?:with [a-z0-9_'"]{1,40} )?(?:by|as)(?: password| values)? ?(?:\\{0,7}['"]([^'"\\\r\n]{3,256})|([a-z][a-z0-9_$#]{5,128}))/iy;

/** `password = '…'` where a statement is about accounts or asks for one. */
const scanSqlAssignment: ShapeScan = (text, at) => {
  SQL_ASSIGNMENT.lastIndex = at;
  const found = SQL_ASSIGNMENT.exec(text);
  if (found === null || !SQL_STATEMENT.test(text.slice(Math.max(0, at - 400), at))) return undefined;
  const [whole, value = ''] = found;
  return { start: at + whole.length - value.length, end: at + whole.length };
};

const SQL_ASSIGNMENT = /(?:password|passwd|pwd) ?= ?[nN]?\\{0,7}'([^'\\\r\n]{3,256})/iy;

const SQL_STATEMENT =
  /update\s{1,8}[^\s=]{1,80}\s{1,8}set\s|from\s{1,8}[^\s=]{1,80}\s{1,8}where\s|(?:create|alter)\s{1,8}(?:login|user|role)\s/i;

/** The password for a chat, alone or behind the name it is for. */
const scanIdentify: ShapeScan = (text, at) => {
  WORDS.lastIndex = at;
  const [whole = '', head = '', first = '', second = ''] = WORDS.exec(text) ?? [];
  const isFirst = isChosenOrDrawn(first);
  if (!isFirst && !isChosenOrDrawn(second)) return undefined;
  const start = isFirst ? at + head.length : at + whole.length - second.length;
  return { start, end: start + (isFirst ? first : second).length };
};

const WORDS = /(:identify )([^\s"'\\]{1,256})(?: ([^\s"'\\]{4,256}))?/iy;

/** Parameters of SQL (`?`, `:password`) are no values, either. */
const isValue = (secret: string): boolean => !/^[?:]/.test(secret) && isSpelledOut(secret);

/** Credentials in the lines and frames by which programs sign in to each other, met in traces and logs. */
export const protocolLineShapes: readonly ShapeRow[] = [
  {
    id: 'shape/sasl-plain-frame',
    kind: 'password',
    provider: 'AMQP',
    source: 'https://docs.oasis-open.org/amqp/core/v1.0/os/amqp-core-security-v1.0-os.html',
    literals: ['PLAIN'],
    begins: 'anywhere',
    minEntropy: 0,
    pattern: scanPlainResponse,
    ends: 'exact',
    isValid: (secret) => !isRedactionMark(secret),
    leak: ['\x05PLAIN\0\0\0\x12\0guest\0<alnum:11>', '\xa3\x05PLAIN\xa0\x12\0guest\0<alnum:11>@'],
    ok: ['PLAIN', 'the mechanism PLAIN is not allowed'],
  },
  {
    id: 'shape/sasl-plain-line',
    kind: 'password',
    provider: 'SMTP, IMAP, POP3, XMPP',
    source: 'https://www.rfc-editor.org/rfc/rfc4954',
    literals: ['auth plain ', 'authenticate plain '],
    anyCase: true,
    pattern: /auth(?:enticate)? plain ([a-z0-9+/]{8,1024}={0,2})/,
    isValid: isPlainResponse,
    leak: ['AUTH PLAIN AGd1ZXN0AGFu<b64:12>', 'a1 AUTHENTICATE PLAIN AGd1ZXN0AGFu<b64:12>'],
    ok: ['AUTH PLAIN LOGIN CRAM-MD5', '250-AUTH PLAIN LOGINWITHMORE'],
  },
  {
    id: 'shape/smtp-login',
    kind: 'password',
    provider: 'SMTP',
    source: 'https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-xlogin/',
    // The question of the server: `Password:` in base64.
    literals: ['334 UGFzc3dvcmQ6'],
    pattern:
      /334 UGFzc3dvcmQ6(?:\\{1,7}r\\{1,7}n|\\{1,7}n|\r?\n)(?:[CS<>-]{1,3}:? ?)?([A-Za-z0-9+/]{4,512}={0,2})/,
    minEntropy: 0,
    leak: ['334 UGFzc3dvcmQ6\r\n<b64:16>\r\n235 ok', '334 UGFzc3dvcmQ6\nC: <b64:16>\n'],
    ok: ['334 UGFzc3dvcmQ6\r\n'],
  },
  {
    id: 'shape/redis-auth',
    kind: 'password',
    provider: 'Redis',
    source: 'https://redis.io/docs/latest/develop/reference/protocol-spec/',
    literals: ['AUTH'],
    begins: 'anywhere',
    minEntropy: 0,
    pattern: /AUTH(?:\\{1,7}r\\{1,7}n|\r\n)\$\d{1,4}(?:\\{1,7}r\\{1,7}n|\r\n)([^\s"'\\]{3,512})/,
    isValid: isValue,
    leak: ['*2\r\n$4\r\nAUTH\r\n$16\r\n<alnum:16>\r\n'],
    ok: ['*1\r\n$4\r\nPING\r\n'],
  },
  {
    id: 'shape/pass-command',
    kind: 'password',
    provider: 'FTP, POP3',
    source: 'https://www.rfc-editor.org/rfc/rfc959',
    literals: ['PASS '],
    minEntropy: 0,
    pattern: scanPass,
    isValid: (secret) => isValue(secret) && !isPlainWords(secret),
    leak: ['USER ann\r\nPASS <alnum:12>\r\n', 'USER ann\n331 go on\nPASS <alnum:12>\n'],
    ok: ['USER ann\nPASS ****', 'PASS packages/a.test.ts', '\nPASS 12 tests'],
  },
  {
    id: 'shape/imap-login',
    kind: 'password',
    provider: 'IMAP',
    source: 'https://www.rfc-editor.org/rfc/rfc9051#section-6.2.3',
    literals: [' LOGIN '],
    begins: 'anywhere',
    pattern: / LOGIN (?!PASSWORD )(?:\\{0,7}")?[^\s"\\]{1,128}(?:\\{0,7}")? (?:\\{0,7}")?([^\s"\\]{6,256})/,
    isValid: (secret) => isValue(secret) && isChosenOrDrawn(secret),
    leak: ['a1 LOGIN ann <alnum:14>\r\n', 'a1 LOGIN "ann@example.com" "<alnum:14>"'],
    ok: ['a1 LOGIN failed', 'AUTH PLAIN LOGIN CRAM-MD5', 'please LOGIN to continue'],
  },
  {
    id: 'shape/sql-password',
    kind: 'password',
    provider: 'SQL',
    source: 'https://dev.mysql.com/doc/refman/8.4/en/create-user.html',
    literals: ['login password ', 'encrypted password ', 'set password for ', 'user password '],
    anyCase: true,
    minEntropy: 0,
    pattern:
      /(?:(?:login|encrypted|user) password|set password for [^\s=;]{1,100} ?= ?(?:password\()?) ?\\{0,7}'([^'\\\r\n]{3,256})/,
    isValid: isValue,
    leak: [
      "ALTER ROLE app WITH LOGIN PASSWORD '<alnum:12>';",
      "CREATE ROLE app WITH ENCRYPTED PASSWORD '<alnum:12>';",
      "SET PASSWORD FOR 'a'@'%' = PASSWORD('<alnum:12>');",
      "CREATE USER PASSWORD '<alnum:12>'",
    ],
    ok: ["LOGIN PASSWORD '****'", 'the user password is wrong'],
  },
  {
    id: 'shape/sql-identified',
    kind: 'password',
    provider: 'MySQL, MariaDB, Oracle',
    source: 'https://dev.mysql.com/doc/refman/8.4/en/create-user.html',
    literals: ['identified by ', 'identified with '],
    anyCase: true,
    minEntropy: 0,
    pattern: scanIdentified,
    isValid: isValue,
    leak: [
      "CREATE USER app IDENTIFIED BY '<alnum:12>';",
      "CREATE USER app IDENTIFIED WITH caching_sha2_password BY '<alnum:12>';",
      'ALTER USER app IDENTIFIED BY "<letter:12>";',
      "alter user 'app'@'%' identified by '<letter:12>'",
      'CREATE USER app IDENTIFIED BY a<alnum:11> DEFAULT TABLESPACE users',
      "ALTER USER app IDENTIFIED BY VALUES 'S:<HEX:60>'",
    ],
    ok: [
      "IDENTIFIED BY '****'",
      'each is identified by its id',
      'identified with the help of logs',
      "the record identified by 'ann-17' was not found",
    ],
  },
  {
    id: 'shape/sql-assignment',
    kind: 'password',
    provider: 'SQL',
    source: 'https://learn.microsoft.com/sql/t-sql/statements/create-login-transact-sql',
    literals: [
      "password = '",
      "password='",
      "passwd = '",
      "passwd='",
      "pwd = '",
      "pwd='",
      "password = n'",
      "password=n'",
    ],
    anyCase: true,
    begins: 'anywhere',
    minEntropy: 0,
    pattern: scanSqlAssignment,
    isValid: isValue,
    leak: [
      "UPDATE users SET name = 'ann', password = '<letter:12>' WHERE id = 3",
      "select id from users where name='ann' and password='<letter:12>'",
      "UPDATE users SET passwd = '<letter:12>'",
      "UPDATE users SET passwd='<letter:12>'",
      "UPDATE users SET user_pwd = '<letter:12>'",
      "UPDATE users SET user_pwd='<letter:12>'",
      "CREATE LOGIN app WITH PASSWORD = N'<letter:12>'",
      "CREATE LOGIN app WITH PASSWORD=N'<letter:12>'",
    ],
    ok: ["if (type == 'x') password = 'required'", "UPDATE users SET password = '****'", "type='password'"],
  },
  {
    id: 'shape/redis-login',
    kind: 'password',
    provider: 'Redis',
    source: 'https://redis.io/docs/latest/commands/auth/',
    literals: ['AUTH '],
    minEntropy: 0,
    pattern: scanAuth,
    isValid: isValue,
    leak: [
      'redis> AUTH <letter:12>\r\nOK',
      '127.0.0.1:6379> AUTH <alnum:12>\n',
      '\nAUTH default a1<alnum:12>\n',
    ],
    ok: [
      'AUTH LOGIN\r\n',
      'AUTH TLS\r\n',
      '\nAUTH failed\n',
      'the AUTH command is off',
      'redis> AUTH ****\n',
    ],
  },
  {
    id: 'shape/chat-login',
    kind: 'password',
    provider: 'IRC',
    source: 'https://www.rfc-editor.org/rfc/rfc2812',
    literals: [':identify '],
    anyCase: true,
    begins: 'anywhere',
    minEntropy: 0,
    pattern: scanIdentify,
    isValid: isValue,
    leak: ['PRIVMSG NickServ :IDENTIFY a1<alnum:12>', 'PRIVMSG NickServ :identify ann a1<alnum:12>'],
    ok: ['rule :IDENTIFY yourself', 'rule :identify the cause'],
  },
  {
    id: 'shape/scram-proof',
    kind: 'signature',
    provider: 'SCRAM',
    source: 'https://www.rfc-editor.org/rfc/rfc5802',
    literals: ['c=biws,r='],
    pattern: /c=biws,r=[^\s,]{8,256},p=([A-Za-z0-9+/]{20,128}={0,2})/,
    leak: ['c=biws,r=<~alnum:24>,p=<b64:27>='],
    ok: ['c=biws,r=<alnum:24>'],
  },
  {
    id: 'shape/cookie-jar',
    kind: 'cookie',
    provider: 'Netscape cookie files',
    source: 'https://curl.se/docs/http-cookies.html',
    literals: ['TRUE', 'FALSE'],
    begins: 'anywhere',
    minEntropy: 0,
    pattern:
      /(?:TRUE|FALSE)(?:\t|\\{1,7}t)\/[^\t\r\n\\]{0,200}(?:\t|\\{1,7}t)(?:TRUE|FALSE)(?:\t|\\{1,7}t)\d{1,20}(?:\t|\\{1,7}t)[^\t\r\n\\]{1,256}(?:\t|\\{1,7}t)([^\s"'\\]{6,8192})/,
    isValid: (secret) => !isPlainWords(secret) && !isRedactionMark(secret),
    leak: [
      '.example.com\tTRUE\t/\tTRUE\t1790000000\tsid\t<alnum:24>\n',
      '#HttpOnly_.example.com\tFALSE\t/app\tFALSE\t0\tsid\t<alnum:24>\n',
    ],
    ok: ['a\tTRUE\t/x\tb', '.example.com\tTRUE\t/\tTRUE\t1790000000\ttheme\tstandard\n'],
  },
];
