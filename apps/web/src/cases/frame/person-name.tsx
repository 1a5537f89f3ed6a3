import { useSession } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** How somebody who did something is called: `account:<id>`, `worker`, `upload-link:<id>`. Names of others are not known here. */
export function usePersonName(): (actor: string) => string {
  const { people } = useCaseWords();
  const own = useSession(({ who }) => who?.accountId);
  return (actor) => {
    const [kind, id = ''] = actor.split(':');
    if (kind === 'worker') return people.worker;
    if (kind === 'upload-link') return people.customer;
    if (kind !== 'account') return actor;
    return id === own ? people.you : people.colleague(id.slice(0, 8));
  };
}
