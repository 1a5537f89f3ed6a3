import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { CopyText } from '../../frame/copy-text.tsx';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { useCaseWords } from '../words/use-case-words.ts';
import { exceptionUrl } from './exception.ts';

/** Makes the link by which the customer is asked; the approver sends it on a way that both trust. */
export function ConsentLink({ id }: { readonly id: string }) {
  const { exceptions: words } = useCaseWords();
  const deed = useDeed();
  const [link, setLink] = useState<string>();
  const make = (): void =>
    void deed.run(async () => {
      setLink((await ask<{ link: string }>('POST', exceptionUrl(id, 'consent-link'))).link);
    });
  return (
    <section className={classes.box}>
      <Text size="sm">{words.consentLinkMeaning}</Text>
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" variant="default" loading={deed.isRunning} onClick={make}>
          {words.consentLink}
        </Button>
        {link !== undefined && (
          <>
            <code className={classes.mono} style={{ overflowWrap: 'anywhere' }}>
              {link}
            </code>
            <CopyText text={link} size="compact-sm" />
          </>
        )}
      </Group>
      <ProblemAlert problem={deed.problem} />
    </section>
  );
}
