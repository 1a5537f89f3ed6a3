import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';
import { contentFindings } from './fail-content.ts';
import { networkFindings } from './fail-network.ts';
import { statusFindings } from './fail-status.ts';

/** RFC 9110 §15.5 et RFC 6585. */
/** nginx's word for it; others write an error of their own under the same number. */
const isGivenUp = (f: { readonly status: number; readonly errorText?: string }) =>
  f.status === 499 && f.errorText === undefined;

const clientStatus: Readonly<Record<number, string>> = {
  400: 'Le service n’a pas accepté ce qui a été envoyé : une valeur manque, est mal formée ou n’est pas permise.',
  404: 'Ce qui était demandé n’existe pas à cette adresse, ou le service ne veut pas dire qu’il existe.',
  408: 'Le serveur a attendu la requête et ne l’a pas reçue entière à temps : la ligne est lente, ou l’envoi volumineux.',
  410: 'Ce qui était demandé a existé et a disparu définitivement.',
  416: 'La partie demandée se trouve hors de ce qui existe.',
  421: 'Ce serveur ne répond pas pour cet hôte sur cette connexion ; les navigateurs en réutilisent une quand des hôtes partagent un certificat.',
  422: 'Le service a compris ce qui a été envoyé mais n’en accepte pas les valeurs.',
  451: 'Ce qui était demandé ne peut pas être fourni ici pour des raisons légales, souvent à cause du pays d’où vient la requête.',
  499: 'Le demandeur a fermé la connexion avant la réponse du service : le plus souvent, le service était trop lent, ou la page a été quittée.',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: 'Le service a rencontré une erreur interne.',
  501: 'Le service ne sait pas faire ce qui est demandé.',
  502: 'Une passerelle n’a pas reçu de réponse utilisable du service situé derrière elle.',
  503: 'Le service n’était pas disponible : surchargé, en redémarrage ou sans instance saine.',
  504: 'Une passerelle a attendu le service situé derrière elle, puis a renoncé.',
};

export const failFindings: GroupWords<'fail'> = {
  ...networkFindings,
  ...statusFindings,
  ...contentFindings,
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} : échec avec ${f.status}, puis succès à la nouvelle tentative${search(f)}.`
        : `${request(f)} : échec avec ${f.status}${said(f.errorText, f.bodyMissing)}${search(f)}.`,
    explanation: (f) =>
      (f.status === 499 && !isGivenUp(f) ? undefined : clientStatus[f.status]) ??
      'Le service a refusé la requête à cause de ce qui a été envoyé.',
    nextStep: (f) => {
      if (f.healed) return 'Rien à faire, sauf si cela se répète.';
      if (isGivenUp(f))
        return `Cherchez combien de temps le service a mis, et comparez avec les délais de la page et des proxys placés devant le service. ${searchStep(f)}`;
      return f.status === 408
        ? `Regardez combien de temps l’envoi a pris et essayez sur une ligne plus rapide ; sinon, il faut augmenter le délai de réception du serveur. ${searchStep(f)}`
        : `Comparez ce qui a été envoyé avec une requête qui fonctionne. ${searchStep(f)}`;
    },
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} : échec avec ${f.status}, puis succès à la nouvelle tentative${search(f)}.`
        : `${request(f)} : échec avec ${f.status}${said(f.errorText, f.bodyMissing)}${search(f)}.`,
    explanation: (f) =>
      serverStatus[f.status] ?? 'Le service a échoué ; la requête elle-même est peut-être correcte.',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party === undefined ? 'qu’un service situé derrière' : `que ${f.party}`;
      const how = f.upstreamStatus === undefined ? 'a échoué' : `a répondu ${f.upstreamStatus}`;
      const healed = f.healed ? ' (la nouvelle tentative a réussi)' : '';
      return `${request(f)} : réponse ${f.status}${healed} parce ${who} ${how} : ${quote(f.errorText)}${search(f)}.`;
    },
    explanation: (f) =>
      f.party === undefined
        ? 'Le service qui a répondu transmet l’échec d’un autre service situé derrière lui ; le texte commence par le statut de celui-ci.'
        : `Le service qui a répondu transmet l’échec de ${f.party}, qu’il nomme.`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searchStep(f)} L’appel au service suivant montre ce qui y a échoué.`
        : `${searchStep(f)} Adressez ensuite le texte à ${f.party}, ou à la personne qui y gère le compte.`,
  },
  'fail/pending': {
    verdict: (f) => {
      if (f.maybeStopped)
        return f.count === 1
          ? `${place(f)} est sans réponse dans la capture.`
          : `${f.count} requêtes sont sans réponse dans la capture, la première étant ${place(f)}.`;
      return f.count === 1
        ? `${place(f)} n’avait pas encore de réponse lorsque la capture a été enregistrée.`
        : `${f.count} requêtes n’avaient pas encore de réponse lorsque la capture a été enregistrée, la plus ancienne étant ${place(f)}.`;
    },
    explanation: (f) =>
      `La capture ne dit pas comment elles se sont terminées. Certaines, comme les flux d’événements, restent ouvertes volontairement.${f.maybeStopped ? ' Le programme qui a écrit la capture note de la même façon les requêtes bloquées ou qui n’ont pas pu partir.' : ''}`,
    nextStep: (f) =>
      `Si ${f.count === 1 ? 'elle' : 'l’une d’elles'} importe, refaites la capture et attendez sa fin avant d’enregistrer.`,
  },
};
