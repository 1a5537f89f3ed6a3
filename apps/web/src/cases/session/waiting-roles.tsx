import { Alert, Text } from '@mantine/core';
import { listed } from '../../words/sentences.ts';
import classes from '../case-area.module.css';
import { linkTo, useCasePlace } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { type Role, useSession } from './session.ts';

/** Says which roles wait, and for what: a second person, or a second factor and where it is set up. Without them pages are missing, and nothing else says why. */
export function WaitingRoles() {
  const { account: words, roles } = useCaseWords();
  const who = useSession((session) => session.who);
  const isThere = useCasePlace(({ place }) => place.page === 'account');
  if (who === undefined) return null;
  const { heldRoles, waitingRoles } = who;
  if (heldRoles.length === 0 && waitingRoles.length === 0) return null;
  const named = (waiting: readonly Role[]): string => listed(waiting.map((role) => roles[role]));
  return (
    <Alert color="yellow" mb="sm" role="status">
      {heldRoles.length > 0 && (
        <Text size="sm">
          <b>{words.held}.</b> {words.heldMeaning(named(heldRoles))}
        </Text>
      )}
      {waitingRoles.length > 0 && (
        <Text size="sm">
          <b>{words.waiting}.</b> {words.waitingMeaning(named(waitingRoles))}{' '}
          {!isThere && (
            <a className={classes.link} {...linkTo({ page: 'account' })}>
              {words.begin}
            </a>
          )}
        </Text>
      )}
    </Alert>
  );
}
