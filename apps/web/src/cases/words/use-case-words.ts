import { useLanguage } from '../../words/use-words.ts';
import { type CasePageWords, casePageWords } from './case-page-words.ts';

/** What the pages of cases say, in the page's language. They are loaded with those pages. */
export function useCaseWords(): CasePageWords {
  return casePageWords[useLanguage(({ language }) => language)];
}
