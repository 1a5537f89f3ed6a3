import type { CorsHeaderFacts, CorsSign } from '../../../finding/finding-facts.ts';
import type { FindingSentences, GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

/** A finding that one header field decides: the verdict names it, only the explanation differs. */
const header = (explanation: string): FindingSentences<CorsHeaderFacts> => ({
  verdict: (f) => {
    const says = f.actual === undefined ? `ne contient pas ${f.header}` : `indique ${f.header}: ${f.actual}`;
    return f.preflight
      ? `Le navigateur n’a pas envoyé ${request(f)} pour la page ${f.origin} : la réponse à la requête préliminaire (${f.status}) ${says}, alors qu’il faut ${f.expected}.`
      : `Le navigateur n’a pas remis ${request(f)} à la page ${f.origin} : la réponse (${f.status}) ${says}, alors qu’il faut ${f.expected}${search(f)}.`;
  },
  explanation: (f) =>
    f.preflight && f.status >= 400
      ? `${explanation} La requête préliminaire a reçu ${f.status} : le plus souvent, une passerelle ou une connexion obligatoire refuse OPTIONS avant le service.`
      : explanation,
  nextStep: (f) => {
    const to = f.preflight ? 'à la requête préliminaire (OPTIONS)' : 'à la requête';
    return /Methods|Headers/.test(f.header)
      ? `Faites ajouter ${f.expected} à ${f.header} dans la réponse du service à la requête préliminaire (OPTIONS).`
      : `Faites répondre le service, ou la passerelle devant lui, ${to} avec ${f.header}: ${f.expected}.`;
  },
});

const signs: Readonly<Record<CorsSign, string>> = {
  'preflight-refused':
    'la requête préliminaire (preflight) a été refusée, la requête n’a donc pas été envoyée',
  'preflight-insufficient':
    'la requête préliminaire (preflight) a reçu une réponse sans l’autorisation nécessaire, la requête n’a donc pas été envoyée',
  'answer-withheld': 'la réponse est arrivée, mais la page n’a pas eu le droit de la lire',
  'not-in-capture': 'c’est le navigateur lui-même qui a refusé',
};

export const corsFindings: GroupWords<'cors'> = {
  'cors/missing-allow-origin': header(
    'Une page ne peut lire une réponse d’une autre origine que si cette réponse l’autorise. Le service a bien répondu ; seule la page ne reçoit rien.',
  ),
  'cors/allow-origin-mismatch': header(
    'La réponse autorise une autre origine que celle de la page : valeur fixe, ou cache qui garde une réponse faite pour une autre origine parce que Vary: Origin manque.',
  ),
  'cors/multiple-allow-origin': header(
    'Seule une origine unique ou * est valable. Plusieurs valeurs viennent d’une liste dans la configuration, ou d’un service et d’une passerelle qui ajoutent tous deux le champ.',
  ),
  'cors/invalid-allow-origin': header(
    'La valeur n’est pas une origine : une origine se compose d’un schéma, d’un hôte et, s’il est inhabituel, d’un port, sans chemin.',
  ),
  'cors/wildcard-with-credentials': header(
    'La page a demandé avec des identifiants (cookies, par exemple) ; * ne compte alors pas, et la réponse doit nommer l’origine.',
  ),
  'cors/no-allow-credentials': header(
    'La page a demandé avec des identifiants (cookies, par exemple) ; la réponse doit alors aussi les autoriser, par le mot true en minuscules.',
  ),
  'cors/preflight-missing-allow-origin': header(
    'Avant une telle requête, le navigateur demande l’autorisation (requête préliminaire), et la réponse n’en donne à aucune page.',
  ),
  'cors/preflight-allow-origin-mismatch': header(
    'Avant une telle requête, le navigateur demande l’autorisation (requête préliminaire), et la réponse la donne à autre chose que l’origine de la page : à une autre, à plusieurs à la fois, ou à aucune qui soit valable.',
  ),
  'cors/preflight-wildcard': header(
    'La page veut envoyer des identifiants (cookies, par exemple) ; * ne compte alors pas, et la réponse à la requête préliminaire doit nommer l’origine.',
  ),
  'cors/preflight-no-allow-credentials': header(
    'La page veut envoyer des identifiants (cookies, par exemple) ; la réponse à la requête préliminaire doit alors aussi les autoriser.',
  ),
  'cors/preflight-method': header(
    'La réponse à la requête préliminaire ne cite pas la méthode. Majuscules et minuscules comptent, et * ne vaut pas pour les requêtes avec identifiants.',
  ),
  'cors/preflight-header': header(
    'La réponse à la requête préliminaire ne cite pas tous les champs que la page veut envoyer ; * ne vaut pas pour les requêtes avec identifiants.',
  ),
  'cors/masked-server-error': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` : ${quote(f.errorText)}`;
      return `${request(f)} : échec avec ${f.status}${why} ; le navigateur affiche à la place une erreur CORS (${f.reason})${search(f)}.`;
    },
    explanation: (f) =>
      `Les pages d’erreur n’ont souvent pas l’autorisation que le service enverrait lui-même, ici pour ${f.origin} : le statut est la cause, l’erreur CORS un symptôme.`,
    nextStep: (f) =>
      `Corrigez d’abord le ${f.status}. ${searchStep(f)} Faites ensuite porter Access-Control-Allow-Origin aussi par les pages d’erreur, pour que les pages puissent montrer ce qui a échoué.`,
  },
  'cors/preflight-status': {
    verdict: (f) =>
      `Le navigateur n’a pas envoyé ${request(f)} pour la page ${f.origin} : la requête préliminaire a reçu ${f.status}, et seuls les statuts 200 à 299 comptent.`,
    explanation: () =>
      'La réponse autorise l’origine, mais une requête préliminaire doit réussir. Le plus souvent, il manque une route pour OPTIONS, ou une connexion est exigée avant elle.',
    nextStep: () => 'Faites répondre le service à OPTIONS sur ce chemin par 204, sans exiger de connexion.',
  },
  'cors/preflight-redirect': {
    verdict: (f) => {
      const target = f.target === undefined ? '' : ` vers ${f.target}`;
      return `Le navigateur n’a pas envoyé ${request(f)} pour la page ${f.origin} : la requête préliminaire a été redirigée${target} (${f.status}), ce qui n’est pas permis.`;
    },
    explanation: () =>
      'Les navigateurs ne suivent pas les redirections des requêtes préliminaires. Le plus souvent, c’est une connexion, un passage de http à https ou une barre oblique manquante à la fin qui redirige.',
    nextStep: () =>
      'Faites demander à la page l’adresse finale, ou faites répondre à OPTIONS par 204 avant toute redirection.',
  },
  'cors/redirect-credentials': {
    verdict: (f) =>
      `Le navigateur n’a pas suivi la redirection de ${request(f)} pour la page ${f.origin} : l’adresse vers ${f.target} contient un nom d’utilisateur ou un mot de passe (${f.status}).`,
    explanation: () =>
      'Une page d’une autre origine ne peut pas être renvoyée vers une adresse contenant des identifiants, pour que personne ne puisse deviner ceux d’autrui.',
    nextStep: () =>
      'Faites rediriger le service vers une adresse sans nom d’utilisateur ni mot de passe ; une signature de courte durée dans les paramètres suffit.',
  },
  'cors/header-not-exposed': {
    verdict: (f) =>
      `${request(f)} : échec avec ${f.status}, et la page n’a pas le droit de lire ${f.header}, car Access-Control-Expose-Headers ne le cite pas${search(f)}.`,
    explanation: () =>
      'Une page d’une autre origine ne peut lire que quelques champs d’une réponse, et ceux que celle-ci cite. Sans ce champ, elle réessaie à l’aveugle ou ne peut pas montrer l’identifiant.',
    nextStep: (f) => `Faites ajouter ${f.header} à Access-Control-Expose-Headers par le service.`,
  },
  'cors/repeated-preflights': {
    verdict: (f) =>
      `${request(f)} : ${f.count} requêtes préliminaires pour un même chemin ont pris ${f.preflightMs} ms en tout, car les réponses n’ont pas de Access-Control-Max-Age.`,
    explanation: () =>
      'Sans ce champ, les navigateurs ne retiennent une requête préliminaire que 5 secondes ; chacune coûte un aller-retour avant sa requête.',
    nextStep: () =>
      'Faites répondre le service aux requêtes préliminaires avec Access-Control-Max-Age, par exemple 7200 (les navigateurs retiennent deux heures au plus, ou moins).',
  },
  'cors/authorization-wildcard': {
    verdict: (f) =>
      `${request(f)} : la réponse à la requête préliminaire n’autorise Authorization que par Access-Control-Allow-Headers: *, ce que les navigateurs vont refuser.`,
    explanation: () =>
      'Cela fonctionne aujourd’hui, avec un avertissement dans la console. La norme demande le nom lui-même.',
    nextStep: () => 'Faites citer Authorization par le service dans Access-Control-Allow-Headers.',
  },
  'cors/private-network': {
    verdict: (f) => {
      const from = f.origin === undefined ? '' : ` pour la page ${f.origin}`;
      return `Le navigateur a arrêté ${request(f)}${from} : l’hôte appartient au réseau local, et la page n’a pas le droit d’y accéder (${f.reason}).`;
    },
    explanation: () =>
      'Les navigateurs protègent le réseau local des pages d’Internet : il faut l’accord de la personne ; les versions plus anciennes demandaient celui de l’hôte par une requête préliminaire.',
    nextStep: () =>
      'Autorisez l’accès de la page au réseau local dans les paramètres de site du navigateur ou par stratégie ; pour les versions plus anciennes, faites répondre l’hôte aux requêtes préliminaires avec Access-Control-Allow-Private-Network: true.',
  },
  'cors/suspected': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : ` (${f.status})`;
      const origin = f.origin === undefined ? '' : ` ${f.origin}`;
      return `Le navigateur n’a pas laissé la page${origin} accéder à ${request(f)}, probablement à cause de CORS : ${signs[f.sign]}${status}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.sign === 'not-in-capture')
        return 'La capture ne contient ni réponse ni requête préliminaire : la raison exacte n’est pas visible.';
      if (f.reason !== undefined)
        return `La réponse redirige vers une adresse que CORS ne permet pas de suivre (${f.reason}).`;
      return f.allowedOrigin === undefined
        ? 'Rien dans la réponse ne dit exactement pourquoi ; la raison ne figure que dans la console du navigateur.'
        : `La réponse autorise ${f.allowedOrigin}. La raison exacte ne figure que dans la console du navigateur.`;
    },
    nextStep: (f) =>
      f.sign === 'not-in-capture'
        ? 'Regardez la console du navigateur, ou refaites la capture avec les outils de développement de Chrome ou d’Edge, qui gardent réponses et requêtes préliminaires.'
        : 'Comparez Origin et Access-Control-Request-* avec les champs Access-Control-Allow-* de la réponse, et lisez la console du navigateur.',
  },
};
