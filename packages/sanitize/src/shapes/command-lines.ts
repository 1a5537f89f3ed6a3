import { isChosenOrDrawn } from '../values/chosen.ts';
import { isPlainWords } from '../values/plain-words.ts';
import { isSpelledOut } from '../values/spelled-out.ts';
import type { ShapeRow, ShapeScan } from './shape-row.ts';

/** As much of a command is read for its options. */
const MAX_COMMAND = 512;

/** A word of a shell, with its quotation marks; also where the command stands in a string of code. */
const WORD = /(?:\\{0,7}["'])?([^\s"'\\|;&]{1,300})/y;

/**
 * The value behind an option of one letter, as a word of its own or joined to it (`-p secret`, `-psecret`), in the
 * command that begins at `at`; `undefined` where there is none before the command ends.
 */
function optionOf(option: string, value: 'apart' | 'apart or joined'): ShapeScan {
  return (text, at) => {
    const stop = Math.min(text.length, at + MAX_COMMAND);
    let isNext = false;
    for (let from = at; from < stop; ) {
      if (/[\s"'\\]/.test(text[from] as string)) {
        if (text[from] === '\n') return undefined;
        from++;
        continue;
      }
      WORD.lastIndex = from;
      const word = WORD.exec(text)?.[1];
      if (word === undefined) return undefined;
      const end = from + word.length;
      if (isNext) return { start: from, end };
      if (word === option) isNext = true;
      else if (value === 'apart or joined' && word.startsWith(option) && !LONG_OPTION.test(word))
        return { start: from + option.length, end };
      from = end;
    }
    return undefined;
  };
}

/** `-port 3306`: options of more than one letter behind a single hyphen. */
const LONG_OPTION = /^-(?:p(?:ort|assword|rotocol|ath|id|ipe|lugin|rint|rofile)|w(?:ait|rite|idth))(?![a-z])/;

/** Between the words of a command, a word is none that somebody chose. */
const isCredential = (secret: string): boolean => isSpelledOut(secret) && isChosenOrDrawn(secret);

/** What a command holds that PowerShell was given in base64. Spec: about_PowerShell_exe, -EncodedCommand. */
const namesCredential = (base64: string): boolean => {
  let bytes: string;
  try {
    bytes = atob(base64.slice(0, base64.length & ~3));
  } catch {
    return false;
  }
  return (
    bytes[1] === '\0' && /passw|pwd|secret|token|credential|apikey|api_key/i.test(bytes.replaceAll('\0', ''))
  );
};

/** `user:password@tcp(host:3306)/db`: what stands in front of the sign. */
const scanDriverAddress: ShapeScan = (text, at) => {
  let start = at;
  while (start > 0 && at - start < 256 && !/[\s"'`=<>(]/.test(text[start - 1] as string)) start--;
  const colon = text.indexOf(':', start);
  return colon < 0 || colon >= at - 1 || colon === start ? undefined : { start: colon + 1, end: at };
};

/** Credentials on command lines, in the settings of tools for them, and in the addresses that drivers take. */
export const commandLineShapes: readonly ShapeRow[] = [
  {
    id: 'shape/curl-user-joined',
    kind: 'password',
    provider: 'curl and HTTPie',
    source: 'https://httpie.io/docs/cli/authentication',
    literals: ['curl -u', 'http -a ', 'https -a ', '--auth ', '--auth='],
    anyCase: true,
    pattern: /(?:curl -u|https? -a |--auth[ =])(?:\\{0,7}["'])?[^\s:"'\\]{1,64}:([^\s"'\\]{4,256})/,
    isValid: isCredential,
    leak: [
      'curl -uann:<alnum:16> https://example.com',
      'http -a ann:<alnum:16> GET example.com',
      'https -a ann:<alnum:16> example.com',
      'http --auth ann:<alnum:16> example.com',
      "http --auth='ann:<alnum:16>' example.com",
    ],
    ok: ['curl -url', 'http -a basic example.com', '--auth bearer'],
  },
  {
    id: 'shape/password-variable',
    kind: 'password',
    provider: 'variables that tools read',
    source: 'https://www.postgresql.org/docs/current/libpq-envars.html',
    literals: [
      'PGPASSWORD=',
      'MYSQL_PWD=',
      'SSHPASS=',
      'REDISCLI_AUTH=',
      'RESTIC_PASSWORD=',
      'BORG_PASSPHRASE=',
    ],
    pattern:
      /(?:PGPASSWORD|MYSQL_PWD|SSHPASS|REDISCLI_AUTH|RESTIC_PASSWORD|BORG_PASSPHRASE)=(?:\\{0,7}["'])?([^\s"'\\]{4,256})/,
    isValid: isSpelledOut,
    leak: [
      'PGPASSWORD=<alnum:12> psql -h db',
      'MYSQL_PWD=<alnum:12> mysql',
      "SSHPASS='<alnum:12>' sshpass -e ssh host",
      'REDISCLI_AUTH=<alnum:12> redis-cli',
      'RESTIC_PASSWORD=<alnum:12>',
      'export BORG_PASSPHRASE="<alnum:12>"',
    ],
    ok: ['PGPASSWORD=$DB_PASSWORD psql', 'MYSQL_PWD=<password> mysql', 'SSHPASS=****'],
  },
  {
    id: 'shape/login-option',
    kind: 'password',
    provider: 'docker, podman, helm, az, oc',
    source: 'https://docs.docker.com/reference/cli/docker/login/',
    literals: [
      'docker login ',
      'podman login ',
      'helm registry login ',
      'az login ',
      'oc login ',
      'oras login ',
      'skopeo login ',
    ],
    pattern: optionOf('-p', 'apart'),
    isValid: isCredential,
    leak: [
      'docker login -u ann -p <alnum:14> registry.example.com',
      "podman login -u ann -p '<alnum:14>' quay.example.com",
      'helm registry login -u ann -p <alnum:14> example.com',
      'az login --service-principal -u app -p <alnum:40> --tenant x',
      'oc login -u ann -p <alnum:14>',
      'oras login -u ann -p <alnum:14> example.com',
      'skopeo login -u ann -p <alnum:14> example.com',
    ],
    ok: ['docker login -u ann --password-stdin', 'az login -p $SECRET', 'oc login https://example.com:8443'],
  },
  {
    id: 'shape/mysql-option',
    kind: 'password',
    provider: 'MySQL, MariaDB',
    source: 'https://dev.mysql.com/doc/refman/8.4/en/command-line-options.html',
    literals: ['mysql -', 'mysqldump -', 'mysqladmin -', 'mariadb -', 'mysqlimport -', 'sshpass -'],
    pattern: optionOf('-p', 'apart or joined'),
    isValid: isCredential,
    leak: [
      'mysql -u root -p<alnum:14> orders',
      "mysqldump -h db -uroot -p'<alnum:14>' orders",
      'mysqladmin -p<alnum:14> status',
      'mariadb -u root -p<alnum:14>',
      'mysqlimport -p<alnum:14> orders',
      'sshpass -p <alnum:14> ssh host',
      "sshpass -p '<alnum:14>' ssh host",
    ],
    ok: ['mysql -u root -p orders', 'mysql -port3306', 'sshpass -e ssh host', 'mysql -p$PASSWORD'],
  },
  {
    id: 'shape/ldap-option',
    kind: 'password',
    provider: 'OpenLDAP',
    source: 'https://www.openldap.org/software/man.cgi?query=ldapsearch',
    literals: ['ldapsearch -', 'ldapmodify -', 'ldapadd -', 'ldapdelete -', 'ldapwhoami -', 'ldappasswd -'],
    pattern: optionOf('-w', 'apart or joined'),
    isValid: isCredential,
    leak: [
      'ldapsearch -x -D cn=admin,dc=a -w <alnum:14> -b dc=a',
      'ldapmodify -D cn=admin -w <alnum:14>',
      'ldapadd -D cn=admin -w <alnum:14>',
      'ldapdelete -w <alnum:14> uid=x',
      'ldapwhoami -D uid=x -w <alnum:14>',
      'ldappasswd -w <alnum:14> uid=x',
    ],
    ok: ['ldapsearch -x -W -D cn=admin', 'ldapsearch -D cn=admin -w $PASS'],
  },
  {
    id: 'shape/keystore-option',
    kind: 'password',
    provider: 'keytool, jarsigner',
    source: 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html',
    literals: [
      '-storepass ',
      '-keypass ',
      '-srcstorepass ',
      '-deststorepass ',
      '-srckeypass ',
      '-destkeypass ',
    ],
    begins: 'anywhere',
    pattern: /-(?:src|dest)?(?:store|key)pass (?:\\{0,7}["'])?([^\s"'\\]{4,256})/,
    isValid: (secret) => isSpelledOut(secret) && !isPlainWords(secret),
    leak: [
      'keytool -list -keystore a.jks -storepass <alnum:12>',
      'keytool -genkey -keypass <alnum:12>',
      'keytool -importkeystore -srcstorepass <alnum:12>',
      'keytool -importkeystore -deststorepass <alnum:12>',
      'keytool -importkeystore -srckeypass <alnum:12>',
      'keytool -importkeystore -destkeypass <alnum:12>',
    ],
    ok: ['-storepass $PASS', '-keypass <password>'],
  },
  {
    id: 'shape/net-use',
    kind: 'password',
    provider: 'Windows',
    source: 'https://learn.microsoft.com/windows-server/administration/windows-commands/net-use',
    literals: ['/user:'],
    anyCase: true,
    begins: 'anywhere',
    pattern: /\/user:[^\s"']{1,128} ([^\s"'\\/]{6,128})/,
    isValid: isCredential,
    leak: ['net use Z: \\\\srv\\share /user:DOM\\ann <alnum:14>'],
    ok: ['net use /user:ann *', 'runas /user:admin cmd.exe', 'https://example.com/user:ann hello there'],
  },
  {
    id: 'shape/sqlplus',
    kind: 'password',
    provider: 'Oracle SQL*Plus',
    source: 'https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/',
    literals: ['sqlplus ', 'expdp ', 'impdp ', 'sqlldr '],
    pattern: /(?:sqlplus|expdp|impdp|sqlldr) (?:-[A-Za-z] ){0,1}[A-Za-z0-9_$#]{1,64}\/([^@\s"'\\]{3,128})@/,
    isValid: isSpelledOut,
    leak: [
      'sqlplus scott/<alnum:12>@//db:1521/orders',
      'sqlplus -s scott/<alnum:12>@orders',
      'expdp scott/<alnum:12>@orders',
      'impdp scott/<alnum:12>@orders',
      'sqlldr scott/<alnum:12>@orders',
    ],
    ok: ['sqlplus /@orders', 'sqlplus scott@orders', 'sqlplus scott/$PASS@orders'],
  },
  {
    id: 'shape/encoded-command',
    kind: 'password',
    provider: 'PowerShell',
    source:
      'https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_powershell_exe',
    literals: ['-encodedcommand ', '-enc '],
    anyCase: true,
    pattern: /-(?:encodedcommand|enc) ([a-z0-9+/]{40,32768}={0,2})/,
    isValid: namesCredential,
    leak: [
      'powershell -EncodedCommand JABwAGEAcwBzAHcAbwByAGQAPQAnA<b64:24>',
      'powershell -enc JABwAGEAcwBzAHcAbwByAGQAPQAnA<b64:24>',
    ],
    ok: [
      'powershell -enc RwBlAHQALQBEAGEAdABlACAALQBGAG8AcgBtAGEAdAAgAG8AbwBvAG8AbwBvAG8A',
      'x264 -enc fast',
    ],
  },
  {
    id: 'shape/secure-string',
    kind: 'password',
    provider: 'PowerShell',
    source:
      'https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring',
    literals: ['convertto-securestring '],
    anyCase: true,
    minEntropy: 0,
    pattern: /convertto-securestring (?:-string )?\\{0,7}["']([^"'\\\r\n]{3,256})/,
    isValid: isSpelledOut,
    leak: [
      'ConvertTo-SecureString "<alnum:14>" -AsPlainText -Force',
      "convertto-securestring -string '<alnum:14>'",
    ],
    ok: ['ConvertTo-SecureString $plain -AsPlainText', 'ConvertTo-SecureString "<password>"'],
  },
  {
    id: 'shape/driver-address',
    kind: 'password',
    provider: 'Go drivers of MySQL',
    source: 'https://github.com/go-sql-driver/mysql#dsn-data-source-name',
    literals: ['@tcp(', '@unix('],
    begins: 'anywhere',
    minEntropy: 0,
    pattern: scanDriverAddress,
    isValid: isSpelledOut,
    leak: [
      'app:<alnum:14>@tcp(db:3306)/orders?parseTime=true',
      'app:<alnum:14>@unix(/tmp/mysql.sock)/orders',
    ],
    ok: ['@tcp(db:3306)/orders', 'app@tcp(db:3306)/orders'],
  },
  {
    id: 'shape/netrc',
    kind: 'password',
    provider: '.netrc',
    source: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
    literals: ['machine '],
    minEntropy: 0,
    pattern: /machine [^\s]{1,255}\s{1,16}login [^\s]{1,128}\s{1,16}password ([^\s"'\\]{3,256})/,
    isValid: isSpelledOut,
    leak: [
      'machine example.com login ann password <alnum:12>',
      'machine example.com\n  login ann\n  password <alnum:12>\n',
    ],
    ok: ['machine learning', 'machine a login b password ****'],
  },
  {
    id: 'shape/pgpass',
    kind: 'password',
    provider: '.pgpass',
    source: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
    literals: [':5432:'],
    begins: 'anywhere',
    minEntropy: 0,
    pattern: /:5432:[A-Za-z0-9_*-]{1,64}:[A-Za-z0-9_.*-]{1,64}:([^\s:"'\\]{3,256})/,
    isValid: isSpelledOut,
    leak: ['db.example.com:5432:orders:app:<alnum:12>\n'],
    ok: ['db.example.com:5432:orders', 'postgres:5432: connection refused'],
  },
];
