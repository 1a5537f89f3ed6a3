/**
 * Words that stand where a credential could stand and are none: states, methods, schemes, kinds, sides of
 * a switch. A closed list; a word that is not here counts as a possible credential, because people choose
 * words as passwords and tokens.
 */
const PLAIN_WORDS = new Set(
  // states and outcomes
  (
    'active inactive enabled disabled enable disable valid invalid expired expiring missing required optional pending ' +
    'success successful succeeded failed failure fail error ok done ready waiting running started stopped finished ' +
    'complete completed incomplete open opened closed new old unknown unset set unchanged changed created updated ' +
    'deleted removed verified unverified confirmed unconfirmed locked unlocked blocked allowed denied granted accepted ' +
    'rejected approved revoked suspended online offline connected disconnected loading loaded idle busy draft published ' +
    'archived processing processed queued cancelled canceled aborted timeout retry skipped partial degraded healthy ' +
    'initialized initializing registered unregistered subscribed unsubscribed trial free paid premium basic standard ' +
    // yes and no
    'true false yes no on off none null undefined nil empty any all both other others default auto automatic manual ' +
    'always never sometimes accept decline deny allow allowall denyall necessary essential functional statistics ' +
    'analytics marketing preferences consent opt in out optin optout ' +
    // schemes, methods, kinds
    'bearer basic digest negotiate ntlm kerberos oauth oauth1 oauth2 oidc openid saml saml2 saml20 jwt jws jwe mac hmac ' +
    'sha sha1 sha256 sha384 sha512 md5 rsa ecdsa eddsa aes tls ssl mtls x509 totp hotp otp sms email mail voice phone push app ' +
    'webauthn passkey fido fido2 password passcode pin biometric fingerprint face token tokens cookie cookies session ' +
    'header headers query body form path url uri param params parameter api apikey key keys secret client credentials ' +
    'csrf xsrf origin include omit credential code implicit hybrid device refresh access id identity authorization authorize authorized unauthorized ' +
    'authentication authenticate authenticated unauthenticated auth login logout signin signout signup register anonymous ' +
    'guest user users admin administrator system service internal external public private protected shared personal ' +
    'local remote global static dynamic temporary temp permanent persistent primary secondary main custom native web ' +
    'mobile desktop browser server guid uuid string number boolean object array text json xml html base64 hex binary ' +
    'type name value values field fields read write readwrite full limited same strict lax plain s256 rs256 hs256 es256 ' +
    // looks, languages of a page, sizes
    'dark light theme system contrast high low medium small large normal compact comfortable wide narrow left right top bottom ' +
    'asc desc ascending descending first last next previous prev current latest beta alpha stable preview prod ' +
    'production staging stage dev development test testing debug sandbox live demo mock example sample ' +
    'english french german spanish italian japanese korean chinese portuguese dutch us eu emea apac amer'
  ).split(' '),
);

const SEPARATORS = /[\s_.:/+-]+/;

/** Whether a value is nothing but known plain words (`pending`, `REFRESH_TOKEN`, `oauth2-implicit`, `readWrite`). */
export function isPlainWords(value: string): boolean {
  if (value.length > 80) return false;
  const words = value
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(SEPARATORS);
  return (
    words.every((word) => PLAIN_WORDS.has(word) || /^[a-z]?\d{0,2}$/.test(word)) && /[a-z]{2}/i.test(value)
  );
}
