import { createHash, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import type { CertificateKind } from '../site.ts';
import { subjectPublicKeyInfo, writeCertificate } from './certificate.ts';

/** What a TLS server needs to show, PEM. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

/** The lab's own certificate authority. Made anew for each run of the lab; its keys never leave memory. */
export interface Authority {
  /** The root that the browser is told to trust, DER as base64. */
  readonly rootBase64: string;
  /** SHA-256 of the servers' public key, base64, as Chromium's `--ignore-certificate-errors-spki-list` wants it. */
  readonly serverKeyDigest: string;
  /** One certificate a host and kind, made when it is first asked for. */
  certificateFor(host: string, kind: CertificateKind): ServerCertificate;
}

interface Issuer {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const DAY_MS = 86_400_000;

export function createAuthority(now = new Date()): Authority {
  const trusted = issuer('Lab Root');
  const unknown = issuer('Unknown Root');
  // One key serves all hosts: a fresh one for each would only cost time.
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serverKey = server.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const day = (offset: number) => new Date(now.getTime() + offset * DAY_MS);
  const root = writeCertificate({
    subject: trusted.name,
    issuer: trusted.name,
    subjectKey: trusted.publicKey,
    issuerKeys: trusted,
    notBefore: day(-400),
    notAfter: day(400),
    use: 'authority',
  });
  const made = new Map<string, ServerCertificate>();

  function make(host: string, kind: CertificateKind): ServerCertificate {
    const by = kind === 'unknown-authority' ? unknown : trusted;
    const name = kind === 'wrong-name' ? 'other.example.test' : host;
    const cert = writeCertificate({
      subject: name,
      issuer: by.name,
      subjectKey: server.publicKey,
      issuerKeys: by,
      notBefore: day(kind === 'expired' ? -90 : -30),
      notAfter: day(kind === 'expired' ? -2 : 60),
      use: { hosts: [name] },
    });
    return { key: serverKey, cert };
  }

  return {
    serverKeyDigest: createHash('sha256').update(subjectPublicKeyInfo(server.publicKey)).digest('base64'),
    rootBase64: new X509Certificate(root).raw.toString('base64'),
    certificateFor(host, kind) {
      const id = `${kind} ${host}`;
      const known = made.get(id) ?? make(host, kind);
      made.set(id, known);
      return known;
    },
  };
}

function issuer(name: string): Issuer {
  return { name, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
}
