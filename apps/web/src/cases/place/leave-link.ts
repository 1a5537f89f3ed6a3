import { type CasePlace, hashOf } from './case-place.ts';
import { useCasePlace } from './use-case-place.ts';

/** Goes on to a place once the token of a link is used up; what is left of it in the history leads to nothing. */
export function leaveLink(place: CasePlace): void {
  history.replaceState(null, '', hashOf(place));
  useCasePlace.setState({ place });
}
