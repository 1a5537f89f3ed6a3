import type { ExchangeFacts } from '../../finding/finding-facts.ts';
import { place } from '../../finding/place.ts';

export const request = (facts: ExchangeFacts) => {
  const others = facts.count - 1;
  if (others === 0) return place(facts);
  return `${place(facts)} (et ${others} ${others === 1 ? 'autre requête semblable' : 'autres requêtes semblables'})`;
};

export const quote = (text: string) => `« ${text} »`;

export const search = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined ? '' : ` ; cherchez ${trackingId} dans les journaux`;

export const said = (errorText: string | undefined, bodyMissing: boolean) => {
  if (errorText !== undefined) return ` : ${quote(errorText)}`;
  return bodyMissing
    ? ', et la capture ne contient pas le corps qui dirait pourquoi'
    : ', sans indiquer de raison';
};

export const searchStep = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined
    ? 'Il n’y a pas d’identifiant de suivi : cherchez dans les journaux du service par heure, hôte et chemin.'
    : `Cherchez ${trackingId} dans les journaux de tous les services.`;

/** `1 octet`, `900 octets`; a text is a number as it is shown. French counts none as one. */
export const octets = (count: number | string) =>
  ['0', '1'].includes(String(count)) ? `${count} octet` : `${count} octets`;
