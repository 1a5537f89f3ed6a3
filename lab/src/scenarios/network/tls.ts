import type { CertificateKind, Site } from '../../network/site.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { withFault } from './family.ts';

const API = 'licences.example.test/v1/licences';

function refusal(name: string, title: string, reason: string, site: Omit<Site, 'host'>): Scenario {
  return withFault({
    name,
    title,
    script: `await call('https://${API}');`,
    sites: () => [{ host: 'licences.example.test', handle: (_, response) => void response.end(), ...site }],
    truth: {
      expects: [{ finding: 'fail/tls', on: [{ url: API }], reason, root: true }],
      browser: [{ on: { url: API }, errorText: reason }],
    },
  });
}

const certificate = (kind: CertificateKind) => ({ certificate: kind });

const PROTOCOL_VERSION = 70;
const CERTIFICATE_REQUIRED = 116;

/** A fatal alert as a record of TLS 1.2. Spec: RFC 8446 §6. */
function alert(description: number): Buffer {
  return Buffer.from([21, 3, 3, 0, 2, 2, description]);
}

/** Servers that the browser does not trust or understand. */
export const tls: readonly Scenario[] = [
  refusal(
    'certificate-expired',
    'Licences are gone since this morning.',
    'net::ERR_CERT_DATE_INVALID',
    certificate('expired'),
  ),
  refusal(
    'certificate-of-another-host',
    'Licences do not load since the move to the new data centre.',
    'net::ERR_CERT_COMMON_NAME_INVALID',
    certificate('wrong-name'),
  ),
  refusal(
    'certificate-of-unknown-authority',
    'Licences load at home but not at the office.',
    'net::ERR_CERT_AUTHORITY_INVALID',
    certificate('unknown-authority'),
  ),
  refusal(
    'protocol-too-old',
    'Licences load in nobody’s new browser.',
    'net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
    { raw: (socket) => void socket.end(alert(PROTOCOL_VERSION)) },
  ),
  refusal('plain-answer-to-tls', 'Licences never load.', 'net::ERR_SSL_PROTOCOL_ERROR', {
    raw: (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
  }),
  withFault({
    name: 'client-certificate-demanded',
    title: 'Licences load on managed laptops alone.',
    script: `await call('https://${API}');`,
    sites: () => [
      { host: 'licences.example.test', raw: (socket) => void socket.end(alert(CERTIFICATE_REQUIRED)) },
    ],
    truth: {
      expects: [
        {
          finding: 'auth/client-certificate',
          on: [{ url: API }],
          reason: 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT',
          root: true,
        },
      ],
      browser: [{ on: { url: API }, errorText: 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT' }],
    },
  }),
];
