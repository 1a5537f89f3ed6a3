import { Alert, Text } from '@mantine/core';
import classes from '../case-area.module.css';
import { linkTo, useCasePlace } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { useSession } from './session.ts';

/** Says which roles wait, and for what: a second person, or a second factor and where it is set up. Without them pages are missing, and nothing else says why. */
export function WaitingRoles() {
  const { account: words, roles } = useCaseWords();
  const waiting = useSession(({ who }) => who?.waitingRoles) ?? [];
  const isHeld = useSession(({ who }) => who?.held === true);
  const isThere = useCasePlace(({ place }) => place.page === 'account');
  if (waiting.length === 0) return null;
  return (
    <Alert color="yellow" mb="sm" role="status">
      <Text size="sm">
        <b>{isHeld ? words.held : words.waiting}.</b>{' '}
        {(isHeld ? words.heldMeaning : words.waitingMeaning)(waiting.map((role) => roles[role]).join(', '))}{' '}
        {!isThere && !isHeld && (
          <a className={classes.link} {...linkTo({ page: 'account' })}>
            {words.begin}
          </a>
        )}
      </Text>
    </Alert>
  );
}
