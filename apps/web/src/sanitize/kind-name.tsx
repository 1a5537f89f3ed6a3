import type { CredentialKind } from '@harrier/sanitize';
import { Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import classes from './sanitize.module.css';

/** A kind of credential in words, with the id that reports and policies write. */
export function KindName({ kind }: { readonly kind: CredentialKind }) {
  const { sanitize } = useWords();
  return (
    <>
      {sanitize.kinds[kind]}{' '}
      <Text span size="xs" c="dimmed" ff="monospace" className={classes.whole}>
        {kind}
      </Text>
    </>
  );
}
