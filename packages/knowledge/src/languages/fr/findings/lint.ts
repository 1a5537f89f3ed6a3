import type { ContentKind, CookieTrouble } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { request } from '../phrases.ts';

const kind: Readonly<Record<ContentKind, string>> = {
  json: 'du JSON',
  html: 'du HTML',
  xml: 'du XML',
  image: 'une image',
  pdf: 'un PDF',
  unknown: 'du contenu',
};

const trouble: Readonly<Record<CookieTrouble, string>> = {
  expires: 'un Expires qui n’est pas une date',
  'max-age': 'un Max-Age qui n’est pas un nombre',
  path: 'un Path qui ne commence pas par /',
  'same-site': 'un SameSite inconnu',
  'http-only': 'sans HttpOnly, donc lisible par les scripts',
  secure: 'sans Secure, donc transmissible en clair',
};

const cookieName = (cookie: string | undefined) =>
  cookie === undefined ? 'un cookie' : `le cookie ${cookie}`;

export const lintFindings: GroupWords<'lint'> = {
  'lint/bad-date': {
    verdict: (f) => `${request(f)} envoie dans ${f.field} une date que HTTP ne connaît pas.`,
    explanation: () =>
      'Personne ne peut exploiter une telle date ; dans Expires, les caches la considèrent comme passée depuis longtemps.',
    nextStep: () => 'Le serveur doit écrire les dates comme Sun, 06 Nov 1994 08:49:37 GMT (RFC 9110 §5.6.7).',
  },
  'lint/cache-control-conflict': {
    verdict: (f) =>
      f.first === f.second
        ? `${request(f)} indique deux fois ${f.first} dans Cache-Control, avec deux valeurs.`
        : `${request(f)} indique à la fois ${f.first} et ${f.second} dans Cache-Control.`,
    explanation: () => 'Les deux s’excluent, et tous les caches ne choisissent pas de même.',
    nextStep: () => 'Décidez laquelle est voulue et retirez l’autre (RFC 9111 §5.2.2).',
  },
  'lint/no-store-public': {
    verdict: (f) => `${request(f)} indique à la fois public et no-store dans Cache-Control.`,
    explanation: () =>
      'no-store l’emporte : rien n’est conservé. Ce n’est sans doute pas ce qui était voulu.',
    nextStep: () => 'Retirez public, ou no-store si la réponse peut être conservée (RFC 9111 §5.2.2).',
  },
  'lint/weak-etag-range': {
    verdict: (f) => `${request(f)} envoie une partie (206) avec un ETag faible.`,
    explanation: () =>
      'Un validateur faible ne permet pas de savoir si deux parties vont ensemble ; un téléchargement coupé recommence à zéro.',
    nextStep: () => 'Envoyez un ETag fort avec les fichiers servis par parties (RFC 9110 §13.1.5).',
  },
  'lint/vary-star': {
    verdict: (f) => `${request(f)} indique Vary: *.`,
    explanation: () => 'Aucune réponse conservée ne convient jamais, donc rien n’est gardé.',
    nextStep: () =>
      'Nommez les champs de requête qui comptent, ou indiquez Cache-Control: no-store (RFC 9110 §12.5.5).',
  },
  'lint/content-type-mismatch': {
    verdict: (f) =>
      f.mimeType === undefined
        ? `${request(f)} envoie ${kind[f.found]} sans Content-Type.`
        : `${request(f)} s’annonce comme ${f.mimeType}, mais c’est ${kind[f.found]}.`,
    explanation: () => 'Les navigateurs devinent alors, ou refusent la réponse, selon d’autres champs.',
    nextStep: () => 'Le serveur doit indiquer le bon Content-Type (RFC 9110 §8.3).',
  },
  'lint/redirect-without-location': {
    verdict: (f) => `${request(f)} redirige (${f.status}) sans Location.`,
    explanation: () => 'Le navigateur ne peut pas suivre et affiche une page vide.',
    nextStep: () => 'Envoyez Location, ou un statut qui n’est pas une redirection (RFC 9110 §15.4).',
  },
  'lint/content-with-204': {
    verdict: (f) => `${request(f)} répond 204 (sans contenu), mais annonce ou envoie du contenu.`,
    explanation: () => 'Certains lecteurs l’attendent, ou le prennent pour la réponse suivante.',
    nextStep: () => 'Envoyez 200 avec le contenu, ou 204 sans Content-Length (RFC 9110 §8.6).',
  },
  'lint/not-modified-without-validator': {
    verdict: (f) => `${request(f)} a reçu 304 (non modifié) sans l’avoir demandé.`,
    explanation: () =>
      'La requête ne portait ni If-None-Match ni If-Modified-Since ; le navigateur n’a peut-être rien à afficher.',
    nextStep: () =>
      'N’envoyez 304 qu’aux requêtes conditionnelles (RFC 9110 §15.4.5) ; cherchez un cache intermédiaire.',
  },
  'lint/duplicate-header': {
    verdict: (f) => `${request(f)} envoie ${f.field} plusieurs fois, avec des valeurs différentes.`,
    explanation: () => 'Ce champ ne doit figurer qu’une fois ; chaque lecteur en retient une autre valeur.',
    nextStep: () =>
      'Cherchez deux endroits qui l’écrivent, souvent le service et une passerelle (RFC 9110 §5.3).',
  },
  'lint/malformed-header': {
    verdict: (f) => `${request(f)} envoie un champ ${f.field} qui n’est pas écrit comme sa norme le demande.`,
    explanation: () => 'Les lecteurs ignorent un tel champ, comme s’il n’était pas là.',
    nextStep: () => 'Corrigez la valeur ; la norme du champ en donne la grammaire.',
  },
  'lint/cookie-attributes': {
    verdict: (f) => `${request(f)} pose ${cookieName(f.cookie)} avec un défaut : ${trouble[f.trouble]}.`,
    explanation: () =>
      'Les navigateurs ignorent un attribut qu’ils ne comprennent pas ; le cookie d’une session doit être protégé des scripts et de http simple.',
    nextStep: () => 'Corrigez les attributs de Set-Cookie (RFC 6265 §4.1.2).',
  },
  'lint/hsts': {
    verdict: (f) =>
      f.trouble === 'missing'
        ? `${request(f)} est sécurisée mais n’envoie pas Strict-Transport-Security.`
        : `${request(f)} envoie Strict-Transport-Security sans max-age.`,
    explanation: () => 'Les navigateurs n’exigent alors pas https à la visite suivante.',
    nextStep: () => 'Envoyez Strict-Transport-Security: max-age=31536000 (RFC 6797 §6.1).',
  },
  'lint/secret-in-url': {
    verdict: (f) =>
      f.parameter === 'userinfo'
        ? `${request(f)} porte un nom d’utilisateur et un mot de passe devant l’hôte.`
        : `${request(f)} porte un secret dans son adresse (${f.parameter}).`,
    explanation: () => 'Les adresses se retrouvent dans les journaux, les historiques et les champs Referer.',
    nextStep: () =>
      'Envoyez-le dans un champ d’en-tête ou dans le corps, et révoquez celui qui a été montré.',
  },
};
