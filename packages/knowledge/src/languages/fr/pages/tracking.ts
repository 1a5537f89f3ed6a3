import type { TrackingGuide } from '../../../pages/tracking/tracking-book.ts';

export const trackingGuide: TrackingGuide = {
  lead: 'Un identifiant de suivi désigne une requête à travers tous les services. Une seule recherche donne les lignes de journal de chaque service qui l’a traitée.',
  partsHeading: 'De quoi il se compose',
  parts: [
    'Préfixe : le service qui a écrit l’identifiant, `ATLAS` pour Control Hub, `CPAPI`, `OCIROUTER`. Tout préfixe est possible.',
    'UUID : le plus souvent une session du navigateur. User Hub en crée un pour chaque requête.',
    'Premier compteur : la requête dans cette session.',
    'Compteurs suivants : appels qu’un service a faits pour traiter la requête.',
    '`+1` à la fin : la même requête, envoyée de nouveau.',
  ],
  searchHeading: 'Comment chercher',
  search: [
    'Prenez l’identifiant de la première requête en échec, dans sa réponse s’il y figure.',
    'Cherchez l’UUID avec le premier compteur : vous trouvez tous les services impliqués.',
    'Lisez les lignes dans l’ordre du temps. La première erreur est souvent la cause ; la dernière est ce que l’utilisateur a vu.',
    'Si rien n’apparaît, cherchez l’UUID seul, puis par heure et par chemin.',
  ],
  traps: [
    'Requête et réponse peuvent porter des identifiants différents : cherchez les deux.',
    'Une requête préliminaire n’en a jamais, et son absence seule n’est pas une faute.',
    'Certaines passerelles l’écrivent deux fois, séparés par une virgule.',
    'La fin d’un jeton peut ressembler à un identifiant : `_P0A1_` suivi d’un UUID appartient à un jeton. Ne le collez nulle part.',
    'La graphie varie : `TrackingID`, `Trackingid`, `trackingId`.',
  ],
  othersHeading: 'Autres identifiants',
  others:
    'Sans identifiant de suivi, cherchez `traceparent`, `X-Request-Id`, `X-Correlation-Id`, `CF-RAY` ou `x-amzn-RequestId` : leurs auteurs savent les retrouver.',
};
