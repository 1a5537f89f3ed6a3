import type { SecretSpan } from '../secret-span.ts';
import type { PersonalData } from './policy.ts';

const EMAIL = /[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,63})@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g;
/** With a country code: other digits are too often something else. Source: ITU-T E.164, 7 to 15 digits. */
const PHONE = /\+[1-9](?:[ .()-]{0,2}\d){6,14}/g;
const IPV4 = /(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}/g;
const IPV6 = /(?:[0-9A-Fa-f]{1,4}:){2,7}(?::?[0-9A-Fa-f]{1,4}){1,5}/g;

/** The personal data in a text that a policy asks for, in order and apart. */
export function findPersonalData(text: string, wanted: PersonalData): SecretSpan[] {
  const spans: SecretSpan[] = [];
  if (wanted.email && text.includes('@')) collect(text, EMAIL, 'email', spans);
  if (wanted.phone && text.includes('+')) collect(text, PHONE, 'phone', spans);
  if (wanted.ipAddress) {
    if (/\d\.\d/.test(text)) collect(text, IPV4, 'ip-address', spans);
    if (text.includes(':')) collect(text, IPV6, 'ip-address', spans);
  }
  return spans;
}

function collect(
  text: string,
  pattern: RegExp,
  kind: 'email' | 'phone' | 'ip-address',
  into: SecretSpan[],
): void {
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    // Inside a longer word, a version or a time it is something else.
    if (/[\w.:+-]/.test(text[start - 1] ?? '') || /[\w:]|\.\d/.test(text.slice(end, end + 2))) continue;
    into.push({ start, end, kind, rule: `personal/${kind}` });
  }
}

/** Keys under which the name of a person stands, without separators and in lower case. */
export const PERSON_NAME_KEYS: ReadonlySet<string> = new Set(
  'firstname lastname givenname familyname fullname displayname middlename surname nickname personname callername calleridname callerid ownername username'.split(
    ' ',
  ),
);
