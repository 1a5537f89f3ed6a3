import type { Finding } from '@harrier/analyze';
import type { ReadNote } from '@harrier/har';
import type { CliWords } from '../../words.ts';

/** What is said about a finding, in the asked language. */
export interface FindingWords {
  /** One sentence: what failed, who says so. */
  readonly verdict: string;
  readonly explanation: string;
  readonly nextStep: string;
  readonly whoCanFix: string;
}

export function findingWords(finding: Finding, _words: CliWords): FindingWords {
  const facts = finding.facts as Record<string, unknown>;
  return {
    verdict: `${facts.method} ${facts.host}${facts.path} ${facts.status ?? facts.failure ?? ''} ${facts.errorText ?? ''}`,
    explanation: '',
    nextStep: '',
    whoCanFix: '',
  };
}

/** A note on the file as a sentence. */
export function noteText(note: ReadNote, _words: CliWords): string {
  return `${note.path} ${note.found} → ${note.assumed}`;
}
