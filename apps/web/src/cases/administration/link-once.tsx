import { Alert, Button, CopyButton, Text } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import classes from '../case-area.module.css';
import { useCaseWords } from '../words/use-case-words.ts';

/** A link by which somebody chooses their password; it is shown this once. */
export function LinkOnce({ link }: { readonly link: string }) {
  const { administration: words, links } = useCaseWords();
  const { answer } = useWords();
  return (
    <Alert color="blue" title={links.copyNow}>
      <Text size="sm">{words.linkMeaning}</Text>
      <p className={classes.mono} style={{ overflowWrap: 'anywhere' }}>
        {link}
      </p>
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy}>
            {copied ? answer.copied : answer.copy}
          </Button>
        )}
      </CopyButton>
    </Alert>
  );
}
