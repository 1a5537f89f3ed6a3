import type { GroupWords } from '../../../words.ts';
import { quote } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const where = f.template === undefined ? 'A permission template' : `The template ${quote(f.template)}`;
      const level = f.level === undefined ? '' : ` (${f.level})`;
      const what = f.featureCount === 1 ? 'one feature' : `${f.featureCount} features`;
      const more = f.featureCount > 10 ? ' …' : '';
      return `${where}${level} hides ${what} from the user: ${f.features}${more}.`;
    },
    explanation: (f) =>
      `NO_ACCESS means that the user does not see the option; nothing fails. A setting of the user’s own goes before the organisation’s.${
        f.conflicting
          ? ' Another template of the same answer grants some of it; which one counts is not in the capture.'
          : ''
      }`,
    nextStep: () =>
      'If the feature should be there, allow it in the organisation’s template or for this user; a change can take hours to show.',
  },
};
