import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

/** Âge dans une unité qui convient. */
const ageOf = (ageS: number) => {
  if (ageS < 3600) return `environ ${Math.round(ageS / 60)} min`;
  return ageS < 86_400 ? `environ ${Math.round(ageS / 3600)} h` : `environ ${Math.round(ageS / 86_400)} j`;
};

export const versionFindings: GroupWords<'version'> = {
  'version/chunk-missing': {
    verdict: (f) =>
      f.how === 'gone'
        ? `${request(f)} n’existe plus (${f.status}) : la page appartient à une version plus ancienne de l’application${search(f)}.`
        : `${request(f)} a reçu une page à la place d’un script ou d’un style (${f.status}) : la page d’origine appartient à une version plus ancienne de l’application${search(f)}.`,
    explanation: () =>
      'Le nom de ces fichiers change à chaque version. Le serveur n’a que ceux de la dernière, et la page ouverte demande encore les siens.',
    nextStep: () =>
      'Rechargez la page sans le cache (Ctrl+Maj+R). L’équipe du service conserve quelque temps les fichiers des versions précédentes et fait proposer un rechargement par la page quand il en manque un.',
  },
  'version/stale-document': {
    verdict: (f) => {
      const from =
        f.from === 'browser-cache'
          ? 'du cache du navigateur'
          : `d’un cache intermédiaire${f.ageS === undefined ? '' : ` (âge : ${ageOf(f.ageS)})`}`;
      const files = f.missing === 1 ? 'un fichier' : `${f.missing} fichiers`;
      return `La page ${place(f)} vient ${from} et demande ${files} d’une version disparue${search(f)}.`;
    },
    explanation: () =>
      'Une page ne doit pas être conservée plus longtemps que les fichiers qu’elle nomme ; celle-ci a survécu à la version à laquelle elle appartient.',
    nextStep: (f) =>
      f.from === 'browser-cache'
        ? 'Rechargez la page sans le cache (Ctrl+Maj+R). L’équipe du service doit envoyer les pages avec Cache-Control: no-cache, et réserver les longues durées aux fichiers dont le nom porte une empreinte.'
        : 'Videz la page du cache intermédiaire (réseau de diffusion, proxy). L’équipe du service doit envoyer les pages avec Cache-Control: no-cache, ou les purger à chaque déploiement.',
  },
  'version/stale-service-worker': {
    verdict: (f) => {
      const files = f.missing === 1 ? 'un fichier disparu' : `${f.missing} fichiers disparus`;
      return `La page ${place(f)} vient d’un service worker qui garde une ancienne version : elle demande ${files}${search(f)}.`;
    },
    explanation: () =>
      'Le service worker répond avec ce qu’il a gardé, même après un rechargement ; les fichiers de cette version ne sont plus sur le serveur.',
    nextStep: () =>
      'Supprimez le service worker de ce site (outils de développement, Application, Service workers, Unregister) et rechargez. L’équipe du service doit lui faire prendre aussitôt la nouvelle version et abandonner l’ancienne.',
  },
  'version/mixed-builds': {
    verdict: (f) => {
      const failing = f.failing === undefined ? '' : ` ; seules les réponses de ${f.failing} ont échoué`;
      return `${place(f)} reçoit tour à tour les réponses de plusieurs versions (${f.field} : ${f.builds})${failing}${search(f)}.`;
    },
    explanation: (f) =>
      f.failing === undefined
        ? 'Plusieurs versions se trouvent en même temps derrière un même nom : un déploiement en cours ou bloqué, ou un essai sur une partie des utilisateurs.'
        : 'Plusieurs versions se trouvent en même temps derrière un même nom, et l’une d’elles ne sait pas traiter ce que la page envoie ; c’est le hasard qui décide laquelle répond.',
    nextStep: (f) =>
      f.failing === undefined
        ? 'Demandez à l’équipe du service si un déploiement était en cours à cette heure.'
        : `Demandez à l’équipe du service pourquoi ${f.failing} répond encore (déploiement bloqué, instance non remplacée). ${searchStep(f)}`,
  },
  'version/deprecated-api': {
    verdict: (f) => {
      const since = f.since === undefined ? '' : ` depuis le ${f.since}`;
      const until =
        f.until === undefined
          ? ''
          : f.isOver
            ? `, sa fin était annoncée pour le ${f.until}`
            : `, sa fin est annoncée pour le ${f.until}`;
      const successor = f.successor === undefined ? '' : `, remplacé par ${f.successor}`;
      return `${request(f)} est obsolète${since}${until}${successor}.`;
    },
    explanation: (f) =>
      f.isOver
        ? 'Le jour annoncé par le service est passé ; il peut cesser de répondre à tout moment.'
        : 'Le service répond encore, et annonce que cela ne durera pas (RFC 9745, RFC 8594).',
    nextStep: () =>
      'L’équipe qui développe la page ou le programme passe à la nouvelle interface avant ce jour.',
  },
};
