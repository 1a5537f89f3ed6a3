import { Alert } from '@mantine/core';
import classes from '../case-area.module.css';
import { linkTo, useCasePlace } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { daysLeft, type VaultKey } from './vault-key.ts';

/** An original is sealed for two keys at least: a lost key must not be a lost original. */
const LEAST_KEYS = 2;

/** Says that originals stay where they are, for want of keys: on a new server this is the first thing to know. */
export function TooFewKeys({ keys }: { readonly keys: readonly VaultKey[] | undefined }) {
  const { vault: words } = useCaseWords();
  const isThere = useCasePlace(({ place }) => place.page === 'vault');
  if (keys === undefined) return null;
  const usable = keys.filter(
    (key) => key.isProposed !== true && (daysLeft(key, Date.now()) ?? 0) >= 0,
  ).length;
  if (usable >= LEAST_KEYS) return null;
  return (
    <Alert color="red" role="alert" mb="sm" title={words.tooFew(usable)}>
      {words.tooFewNext}{' '}
      {!isThere && (
        <a className={classes.link} {...linkTo({ page: 'vault' })}>
          {words.title}
        </a>
      )}
    </Alert>
  );
}
