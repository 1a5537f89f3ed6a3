import type { EscalationWords } from '@harrier/knowledge';

export type Section = keyof EscalationWords['section'];

/** How a place that takes escalations wants its text. A new one is one row. */
export interface Target {
  readonly id: string;
  /** `plain` where the form shows text as it is. */
  readonly markup: 'markdown' | 'jira' | 'plain';
  readonly sections: readonly Section[];
}

const everySection: readonly Section[] = [
  'questions',
  'findings',
  'errors',
  'tracking-ids',
  'log-records',
  'timeline',
  'flow',
  'steps',
  'environment',
  'pictures',
  'redactions',
  'files',
];

/** The first one is the default, and is what `summary.md` and `summary.html` follow. */
export const targets = [
  { id: 'generic', markup: 'markdown', sections: everySection },
  // The document's order: what is sent along, then the questions; logs and timeline travel as files.
  {
    id: 'bems',
    markup: 'plain',
    sections: [
      'errors',
      'steps',
      'tracking-ids',
      'log-records',
      'questions',
      'environment',
      'pictures',
      'files',
    ],
  },
  {
    id: 'jira',
    markup: 'jira',
    sections: [
      'findings',
      'steps',
      'errors',
      'tracking-ids',
      'log-records',
      'questions',
      'environment',
      'files',
    ],
  },
  // An issue begins with what happens and how to see it.
  {
    id: 'github',
    markup: 'markdown',
    sections: [
      'findings',
      'steps',
      'errors',
      'tracking-ids',
      'log-records',
      'questions',
      'environment',
      'files',
    ],
  },
] as const satisfies readonly Target[];

export type TargetId = (typeof targets)[number]['id'];

export function targetOf(id: TargetId): Target {
  return targets.find((target) => target.id === id) ?? targets[0];
}
