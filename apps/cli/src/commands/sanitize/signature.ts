import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type ReportSignature, type SanitizeReport, signedText } from '@harrier/sanitize';
import { UsageError } from '../../arguments/usage-error.ts';
import { readOption } from './policy-of-options.ts';

type Signed = Omit<SanitizeReport, 'signature' | 'redactions'>;

/** Reads a private Ed25519 key in PEM (`openssl genpkey -algorithm ed25519`). Error: {@link UsageError}. */
export async function signingKey(file: string): Promise<KeyObject> {
  return await key('--sign', file, createPrivateKey);
}

export async function trustedKey(file: string): Promise<KeyObject> {
  return await key('--trust', file, createPublicKey);
}

async function key(option: string, file: string, read: (pem: Buffer) => KeyObject): Promise<KeyObject> {
  const pem = await readOption(option, file);
  try {
    const found = read(pem);
    if (found.asymmetricKeyType === 'ed25519') return found;
  } catch {
    // Told below: the message of the library may repeat the file.
  }
  throw new UsageError({ kind: 'bad-key', option, path: file });
}

export function signReport(report: Signed, privateKey: KeyObject): ReportSignature {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  const value = sign(null, Buffer.from(signedText(report)), privateKey).toString('base64');
  return { algorithm: 'ed25519', publicKey, value };
}

/** Whether a report carries a good signature, by the trusted key where one is given. */
export function isSignedWell(
  report: Signed & { signature?: ReportSignature },
  trusted: KeyObject | undefined,
): boolean {
  const { signature } = report;
  if (signature === undefined) return trusted === undefined;
  try {
    const der = Buffer.from(signature.publicKey, 'base64');
    const publicKey = trusted ?? createPublicKey({ key: der, type: 'spki', format: 'der' });
    return verify(null, Buffer.from(signedText(report)), publicKey, Buffer.from(signature.value, 'base64'));
  } catch {
    return false;
  }
}
