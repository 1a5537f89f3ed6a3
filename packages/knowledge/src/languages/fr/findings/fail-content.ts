import type { BrokenJson, InBodyFacts, PageKind } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

const inside = (f: InBodyFacts, how: string) =>
  `${request(f)} : réponse ${f.status}${how} : ${quote(f.errorText)}${search(f)}.`;

const transportOnly =
  'Le statut ne concerne que le transport ; ce qui était demandé a échoué. Une liste par statut ne le montre pas.';

const pageName: Readonly<Record<PageKind, string>> = {
  'sign-in': 'la page de connexion',
  refused: 'une page de refus (pare-feu ou contrôle anti-robot)',
  maintenance: 'une page de maintenance',
  error: 'une page d’erreur',
  application: 'la page de l’application elle-même',
  other: 'une page',
};

const pageStep: Readonly<Record<PageKind, string>> = {
  'sign-in':
    'La session est terminée ou n’a pas été transmise : reconnectez-vous et regardez les cookies et les jetons de l’appel.',
  refused:
    'Un équipement placé devant le service a refusé l’appel : transmettez le numéro de la page à l’équipe du pare-feu.',
  maintenance: 'Attendez la fin de la maintenance, ou demandez-en la date à l’équipe du service.',
  error: 'Lisez la page : elle dit ce qui a échoué.',
  application:
    'Le serveur ne connaît pas cette adresse et envoie la page de l’application : comparez l’adresse et la version avec un appel qui fonctionne, et vérifiez les routes du serveur ou du proxy.',
  other: 'Regardez la page et qui l’a envoyée (serveur, proxy, portail captif).',
};

const brokenHow: Readonly<Record<BrokenJson, string>> = {
  cut: 'il s’arrête au milieu',
  empty: 'il est vide',
  'not-json': 'il commence par autre chose que du JSON',
  value: 'il contient une valeur inconnue de JSON, comme Infinity',
  syntax: 'il ne respecte pas les règles de JSON',
};

const brokenStep: Readonly<Record<BrokenJson, string>> = {
  cut: 'Cherchez un arrêt brutal ou une limite du service pendant l’écriture.',
  empty: 'Cherchez pourquoi le service n’avait rien à dire ; une liste vide serait du JSON.',
  'not-json':
    'Regardez le début du corps : il s’y trouve souvent un avertissement ou une erreur du programme du serveur.',
  value: 'Trouvez le calcul qui ne donne pas de nombre, et omettez la valeur.',
  syntax:
    'Regardez l’endroit où un analyseur JSON s’arrête ; souvent une valeur a été insérée sans guillemets.',
};

export const contentFindings = {
  'fail/error-in-success': {
    verdict: (f) =>
      f.inRedirect
        ? `${request(f)} : redirection avec une erreur, ${quote(f.errorText)}${search(f)}.`
        : inside(f, ', mais le contenu annonce un échec'),
    explanation: (f) =>
      f.inRedirect
        ? 'Le service de connexion refuse en renvoyant le navigateur avec une erreur dans l’adresse (RFC 6749 §4.1.2.1).'
        : transportOnly,
    nextStep: (f) =>
      f.inRedirect
        ? 'Cherchez cette erreur dans la documentation et les journaux du service de connexion.'
        : searchStep(f),
  },
  'fail/graphql': {
    verdict: (f) => {
      const operation = f.operation === undefined ? 'de l’opération' : `de ${f.operation}`;
      const field = f.field === undefined ? '' : ` (${f.field})`;
      return inside(f, `, mais GraphQL annonce l’échec ${f.partial ? 'partiel ' : ''}${operation}${field}`);
    },
    explanation: (f) =>
      f.partial
        ? 'Des données accompagnent l’erreur : la page montre peut-être tout, sauf la partie qui a échoué.'
        : 'GraphQL répond par un succès même quand l’opération échoue ; ses erreurs disent pourquoi. Une liste par statut ne le montre pas.',
    nextStep: (f) => searchStep(f),
  },
  'fail/batch-item': {
    verdict: (f) => {
      const status =
        f.itemStatus === undefined ? '' : `, ${f.failed === 1 ? '' : 'la première '}avec ${f.itemStatus}`;
      const parts = f.failed === 1 ? 'une partie du lot a échoué' : 'des parties du lot ont échoué';
      return inside(f, `, mais ${parts} (${f.failed} sur ${f.items}${status})`);
    },
    explanation: () =>
      'Le statut concerne le lot entier ; chaque partie a son propre résultat. Une liste par statut ne le montre pas.',
    nextStep: (f) =>
      `Regardez les parties qui ont échoué et ce qui a été envoyé pour elles. ${searchStep(f)}`,
  },
  'fail/soap-fault': {
    verdict: (f) => inside(f, ` avec une erreur SOAP${f.code === undefined ? '' : ` (${f.code})`}`),
    explanation: (f) =>
      f.blames === 'sender'
        ? 'Le code de l’erreur dit que la faute se trouve dans ce qui a été envoyé.'
        : f.blames === 'service'
          ? 'Le code de l’erreur dit que le service lui-même a échoué.'
          : 'Une erreur SOAP signifie que l’opération n’a pas été faite, quel que soit le statut.',
    nextStep: (f) =>
      f.blames === 'sender'
        ? `Comparez ce qui a été envoyé avec un appel qui fonctionne. ${searchStep(f)}`
        : searchStep(f),
  },
  'fail/oci-error': {
    verdict: (f) => {
      const command =
        f.commands === undefined || f.commands < 2 ? 'une commande' : `une commande sur ${f.commands}`;
      const code = f.code === undefined ? '' : ` (${f.code})`;
      return inside(f, `, mais BroadWorks a refusé ${command}${code}`);
    },
    explanation: () =>
      'Le transport a fonctionné ; c’est la commande OCI qui a été refusée. D’autres commandes de la même requête ont peut-être été exécutées.',
    nextStep: (f) => `Cherchez le numéro d’erreur et la valeur qu’il nomme. ${searchStep(f)}`,
  },
  'fail/html-for-json': {
    verdict: (f) => {
      const title = f.title === undefined ? '' : ` ${quote(f.title)}`;
      return `${request(f)} : ${f.asked === undefined ? 'JSON' : 'flux d’événements'} demandé, et reçu ${pageName[f.page]}${title} avec ${f.status}${search(f)}.`;
    },
    explanation: () =>
      'Le statut annonce un succès, mais l’application ne peut pas lire une page là où elle attend des données ; elle échoue sans qu’aucune requête n’ait échoué.',
    nextStep: (f) => pageStep[f.page],
  },
  'fail/maintenance-page': {
    verdict: (f) =>
      `${request(f)} a reçu une page de maintenance ${quote(f.title)}, bien qu’avec ${f.status}${search(f)}.`,
    explanation: () =>
      'Quelqu’un a arrêté le service à dessein, ou quelque chose devant lui montre cette page quand personne ne répond derrière. D’après le statut, tout va bien.',
    nextStep: () =>
      'Demandez à l’équipe du service, ou regardez sa page d’état, combien de temps cela dure. Une telle page devrait venir avec 503 et Retry-After, pour que les programmes et les caches le sachent.',
  },
  'fail/broken-json': {
    verdict: (f) =>
      `${request(f)} : réponse ${f.status} avec un JSON illisible, ${brokenHow[f.fault]}${search(f)}.`,
    explanation: () =>
      'Content-Type annonce du JSON et le contenu n’en est pas : l’application échoue à la lecture, sans qu’aucune requête n’ait échoué.',
    nextStep: (f) => `${brokenStep[f.fault]} ${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
