import { countText } from '../../captures/quantity.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import type { ExceptionScope } from './exception.ts';

/** What may be seen, in a few words. */
export function useScopeText(): (scope: ExceptionScope) => string {
  const { exceptions: words } = useCaseWords();
  return (scope) => {
    switch (scope.kind) {
      case 'values':
        return words.values(countText(scope.pseudonyms.length));
      case 'entries':
        return words.entries(scope.entries.map((entry) => `#${entry}`).join(', '));
      case 'whole':
        return words.whole;
    }
  };
}
