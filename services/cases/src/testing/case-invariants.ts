import type { RemoteAttachment } from '../connectors/case-connector.ts';
import { intakeId, intakeMark } from '../workflow/intake.ts';
import { lightUnsealed } from './light-workshop.ts';
import { type MemoryCaseSystem, sha256 } from './memory-case-system.ts';

/** What is wrong with a case, in words; nothing where all is well. `original` was attached, and the workflow has ended. */
export function faultsOf(
  system: MemoryCaseSystem,
  original: RemoteAttachment,
  originalSha256: string,
): string[] {
  const mark = intakeMark(intakeId(system.id, original));
  const faults = lossFaults(system, original, originalSha256);
  const named = (end: string) =>
    [...system.files.values()].filter(({ attachment: { name } }) => name.includes(mark) && name.endsWith(end))
      .length;
  const notes = system.notes.filter(({ key }) => key === mark).length;
  if (named('.clean.har') !== 1) faults.push(`${named('.clean.har')} clean files`);
  if (named('.pgp') !== 1) faults.push(`${named('.pgp')} sealed files`);
  if (notes !== 1) faults.push(`${notes} notes`);
  if (hasOriginal(system, originalSha256)) faults.push('the original is still there');
  return faults;
}

/** That must never be, at no moment: neither the original nor a sealed file that gives it back. */
export function lossFaults(
  system: MemoryCaseSystem,
  original: RemoteAttachment,
  originalSha256: string,
): string[] {
  const isSealed = [...system.files.values()].some(({ attachment, bytes }) => {
    const unsealed = attachment.caseRef === original.caseRef ? lightUnsealed(bytes) : undefined;
    return unsealed !== undefined && sha256(unsealed) === originalSha256;
  });
  return isSealed || hasOriginal(system, originalSha256)
    ? []
    : ['both the original and its sealed copy are gone'];
}

function hasOriginal(system: MemoryCaseSystem, originalSha256: string): boolean {
  return [...system.files.values()].some(({ bytes }) => sha256(bytes) === originalSha256);
}
