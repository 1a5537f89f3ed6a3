import type {
  CdnTrouble,
  EnvoyCause,
  FailedStatusFacts,
  IdempotencyKeyUse,
  TooLarge,
} from '../../../finding/finding-facts.ts';
import { durationOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { octets, request, said, search, searchStep } from '../phrases.ts';

const failed = (f: FailedStatusFacts, how: string) =>
  f.healed
    ? `${request(f)} : échec avec ${f.status}${how}, puis succès à la nouvelle tentative${search(f)}.`
    : `${request(f)} : échec avec ${f.status}${how}${said(f.errorText, f.bodyMissing)}${search(f)}.`;

const largeWhat: Readonly<Record<TooLarge, string>> = {
  content: 'le contenu était trop volumineux',
  address: 'l’adresse était trop longue',
  fields: 'les champs d’en-tête étaient trop volumineux',
};

const largeStep: Readonly<Record<TooLarge, string>> = {
  content:
    'Envoyez moins, ou en plusieurs parties ; sinon, la limite doit être relevée sur chaque serveur et proxy du chemin.',
  address: 'Envoyez les valeurs dans le contenu d’un POST plutôt que dans l’adresse.',
  fields:
    'Supprimez les cookies de ce site et reconnectez-vous ; s’ils grossissent de nouveau, le service en pose trop.',
};

const envoySaid: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance': 'aucune instance saine du service n’était disponible',
  'connect-failed': 'le service n’a pas pu être joint',
  'connect-timeout': 'la connexion au service a pris trop de temps',
  'broken-off': 'le service a coupé avant de répondre',
  'request-timeout': 'le service n’a pas répondu à temps',
  overflow: 'trop de requêtes attendaient le service',
  protocol: 'la réponse du service ne respecte pas le protocole',
  'fault-injected': 'une erreur de test a été introduite volontairement',
};

const envoyStep: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance':
    'Vérifiez que les instances du service tournaient et passaient leurs contrôles de santé à cette heure.',
  'connect-failed':
    'Vérifiez que le service écoute sur son port, et que les règles réseau et le TLS mutuel laissent passer la passerelle.',
  'connect-timeout':
    'Cherchez une règle réseau ou un pare-feu entre la passerelle et le service, et une surcharge.',
  'broken-off':
    'Cherchez des arrêts brutaux, des redémarrages et des connexions inactives fermées par le service à cette heure.',
  'request-timeout':
    'Cherchez ce que le service a fait pendant ce temps, puis si la limite de la route lui convient.',
  overflow: 'Regardez la charge du service et les limites du disjoncteur de la passerelle.',
  protocol: 'Comparez le protocole que parlent la passerelle et le service (HTTP/1.1, HTTP/2, gRPC).',
  'fault-injected': 'Cherchez une règle d’injection d’erreurs dans la configuration de la passerelle.',
};

const cdnSaid: Readonly<Record<CdnTrouble, string>> = {
  refused: 'le serveur situé derrière lui refuse les connexions',
  unreachable: 'le serveur situé derrière lui n’est pas joignable',
  'connect-timeout': 'la connexion au serveur situé derrière lui a pris trop de temps',
  timeout: 'le serveur situé derrière lui n’a pas répondu à temps',
  tls: 'il n’a pas pu négocier TLS avec le serveur situé derrière lui',
  certificate: 'il n’accepte pas le certificat du serveur situé derrière lui',
  'bad-answer': 'le serveur situé derrière lui n’a pas donné de réponse utilisable',
  failed: 'il n’a pas obtenu de réponse du serveur situé derrière lui',
};

/** What was asked for, as far as the answer shows what it lacks. */
const noneOf = (f: { readonly sent?: string; readonly languages?: string }) => {
  if (f.languages !== undefined)
    return `, car le service n’a rien dans les langues demandées (${f.languages})`;
  return f.sent === undefined
    ? ', car le service n’a rien sous une forme demandée'
    : `, car le service n’a rien dans les types de média demandés (${f.sent})`;
};

/** What a service has against an idempotency key, and what that means. */
const keyUse: Readonly<Record<IdempotencyKeyUse, { readonly said: string; readonly means: string }>> = {
  reused: {
    said: ', car sa clé d’idempotence a déjà servi avec un autre contenu',
    means:
      'Le service n’exécute qu’une fois ce qui arrive avec une même clé. Cette clé est déjà venue avec un autre contenu : ce ne peut pas être la même requête.',
  },
  'in-progress': {
    said: ', car une requête avec la même clé d’idempotence est encore en cours',
    means:
      'Le service n’exécute qu’une fois ce qui arrive avec une même clé, et la première requête n’est pas terminée.',
  },
};

