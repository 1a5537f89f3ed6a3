import { isChosenOrDrawn } from '../values/chosen.ts';
import { isPlaceholder } from '../values/placeholder.ts';
import type { ShapeRow, ShapeScan } from './shape-row.ts';

/** `set psksecret …`, `ENV DB_PASSWORD …`: what is set stands in front of the value, and the word for setting in front of that. */
const scanSet: ShapeScan = (text, at) => {
  SET.lastIndex = at;
  const value = SET.exec(text)?.[1];
  if (value === undefined) return undefined;
  if (text[at] !== 's' && !/ENV [A-Z0-9_]{0,40}$/.test(text.slice(Math.max(0, at - 50), at)))
    return undefined;
  return { start: SET.lastIndex - value.length, end: SET.lastIndex };
};

const SET =
  /(?:set (?:psksecret|passwd|password) (?:ENC )?|(?:PASSWORD|TOKEN|SECRET) )([^\s"'\\,;()]{6,512})/y;

/** Keys and passwords in the settings of routers, tunnels and remote desktops, and the key log of TLS. */
export const deviceShapes: readonly ShapeRow[] = [
  {
    id: 'shape/tls-key-log',
    kind: 'private-key',
    provider: 'NSS key log',
    source: 'https://www.rfc-editor.org/rfc/rfc9850',
    literals: [
      'CLIENT_RANDOM ',
      'CLIENT_TRAFFIC_SECRET_0 ',
      'SERVER_TRAFFIC_SECRET_0 ',
      'CLIENT_HANDSHAKE_TRAFFIC_SECRET ',
      'SERVER_HANDSHAKE_TRAFFIC_SECRET ',
      'CLIENT_EARLY_TRAFFIC_SECRET ',
      'EXPORTER_SECRET ',
    ],
    pattern:
      /(?:CLIENT_RANDOM|(?:CLIENT|SERVER)_(?:HANDSHAKE_|EARLY_)?TRAFFIC_SECRET(?:_0)?|EXPORTER_SECRET) [0-9a-fA-F]{64} ([0-9a-fA-F]{64,128})/,
    leak: [
      'CLIENT_RANDOM <~hex:64> <hex:96>\n',
      'CLIENT_TRAFFIC_SECRET_0 <~hex:64> <hex:64>\n',
      'SERVER_TRAFFIC_SECRET_0 <~hex:64> <hex:96>\n',
      'CLIENT_HANDSHAKE_TRAFFIC_SECRET <~hex:64> <hex:64>\n',
      'SERVER_HANDSHAKE_TRAFFIC_SECRET <~hex:64> <hex:64>\n',
      'CLIENT_EARLY_TRAFFIC_SECRET <~hex:64> <hex:64>\n',
      'EXPORTER_SECRET <~hex:64> <hex:64>\n',
    ],
    ok: ['CLIENT_RANDOM is logged', 'EXPORTER_SECRET missing'],
  },
  {
    id: 'shape/openvpn-key',
    kind: 'private-key',
    provider: 'OpenVPN',
    source: 'https://community.openvpn.net/Pages/ReferenceManual',
    literals: ['-----BEGIN OpenVPN Static key'],
    begins: 'anywhere',
    pattern: /-----BEGIN OpenVPN Static key V1-----([0-9a-f\\nr\s]{32,2048})/,
    leak: ['-----BEGIN OpenVPN Static key V1-----\n<hex:32>\n<hex:32>\n-----END OpenVPN Static key V1-----'],
    ok: ['-----BEGIN OpenVPN Static key V1-----'],
  },
  {
    id: 'shape/cisco-password',
    kind: 'password',
    provider: 'Cisco IOS, passwords of type 7',
    source:
      'https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html',
    literals: ['password 7 ', 'secret 7 ', 'key 7 '],
    pattern: /(?:password|secret|key) 7 ([0-9A-F]{8,128})/,
    ends: 'exact',
    leak: ['username ann password 7 <HEX:20>', 'enable secret 7 <HEX:20>', 'tacacs-server key 7 <HEX:20>'],
    ok: ['password 7 days ago', 'key 7 of 12'],
  },
  {
    id: 'shape/snmp-community',
    kind: 'client-secret',
    provider: 'SNMP',
    source:
      'https://www.cisco.com/c/en/us/support/docs/ip/simple-network-management-protocol-snmp/7282-12.html',
    literals: ['snmp-server community '],
    minEntropy: 0,
    pattern: /snmp-server community ([^\s"'\\]{4,64})/,
    isValid: (secret) => !isPlaceholder(secret) && !/^(?:public|private)$/.test(secret),
    leak: ['snmp-server community <alnum:12> RO'],
    ok: ['snmp-server community public RO'],
  },
  {
    id: 'shape/set-password',
    kind: 'password',
    provider: 'FortiOS, Docker',
    source: 'https://docs.docker.com/reference/dockerfile/#env',
    literals: ['set psksecret ', 'set passwd ', 'set password ', 'PASSWORD ', 'TOKEN ', 'SECRET '],
    begins: 'anywhere',
    minEntropy: 0,
    pattern: scanSet,
    isValid: isChosenOrDrawn,
    leak: [
      'set psksecret a1<alnum:12>\n',
      'set passwd ENC <b64:40>\n',
      'set password a1<alnum:12>\n',
      'ENV DB_PASSWORD a1<alnum:12>\n',
      'ENV NPM_TOKEN <alnum:32>\n',
      'ENV APP_SECRET <alnum:32>\n',
    ],
    ok: [
      'set password policy',
      'set psksecret ENC',
      'ENV DB_PASSWORD required',
      'the TOKEN a1<alnum:12>',
      'NEW PASSWORD a1b2c3d4',
    ],
  },
  {
    id: 'shape/rdp-password',
    kind: 'password',
    provider: 'Remote Desktop',
    source: 'https://learn.microsoft.com/windows-server/remote/remote-desktop-services/clients/rdp-files',
    literals: ['password 51:b:'],
    pattern: /password 51:b:([0-9A-Fa-f]{16,4096})/,
    leak: ['full address:s:host\r\npassword 51:b:<HEX:200>\r\n'],
    ok: ['password 51:b:'],
  },
  {
    id: 'shape/key-store',
    kind: 'private-key',
    provider: 'key stores and private keys in DER, in base64',
    source: 'https://www.rfc-editor.org/rfc/rfc7292',
    // Of a Java key store; and what stands behind the lengths of PKCS #12, PKCS #8 and PKCS #1, of RSA.
    literals: ['/u3+7QAAAAIAAAA', 'IBAzCC', 'IBADANBgkqhkiG9w0BAQEFAASC', 'IBAAKC'],
    begins: 'anywhere',
    pattern: (text, at) => {
      // In front of most of these literals stands the length of the whole.
      const sequence = /^MII[A-Za-z0-9+/]{2}[AQgw]$/.test(text.slice(at - 6, at)) ? at - 6 : undefined;
      const start = text.startsWith('/u3+', at) ? at : sequence;
      if (start === undefined) return undefined;
      let end = at;
      while (end < text.length && end - start < MAX_STORE && /[A-Za-z0-9+/=]/.test(text[end] as string))
        end++;
      return end - start < MIN_STORE ? undefined : { start, end };
    },
    leak: [
      '{"keystore":"/u3+7QAAAAIAAAAB<b64:400>"}',
      '{"p12":"MIIJqQIBAzCC<b64:400>"}',
      '{"key":"MIIEvQIBADANBgkqhkiG9w0BAQEFAASC<b64:400>"}',
      '{"key":"MIIEpAIBAAKC<b64:400>"}',
    ],
    ok: ['{"certificate":"MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBa<b64:300>"}', 'IBAzCC'],
  },
];

/** Shorter ones hold no key. */
const MIN_STORE = 120;

const MAX_STORE = 262_144;
