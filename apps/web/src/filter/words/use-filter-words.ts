import { useLanguage } from '../../words/use-words.ts';
import { filterWordTable } from './filter-word-table.ts';
import type { FilterWords } from './filter-words.ts';

/** The words of the filter language in the page's language. */
export function useFilterWords(): FilterWords {
  return filterWordTable[useLanguage().language];
}