export const statusFindings = {
  'fail/rate-limited': {
    verdict: (f) => {
      const limit = f.limit === undefined ? '' : `, limite de ${f.limit} dépassée`;
      const wait = f.waitS === undefined ? '' : `, à redemander après ${timeSpan(f.waitS * 1000)}`;
      return failed(f, `, trop de requêtes${limit}${wait}`);
    },
    explanation: (f) =>
      f.tooEarly
        ? 'Le service demande moins de requêtes, et le client n’a pas attendu aussi longtemps qu’indiqué.'
        : 'Le service demande moins de requêtes dans un laps de temps (RFC 6585 §4).',
    nextStep: (f) =>
      f.healed
        ? 'Rien à faire, sauf si cela se répète.'
        : 'Cherchez qui envoie autant de requêtes (une boucle, plusieurs onglets, un script) ; le client doit ensuite attendre le temps indiqué par Retry-After, ou une limite plus haute doit être demandée.',
  },
  'fail/too-large': {
    verdict: (f) => {
      const size = f.sentBytes === undefined ? '' : `, ${octets(f.sentBytes)}`;
      const cookies = f.cookieBytes === undefined ? '' : ` dont ${f.cookieBytes} de cookies`;
      return failed(f, `, car ${largeWhat[f.what]}${size}${cookies}`);
    },
    explanation: () =>
      'Un serveur ou un proxy du chemin limite la taille des requêtes ; la réponse ne dit pas quelle est la limite, et souvent ce n’est pas le service lui-même qui a refusé.',
    nextStep: (f) => largeStep[f.what],
  },
  'fail/method-not-allowed': {
    verdict: (f) => {
      const what =
        f.status === 405
          ? `, car ${f.method} n’est pas permis ici`
          : f.status === 406
            ? noneOf(f)
            : `, car le service n’accepte pas ${f.sent ?? 'ce type de média'}`;
      return failed(f, `${what}${f.allowed === undefined ? '' : `, seulement ${f.allowed}`}`);
    },
    explanation: (f) =>
      f.status === 405
        ? 'L’adresse existe, mais pas pour cette méthode ; c’est souvent une mauvaise adresse, une version plus ancienne du service, ou une redirection qui a changé la méthode.'
        : 'Ce qui est envoyé et ce qui est compris ne vont pas ensemble : regardez Content-Type et Accept de la requête.',
    nextStep: (f) =>
      `Comparez méthode, adresse et types de média avec une requête qui fonctionne. ${searchStep(f)}`,
  },
  'fail/conflict': {
    verdict: (f) =>
      failed(
        f,
        f.keyUse !== undefined
          ? keyUse[f.keyUse].said
          : f.status === 409
            ? ', en conflit avec l’état actuel'
            : f.status === 412
              ? `, car la condition${f.condition === undefined ? '' : ` ${f.condition}`} n’était pas remplie`
              : ', car le service exige une condition (If-Match)',
      ),
    explanation: (f) =>
      f.keyUse !== undefined
        ? keyUse[f.keyUse].means
        : f.status === 409
          ? 'Ce qui a été envoyé ne convient pas à l’état actuel : l’objet existe déjà, est utilisé ou a changé entre-temps.'
          : f.status === 412
            ? 'Quelqu’un a modifié l’objet depuis sa lecture ; le service protège cette modification.'
            : 'Le service n’accepte les modifications qu’avec une condition, pour que personne n’écrase celle d’un autre.',
    nextStep: (f) =>
      f.keyUse === undefined
        ? `Relisez l’objet et recommencez la modification. ${searchStep(f)}`
        : f.keyUse === 'reused'
          ? `Donnez à chaque nouvelle requête sa propre clé, et ne répétez une requête avec sa clé que sans la modifier. ${searchStep(f)}`
          : `Attendez, puis répétez la requête avec la même clé, sans la modifier. ${searchStep(f)}`,
  },
  'fail/gateway-envoy': {
    verdict: (f) => failed(f, `, réponse de la passerelle (Envoy) : ${envoySaid[f.cause]}`),
    explanation: () =>
      'La passerelle a écrit cette réponse elle-même ; le service situé derrière elle ne sait peut-être rien de la requête, le journal de la passerelle si.',
    nextStep: (f) => `${envoyStep[f.cause]} ${searchStep(f)}`,
  },
  'fail/gateway-cdn': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : ` (référence ${f.reference})`;
      return failed(f, `, réponse de ${f.cdn}${reference} : ${cdnSaid[f.trouble]}`);
    },
    explanation: (f) =>
      `${f.cdn} a écrit cette réponse lui-même, à la place du serveur situé derrière lui ; les journaux de ce serveur ne savent peut-être rien de la requête.`,
    nextStep: (f) =>
      f.reference === undefined
        ? 'Vérifiez que le serveur situé derrière le réseau fonctionne et peut être joint de là, et ce que dit son pare-feu.'
        : `Vérifiez que le serveur situé derrière le réseau peut être joint de là ; ${f.cdn} retrouve la requête par ${f.reference}.`,
  },
  'fail/gateway-timeout': {
    verdict: (f) => {
      const waited = f.waitedMs === undefined ? '' : ` après ${durationOf(f.waitedMs, ',')}`;
      const limit = f.limitMs === undefined ? '' : `, à une limite de ${timeSpan(f.limitMs)}`;
      return failed(
        f,
        `${waited} : une passerelle a attendu le service situé derrière elle, puis a renoncé${limit}`,
      );
    },
    explanation: () =>
      'Le service a pris plus de temps que la passerelle n’attend. Il a peut-être continué et terminé : vérifiez avant de répéter la modification.',
    nextStep: (f) => `Cherchez ce que le service a fait pendant ce temps. ${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
