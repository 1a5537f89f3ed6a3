import type { CaptureTab } from '../captures/open-captures.ts';
import { type TabName, tabNames } from '../details/open-tab.ts';
import { everything, type ViewQuestion } from '../engine/view/view-question.ts';

/** What a link says: which capture by its fingerprint, and what is looked at. It carries nothing that was captured. */
export interface DeepLink {
  readonly fingerprint: string;
  readonly question: Partial<ViewQuestion>;
  readonly row?: number;
  /** Which tab of that request. */
  readonly openTab?: TabName;
}

const SORT = /^(?:[a-zA-Z]{1,20}|column:.{1,220})$/s;

/** The part of a URL behind its `#` for what a capture shows now. */
export function linkTo({ fingerprint, question, selected }: CaptureTab, openTab: TabName): string {
  const parts = new URLSearchParams();
  if (fingerprint !== undefined) parts.set('capture', fingerprint);
  if (question.filter !== '') parts.set('filter', question.filter);
  if (question.sort !== everything.sort || question.descending)
    parts.set('sort', `${question.descending ? '-' : ''}${question.sort}`);
  if (question.group !== 'none') parts.set('group', question.group);
  if (selected !== undefined) {
    parts.set('row', String(selected));
    if (openTab !== tabNames[0]) parts.set('tab', openTab);
  }
  return `#${parts}`;
}

/** Reads such a part; undefined = it is none. */
export function readLink(hash: string): DeepLink | undefined {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const fingerprint = parts.get('capture');
  if (fingerprint === null || !/^[0-9a-f]{12}$/.test(fingerprint)) return undefined;
  const sort = parts.get('sort') ?? '';
  const group = parts.get('group');
  const row = Number(parts.get('row') ?? Number.NaN);
  const openTab = tabNames.find((name) => name === parts.get('tab'));
  const key = sort.replace(/^-/, '');
  return {
    fingerprint,
    question: {
      filter: (parts.get('filter') ?? '').slice(0, 4096),
      ...(SORT.test(key) ? { sort: key as ViewQuestion['sort'], descending: sort.startsWith('-') } : {}),
      ...(group === 'pages' || group === 'alike' ? { group } : {}),
    },
    ...(Number.isSafeInteger(row) && row >= 0 ? { row } : {}),
    ...(openTab === undefined ? {} : { openTab }),
  };
}
