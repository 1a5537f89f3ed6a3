import type { Analysis, Finding } from '@harrier/analyze';

/** The findings that a package tells: what is only worth knowing, and often of the recording itself, nobody escalates. */
export function tellingFindings({ findings }: Analysis): readonly Finding[] {
  return findings.filter(({ rank, severity }, at) => rank === 'top' && (at === 0 || severity !== 'info'));
}
