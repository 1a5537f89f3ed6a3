import { isPlaceholder } from '../values/placeholder.ts';
import type { ShapeRow, ShapeScan } from './shape-row.ts';

/** Longest user name and password read after `://`. */
const MAX_USERINFO = 1_024;

/**
 * The password of `scheme://user:password@host`, or the token of `scheme://token@host` when it has no colon
 * and looks like one. Read by code: one pass to the first character that cannot stand in userinfo.
 * A password may hold `@` and `/` when somebody forgot to encode it; then the last `@` before the end of the
 * run counts, and only what is before the first `/` is looked at.
 * Spec: RFC 3986 §3.2.1.
 */
const scanUserinfo: ShapeScan = (text, at) => {
  const from = at + 3;
  const limit = Math.min(text.length, from + MAX_USERINFO);
  let colon = -1;
  let ending = -1;
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 58 && colon < 0) colon = i;
    else if (code === 64) ending = i;
    else if (
      code <= 32 ||
      code === 34 ||
      code === 39 ||
      code === 47 ||
      code === 60 ||
      code === 62 ||
      code === 96
    )
      break;
    else if (code === 92 || code === 63 || code === 35) break;
  }
  if (ending < 0 || colon < 0 || colon > ending) return undefined;
  return { start: colon + 1, end: ending };
};

/** Passwords in URLs and database connection strings. Hosts, data bases and user names stay. */
export const connectionStringShapes: readonly ShapeRow[] = [
  {
    id: 'shape/url-password',
    kind: 'password',
    provider: 'URLs and connection strings',
    source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
    literals: ['://', ':\\/\\/'],
    begins: 'anywhere',
    minEntropy: 0,
    isValid: (secret) => !isPlaceholder(secret) || secret.length > 24,
    pattern: (text, at) => scanUserinfo(text, text[at + 1] === '\\' ? at + 2 : at),
    leak: [
      'https://ann:<alnum:12>@example.com/',
      'postgres://app:<b64u:16>@db.example.com:5432/orders?sslmode=require',
      'mongodb+srv://app:<alnum:20>@cluster.example.com/x',
      'redis://:<alnum:24>@cache.example.com:6379/0',
      'amqp:\\/\\/svc:<alnum:16>@mq.example.com\\/vhost',
      'ftp://u:p%40<alnum:12>@example.com',
    ],
    ok: [
      'https://example.com:8443/a@b',
      'https://example.com/?mail=ann:bob@example.com',
      'https://user:***@example.com/',
      'https://ann@example.com/',
    ],
  },
  {
    id: 'shape/connection-password',
    kind: 'password',
    provider: 'ADO.NET, ODBC, JDBC',
    source: 'https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax',
    literals: [';password=', ';pwd=', '; password=', '; pwd=', '&password=', '?password=', '&pwd=', '?pwd='],
    anyCase: true,
    begins: 'anywhere',
    minEntropy: 0,
    isValid: (secret) => !isPlaceholder(secret.replace(/[.,]$/, '')),
    pattern: /[;&?] ?(?:password|pwd)=([^;&"'<>\s\\(){}]{3,256})/,
    leak: [
      'Server=db.example.com;Database=orders;User Id=app;Password=<alnum:14>;Encrypt=true',
      'Driver={SQL Server};Server=db;Uid=app;Pwd=<alnum:12>;',
      'Data Source=db; User ID=app; Password=<b64u:18>',
      'jdbc:mysql://db.example.com:3306/orders?user=app&password=<alnum:12>',
      'jdbc:sqlserver://db.example.com;user=app; pwd=<alnum:12>',
      'https://example.com/login?password=<alnum:9>',
      'https://example.com/login?user=a&pwd=<alnum:9>',
      'https://example.com/login?pwd=<alnum:9>',
    ],
    ok: ['form?password=', ';password=***', 'if(a;password==b)', '&password=<password>'],
  },
  {
    id: 'shape/connection-password-first',
    kind: 'password',
    provider: 'ADO.NET, ODBC',
    source: 'https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax',
    literals: ['password=', 'pwd='],
    anyCase: true,
    minEntropy: 0,
    isValid: (secret) => !isPlaceholder(secret),
    ends: 'exact',
    pattern:
      /(?:password|pwd)=\{?([^;&"'<>\s\\(){}]{3,256})(?=\}?; ?(?:server|data source|host|user id|uid|username|database|initial catalog|encrypt|port|driver|pooling|timeout)=)/,
    leak: [
      'Password=<alnum:14>;Server=db.example.com;User Id=app',
      'Pwd={<alnum:12>};Database=orders',
      'Password=<letter:12>;Data Source=db',
    ],
    ok: ['password=e;server=t', 'password=****;Server=db', 'password=value;a=b'],
  },
  {
    id: 'shape/libpq-password',
    kind: 'password',
    provider: 'PostgreSQL',
    source: 'https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE',
    literals: ['user=', 'host=', 'dbname='],
    minEntropy: 0,
    isValid: (secret) => !isPlaceholder(secret),
    pattern:
      /(?:user|host|dbname)=[^\s,;&"'\\]{1,64} (?:(?:port|user|host|dbname|hostaddr)=[^\s,;&"'\\]{1,64} ){0,4}password='?([^\s"'\\,;&()]{3,256})/,
    leak: [
      'host=db port=5432 user=app password=<letter:12> dbname=orders',
      "user=app password='<alnum:12>' host=db",
      'dbname=orders user=app password=<alnum:12>',
    ],
    ok: ['user=app password=', 'user=user, password=password)', 'host=db password=****'],
  },
  {
    id: 'shape/jdbc-oracle-password',
    kind: 'password',
    provider: 'Oracle JDBC',
    source: 'https://docs.oracle.com/en/database/oracle/oracle-database/19/jjdbc/data-sources-and-URLs.html',
    literals: ['jdbc:oracle:'],
    begins: 'anywhere',
    minEntropy: 0,
    pattern: /jdbc:oracle:(?:thin|oci8?):[A-Za-z0-9_.$#-]{1,64}\/([^@\s"'<>\\]{1,128})@/,
    ends: 'exact',
    leak: ['jdbc:oracle:thin:scott/<alnum:12>@//db.example.com:1521/orders'],
    ok: ['jdbc:oracle:thin:@//db.example.com:1521/orders'],
  },
];
