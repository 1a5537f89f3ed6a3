import type { GroupWords } from '../../../words.ts';
import { quote } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const where = f.template === undefined ? 'Un modèle d’autorisations' : `Le modèle ${quote(f.template)}`;
      const level = f.level === undefined ? '' : ` (${f.level})`;
      const what = f.featureCount === 1 ? 'une fonctionnalité' : `${f.featureCount} fonctionnalités`;
      const more = f.featureCount > 10 ? ' …' : '';
      return `${where}${level} masque ${what} à l’utilisateur : ${f.features}${more}.`;
    },
    explanation: (f) =>
      `NO_ACCESS signifie que l’utilisateur ne voit pas l’option ; rien n’échoue. Un réglage propre à l’utilisateur l’emporte sur celui de l’organisation.${
        f.conflicting
          ? ' Un autre modèle de la même réponse en accorde une partie ; la capture ne dit pas lequel compte.'
          : ''
      }`,
    nextStep: () =>
      'Si la fonctionnalité doit être disponible, autorisez-la dans le modèle de l’organisation ou pour cet utilisateur ; une modification peut mettre des heures à apparaître.',
  },
};
