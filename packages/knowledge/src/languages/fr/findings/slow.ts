import { durationOf } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

const duration = (durationMs: number) => durationOf(durationMs, ',');

export const slowFindings: GroupWords<'slow'> = {
  'slow/wait-dominates': {
    verdict: (f) => {
      const where =
        f.place === 'service'
          ? ' du service lui-même'
          : f.place === 'before-service'
            ? ', surtout en amont du service'
            : '';
      return `${request(f)} a pris ${duration(f.timeMs)}, dont ${duration(f.waitMs)} à attendre le premier octet${where}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.place === 'not-observable')
        return 'La requête était partie et la réponse n’avait pas commencé. La réponse ne dit pas combien de temps le service lui-même a pris.';
      return f.place === 'service'
        ? `Le service indique avoir pris lui-même ${duration(f.serviceMs ?? 0)}.`
        : `Le service indique n’avoir pris que ${duration(f.serviceMs ?? 0)} ; le reste s’est passé en chemin, dans une file d’attente ou dans une passerelle.`;
    },
    nextStep: (f) =>
      f.place === 'before-service'
        ? `Examinez la passerelle, le proxy et le chemin réseau. ${searchStep(f)}`
        : searchStep(f),
  },
  'slow/stalled': {
    verdict: (f) =>
      `${request(f)} a attendu ${duration(f.stalledMs)} sur ${duration(f.timeMs)} dans le navigateur avant d’être envoyée${
        f.connectionLimit
          ? `, parce que ${f.concurrent} autres requêtes vers le même hôte étaient en cours`
          : ''
      }.`,
    explanation: (f) =>
      f.connectionLimit
        ? 'En HTTP/1.1, les navigateurs ouvrent six connexions par hôte ; le reste doit attendre.'
        : 'Le navigateur l’a retenue : à cause de sa priorité, d’un proxy, du cache disque ou d’un poste très occupé.',
    nextStep: (f) =>
      f.connectionLimit
        ? 'Moins de requêtes simultanées, ou HTTP/2 côté service.'
        : 'Réessayez avec moins d’onglets et d’extensions ; examinez le proxy.',
  },
};
