import { useSession } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { useAccountNames } from './account-names.ts';

/** How somebody who did something is called: `account:<id>`, `worker`, `upload-link:<id>`. */
export function usePersonName(): (actor: string) => string {
  const { people } = useCaseWords();
  const own = useSession(({ who }) => who?.accountId);
  const nameOf = useAccountNames();
  return (actor) => {
    const [kind, id = ''] = actor.split(':');
    if (kind === 'worker') return people.worker;
    if (kind === 'upload-link') return people.customer;
    if (kind !== 'account') return actor;
    return id === own ? people.you : (nameOf(id) ?? people.colleague(id.slice(0, 8)));
  };
}
