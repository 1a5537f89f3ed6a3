import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useWords } from '../words/use-words.ts';
import { onUnloadedImport, useUnloaded } from './unloaded.ts';
import classes from './unloaded-note.module.css';

/** Over the lower edge of the page, which stays as it is: a part of it could not be loaded, and what brings it. */
export function UnloadedNote() {
  const { bench, details } = useWords();
  const { isSome, tell, leave } = useUnloaded();
  useEffect(() => onUnloadedImport(tell), [tell]);
  const { unloaded } = bench;
  return (
    isSome && (
      <Alert
        className={classes.note}
        variant="default"
        title={unloaded.title}
        withCloseButton
        closeButtonLabel={details.close}
        onClose={leave}
      >
        <Group wrap="nowrap" align="end">
          <Text size="sm">{unloaded.next}</Text>
          <Button flex="none" onClick={() => location.reload()}>
            {unloaded.reload}
          </Button>
        </Group>
      </Alert>
    )
  );
}
