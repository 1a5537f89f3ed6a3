import type { ResponsePolicy } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { request } from '../phrases.ts';

const coded = (code: string | undefined) => (code === undefined ? '' : ` (${code})`);
const holding = (value: string | undefined) => (value === undefined ? '' : ` (${value})`);

const policyCause: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy': 'Cross-Origin-Resource-Policy de la réponse',
  'embedder-policy':
    'Cross-Origin-Embedder-Policy de la page, pour laquelle il manque à la réponse un Cross-Origin-Resource-Policy',
  'opener-policy': 'politique Cross-Origin-Opener-Policy',
  framing: 'X-Frame-Options ou frame-ancestors de la réponse',
  opaque: 'Opaque Response Blocking, car la réponse n’est pas ce que sa place dans la page demande',
};

const policyStep: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy':
    'La réponse doit porter Cross-Origin-Resource-Policy: cross-origin, ou venir du site de la page.',
  'embedder-policy':
    'La réponse doit porter Cross-Origin-Resource-Policy: cross-origin, ou être demandée avec CORS.',
  'opener-policy': 'Comparez le Cross-Origin-Opener-Policy des deux pages.',
  framing:
    'Autorisez l’origine de la page dans Content-Security-Policy: frame-ancestors, et retirez X-Frame-Options.',
  opaque:
    'Regardez ce que répond l’adresse : souvent une erreur ou du JSON à la place d’une image ou d’un script.',
};

