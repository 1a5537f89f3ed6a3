import { Alert, Text } from '@mantine/core';
import { CopyText } from '../../frame/copy-text.tsx';
import classes from '../case-area.module.css';
import { useCaseWords } from '../words/use-case-words.ts';

/** A link by which somebody chooses their password; it is shown this once. */
export function LinkOnce({ link }: { readonly link: string }) {
  const { administration: words, links } = useCaseWords();
  return (
    <Alert color="blue" title={links.copyNow}>
      <Text size="sm">{words.linkMeaning}</Text>
      <p className={classes.mono} style={{ overflowWrap: 'anywhere' }}>
        {link}
      </p>
      <CopyText text={link} />
    </Alert>
  );
}
