import { intakeMark } from './intake.ts';

/** Characters of the original's name that are kept: enough to recognise it, short enough for every case system. */
const KEPT_CHARS = 40;

/** `trace.har` of intake 4f1c09d2a7be… becomes `trace.4f1c09d2a7be.clean.har`. */
export function cleanName(id: string, originalName: string): string {
  return `${stemOf(originalName)}.${intakeMark(id)}.clean.har`;
}

/** `trace.4f1c09d2a7be.har.pgp`; what it holds keeps its own ending, the suffix is the case system's. */
export function sealedName(id: string, originalName: string, suffix: string): string {
  const ending = /\.(har|saz|zip|gz|json|txt)$/i.exec(originalName)?.[1]?.toLowerCase() ?? 'bin';
  return `${stemOf(originalName)}.${intakeMark(id)}.${ending}${suffix}`;
}

/** Names come from strangers: folders, control characters and everything that a case system might change are left out. */
function stemOf(originalName: string): string {
  const stem = originalName
    .replace(/^.*[\\/]/, '')
    .replace(/(\.(har|saz|zip|gz|json|txt))+$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .slice(0, KEPT_CHARS)
    .replace(/^-+|-+$/g, '');
  return stem === '' ? 'capture' : stem;
}
