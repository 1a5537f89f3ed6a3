import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const what = f.featureCount === 1 ? 'une fonctionnalité' : `${f.featureCount} fonctionnalités`;
      const more = f.featureCount > 10 ? ' …' : '';
      if (f.outdatedSince !== undefined)
        return `Le service masque encore ${what} (${f.features}${more}) : il l’a déterminé à ${f.outdatedSince}, et le modèle qui l’accorde a été modifié ${f.modifiedAt === undefined ? 'ensuite' : `à ${f.modifiedAt}`}.`;
      const where = f.template === undefined ? 'Un modèle d’autorisations' : `Le modèle ${quote(f.template)}`;
      const level = f.level === undefined ? '' : ` (${f.level})`;
      return `${where}${level} masque ${what} à l’utilisateur : ${f.features}${more}.`;
    },
    explanation: (f) => {
      const changed =
        f.modifiedAt === undefined
          ? ''
          : ` Dernière modification du modèle : ${f.modifiedAt}${f.modifiedBy === undefined ? '' : `, par ${f.modifiedBy}`}.`;
      const rank = f.rank === undefined ? '' : ` Son rang est ${f.rank}.`;
      const others =
        f.alsoHidden === undefined
          ? ''
          : ` Fonctionnalités masquées que rien ici ne demande : ${f.alsoHidden}.`;
      const disputed = f.conflicting
        ? ' Un autre modèle du même niveau en accorde une partie ; la capture ne dit pas lequel compte.'
        : '';
      return `NO_ACCESS signifie que l’utilisateur ne voit pas l’option ; rien n’échoue. Un réglage propre à l’utilisateur l’emporte sur celui de l’organisation.${changed}${rank}${others}${disputed}`;
    },
    nextStep: (f) =>
      f.outdatedSince === undefined
        ? 'Si la fonctionnalité doit être disponible, autorisez-la dans le modèle de l’organisation ou pour cet utilisateur ; une modification peut mettre des heures à apparaître.'
        : 'Attendez que le service refasse le calcul, ce qui peut prendre des heures ; se déconnecter puis se reconnecter peut l’accélérer.',
  },
  'permission/flag-off': {
    verdict: (f) =>
      `${request(f)} a été refusée avec ${f.status}, et l’indicateur de fonctionnalité ${quote(f.flag)} est désactivé${search(f)}.`,
    explanation: (f) =>
      `${f.flagPlace} avait déjà indiqué que la fonctionnalité est désactivée pour cet utilisateur ; la page n’aurait pas dû la proposer.`,
    nextStep: (f) =>
      `Demandez à l’équipe du service si ${quote(f.flag)} doit être activé pour cette organisation. ${searchStep(f)}`,
  },
  'permission/licence': {
    verdict: (f) => {
      if (f.featureCount === 0)
        return `${request(f)} a été refusée à cause d’une licence${said(f.errorText, false)}${search(f)}.`;
      const needed = f.required === undefined ? '' : ` (licence requise : ${f.required})`;
      return `${request(f)} indique que la licence de l’utilisateur ne comprend pas ${f.features === '' ? 'une fonctionnalité' : f.features}${needed}.`;
    },
    explanation: (f) =>
      f.featureCount === 0
        ? 'La licence de l’utilisateur, ou celle qui devait être attribuée, ne le permet pas.'
        : 'L’option n’est pas affichée, quoi que les modèles autorisent ; rien n’échoue.',
    nextStep: () =>
      'Vérifiez dans le portail d’administration quelle licence a l’utilisateur, et attribuez celle qui comprend la fonctionnalité.',
  },
  'permission/vendor-refused': {
    verdict: (f) =>
      `${request(f)} a échoué avec ${f.status} parce que ${f.party} a refusé : ${quote(f.errorText)}${f.healed ? ' ; une tentative ultérieure a réussi' : search(f)}.`,
    explanation: (f) =>
      f.ownText === undefined
        ? `Le service ne fait que transmettre ce que dit ${f.party} : ${quote(f.vendorText)}.`
        : `${f.party} a répondu ${quote(f.vendorText)} ; ${quote(f.ownText)} est ce que le service en dit lui-même.`,
    nextStep: (f) =>
      `Demandez à ${f.party} la raison du refus et vérifiez ce qui y est commandé pour cet utilisateur. Pour une escalade, réunissez le texte d’erreur complet, une capture d’écran, l’heure et les entrées de journal. ${searchStep(f)}`,
  },
  'permission/asked-for-off': {
    verdict: (f) =>
      `${request(f)} a elle-même demandé « désactivé » : ${f.field} a été envoyé avec la valeur false, alors que ${f.filled} était rempli.`,
    explanation: (f) =>
      f.compared
        ? 'L’option était désactivée et l’est restée ; la valeur à côté est nouvelle. Le service a fait ce qu’on lui demandait.'
        : 'La capture ne contient pas l’état précédent : ce n’est qu’une possibilité.',
    nextStep: () =>
      'Activez la fonctionnalité, enregistrez de nouveau et regardez ce que la requête envoie ; si l’option était activée, c’est une erreur de la page.',
  },
  'permission/value-lost': {
    verdict: (f) =>
      `${request(f)} a été acceptée, mais ${f.fields}${f.fieldCount > 5 ? ' …' : ''} ${f.fieldCount === 1 ? 'ne vaut pas' : 'ne valent pas'} ce qui a été envoyé (envoyé ${f.sent}, à présent ${f.found})${search(f)}.`,
    explanation: (f) => {
      if (f.partial)
        return 'D’autres valeurs de la même modification sont bien là : la lecture n’est donc pas venue trop tôt, ces valeurs ont été perdues ou refusées en chemin.';
      return f.maySettle
        ? 'La lecture a suivi la modification de très près ; le service n’était peut-être pas prêt.'
        : 'La réponse était pourtant un succès : le refus vient de ce qui se trouve derrière le service.';
    },
    nextStep: (f) =>
      f.maySettle ? `Relisez le réglage une minute plus tard. ${searchStep(f)}` : searchStep(f),
  },
  'permission/job-failed': {
    verdict: (f) => {
      const job = f.job === undefined ? 'une tâche' : `la tâche ${f.job}`;
      const more = f.jobs > 1 ? ` (et ${f.jobs - 1} de plus)` : '';
      return `${request(f)} montre que ${job}${more} s’est terminée avec ${f.jobStatus}${said(f.errorText, false)}${search(f)}.`;
    },
    explanation: (f) =>
      `Le travail avait été accepté et a échoué ensuite : aucune requête ne montre d’erreur.${f.total === undefined ? '' : ` Effectué : ${f.done} sur ${f.total}.`}`,
    nextStep: (f) => `Corrigez ce que la tâche signale et relancez-la pour le reste. ${searchStep(f)}`,
  },
};
