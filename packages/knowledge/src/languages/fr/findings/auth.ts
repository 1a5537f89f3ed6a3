import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` : ${quote(f.errorText)}`;
      const healed = f.healed ? ', puis succès à la nouvelle tentative' : '';
      if (f.status === 407)
        return `Le proxy a demandé une authentification avant ${request(f)} (407)${healed}${why}.`;
      const what =
        f.status === 401
          ? 'refus, le service n’accepte pas l’identité du demandeur (401)'
          : 'accès interdit (403)';
      return `${request(f)} : ${what}${healed}${why}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.status === 403)
        return 'Le service sait qui demande et ne le permet pas : il manque un rôle, une licence ou une portée (scope), ou un pare-feu a refusé.';
      if (f.credentials === 'missing')
        return 'La requête ne portait pas d’identifiants, alors que d’autres requêtes de cette capture en portent.';
      if (f.credentials === 'sent')
        return 'Des identifiants ont été envoyés et refusés : expirés, révoqués ou destinés à un autre service.';
      return 'On ne peut pas voir si des identifiants ont été envoyés : l’export les retire de toutes les requêtes.';
    },
    nextStep: (f) => {
      if (f.healed) return 'Rien à faire : une connexion commence souvent par un refus.';
      if (f.status === 407)
        return 'Authentifiez-vous auprès du proxy, ou laissez passer cet hôte sans authentification.';
      if (f.status === 403)
        return `Vérifiez le rôle, la licence et les portées de la personne. ${searchStep(f)}`;
      return `Déconnectez-vous, reconnectez-vous et réessayez. ${searchStep(f)}`;
    },
  },
};