export const blockFindings: GroupWords<'block'> = {
  'block/by-client': {
    verdict: (f) => `Quelque chose dans le navigateur a arrêté ${request(f)}${coded(f.code)}.`,
    explanation: (f) =>
      f.code === undefined
        ? 'La requête n’a jamais été envoyée, et la capture ne dit pas pourquoi : une extension, un bloqueur de publicité ou un blocage dans les outils de développement.'
        : 'Une extension, un bloqueur de publicité ou un blocage dans les outils de développement. Le service n’a jamais vu la requête.',
    nextStep: () =>
      'Réessayez dans une fenêtre privée sans extensions ; regardez « Network request blocking » dans les outils de développement.',
  },
  'block/by-administrator': {
    verdict: (f) => `L’administrateur du navigateur interdit ${request(f)}${coded(f.code)}.`,
    explanation: () =>
      'Une stratégie du navigateur géré vise cette adresse. Le service n’a jamais vu la requête.',
    nextStep: () =>
      'Consultez chrome://policy (URLBlocklist) et demandez à l’administrateur d’autoriser l’hôte.',
  },
  'block/content-security-policy': {
    verdict: (f) =>
      f.unseen
        ? `Sur la page ${request(f)}, le Content-Security-Policy${holding(f.directive)} a écarté ${f.blocked} avant même qu’une requête ne parte.`
        : f.reported
          ? `Le navigateur a signalé par ${request(f)} que le Content-Security-Policy de la page${holding(f.directive)} a écarté ${f.blocked}.`
          : `Le Content-Security-Policy de la page${holding(f.directive)} a écarté ${request(f)} : ${f.blocked} ne figure pas dans sa liste.`,
    explanation: (f) =>
      f.nonceOfACachedPage
        ? 'La politique autorise les scripts par un nonce renouvelé à chaque réponse, et cette page sort d’un cache : ses nonces sont ceux d’une autre réponse.'
        : 'Le navigateur ne charge que ce que la politique de la page énumère. La plupart des refus ne laissent aucune trace dans une capture.',
    nextStep: (f) =>
      f.nonceOfACachedPage
        ? 'Ne laissez pas les caches garder ces pages (Cache-Control: no-store), ou remplacez les nonces par des hachages dans la politique. En attendant, videz le cache.'
        : `Si ${f.blocked} y a sa place, ajoutez-le à la politique ; la console et le panneau Issues nomment chaque refus.`,
  },
  'block/response-policy': {
    verdict: (f) =>
      `${request(f)} a reçu une réponse, mais le navigateur ne l’a pas transmise : ${policyCause[f.policy]}${holding(f.value)} ; ${f.code}.`,
    explanation: () =>
      'Le service a fonctionné. Un champ d’en-tête dit que cette page n’a pas le droit d’utiliser la réponse.',
    nextStep: (f) => policyStep[f.policy],
  },
  'block/nosniff': {
    verdict: (f) =>
      `Le navigateur n’a pas utilisé ${request(f)} : le type annoncé est ${f.mimeType} au lieu de ${f.expected}, et nosniff interdit de deviner.`,
    explanation: (f) =>
      f.mimeType === 'text/html'
        ? 'C’est souvent une page d’erreur ou de connexion arrivée avec le statut 200 à la place du fichier.'
        : 'Le serveur ne sait pas quel type de fichier il envoie.',
    nextStep: (f) =>
      `Regardez le contenu de la réponse ; le serveur doit envoyer Content-Type: ${f.expected} avec le vrai fichier.`,
  },
  'block/integrity': {
    verdict: (f) =>
      `${request(f)} n’a pas le contenu que la page attend (integrity, ${f.algorithm}) ; le navigateur ne l’a pas exécuté.`,
    explanation: () =>
      'L’empreinte du contenu capturé diffère de celle de la page : le fichier a été modifié après la page, ou en chemin.',
    nextStep: () =>
      'Cherchez « integrity » dans la console ; renouvelez l’empreinte dans la page ou remettez le fichier. Un proxy qui réécrit les scripts a le même effet.',
  },
  'block/mixed-content': {
    verdict: (f) =>
      `La page ${f.page} est sécurisée et demandait ${request(f)} en http simple ; le navigateur ne l’a pas envoyée.`,
    explanation: () =>
      'Les navigateurs ne laissent pas une page https charger en http ce qui pourrait la modifier (contenu mixte).',
    nextStep: () => 'Demandez-la en https, ou rendez-la disponible en https.',
  },
  'block/proxy-authentication': {
    verdict: (f) =>
      f.code === undefined
        ? `Un proxy a refusé ${request(f)} avec 407 : il veut savoir qui demande.`
        : `Un proxy n’a pas laissé passer ${request(f)}${coded(f.code)}.`,
    explanation: (f) =>
      f.code === undefined
        ? 'La réponse vient d’un proxy et non du service, qui n’a jamais vu la requête.'
        : 'Le proxy a refusé le tunnel vers l’hôte : il veut une authentification, ou ses règles interdisent l’hôte. Le navigateur ne dit pas lequel des deux.',
    nextStep: () =>
      'Vérifiez l’authentification et les règles du proxy pour cet hôte ; comparez avec un réseau sans proxy.',
  },
  'block/interception': {
    verdict: (f) => {
      const who =
        f.vendor === undefined ? 'une passerelle de sécurité' : `une passerelle de sécurité (${f.vendor})`;
      return f.blockPage
        ? `Ce n’est pas le service qui a répondu à ${request(f)}, mais ${who}, par une page de refus.`
        : `Le trafic passe par ${who} : ${request(f)} en porte la marque.`;
    },
    explanation: (f) =>
      f.blockPage
        ? 'Une règle de l’entreprise bloque cette adresse ou sa catégorie. Le service n’a jamais vu la requête.'
        : 'C’est courant et peut être normal. L’inspection peut ralentir, couper ou modifier des réponses.',
    nextStep: (f) =>
      f.blockPage
        ? 'Donnez la référence de la page à qui gère la passerelle, et demandez d’autoriser l’hôte.'
        : 'Si autre chose est étrange, comparez avec un réseau sans cette passerelle.',
  },
  'block/captive-portal': {
    verdict: (f) =>
      f.portal === undefined
        ? `${request(f)} a reçu 511 : le réseau demande d’abord une connexion.`
        : `Le réseau a dirigé ${request(f)} vers ${f.portal} : il demande d’abord une connexion ou l’acceptation de conditions.`,
    explanation: () =>
      'Les réseaux d’invités répondent à la place de tous les services tant que personne ne s’est connecté.',
    nextStep: () =>
      'Ouvrez une adresse http simple dans le navigateur, connectez-vous au réseau, puis enregistrez de nouveau.',
  },
};
