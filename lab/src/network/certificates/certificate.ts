import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import {
  bitString,
  boolean,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  tagged,
  utcTime,
  utf8String,
} from './der.ts';

/** What a certificate says. */
export interface CertificateSpec {
  readonly subject: string;
  readonly issuer: string;
  readonly subjectKey: KeyObject;
  readonly issuerKeys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly use: { readonly hosts: readonly string[] } | 'authority';
}

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));

/** An X.509 v3 certificate for an elliptic-curve key, as PEM. Spec: RFC 5280 §4. */
export function writeCertificate(spec: CertificateSpec): string {
  const toBeSigned = sequence(
    tagged(0, integer(Buffer.from([2])), 'constructed'),
    integer(randomBytes(16)),
    ECDSA_WITH_SHA256,
    commonName(spec.issuer),
    sequence(utcTime(spec.notBefore), utcTime(spec.notAfter)),
    commonName(spec.subject),
    subjectPublicKeyInfo(spec.subjectKey),
    tagged(3, sequence(...extensions(spec)), 'constructed'),
  );
  const signature = sign('sha256', toBeSigned, spec.issuerKeys.privateKey);
  const certificate = Buffer.from(sequence(toBeSigned, ECDSA_WITH_SHA256, bitString(signature)));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** The key as certificates carry it, DER. */
export function subjectPublicKeyInfo(key: KeyObject): Uint8Array {
  return key.export({ type: 'spki', format: 'der' });
}

function commonName(name: string): Uint8Array {
  return sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8String(name))));
}

/** Ids of RFC 5280 §4.2.1: 15 key usage, 17 alternative names, 19 basic constraints, 14 and 35 key identifiers, 37 extended use. */
function* extensions(spec: CertificateSpec): Generator<Uint8Array> {
  yield extension('2.5.29.14', octetString(keyIdentifier(spec.subjectKey)));
  yield extension('2.5.29.35', sequence(tagged(0, keyIdentifier(spec.issuerKeys.publicKey), 'primitive')));
  if (spec.use === 'authority') {
    yield extension('2.5.29.19', sequence(boolean(true)), 'critical');
    // keyCertSign, cRLSign
    yield extension('2.5.29.15', bitString(Buffer.from([0b0000_0110]), 1), 'critical');
    return;
  }
  // digitalSignature
  yield extension('2.5.29.15', bitString(Buffer.from([0b1000_0000]), 7), 'critical');
  yield extension('2.5.29.37', sequence(objectIdentifier('1.3.6.1.5.5.7.3.1')));
  const names = spec.use.hosts.map((host) => tagged(2, Buffer.from(host, 'ascii'), 'primitive'));
  yield extension('2.5.29.17', sequence(...names));
}

function extension(id: string, value: Uint8Array, critical?: 'critical'): Uint8Array {
  return sequence(objectIdentifier(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

/** Any digest of the key will do; RFC 5280 §4.2.1.2 suggests SHA-1 of it. */
function keyIdentifier(key: KeyObject): Uint8Array {
  return createHash('sha1').update(subjectPublicKeyInfo(key)).digest();
}
