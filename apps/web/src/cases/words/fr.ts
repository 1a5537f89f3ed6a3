import type { CasePageWords } from './case-page-words.ts';
import { en } from './en.ts';

export const fr: CasePageWords = en;
