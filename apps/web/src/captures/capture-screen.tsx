import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Answer } from '../answer/answer.tsx';
import { Details } from '../details/details.tsx';
import { FilterBox } from '../filter/filter-box.tsx';
import { RequestTable } from '../table/request-table.tsx';
import { useWords } from '../words/use-words.ts';
import { type CaptureTab, useOpenCaptures } from './open-captures.ts';
import { byteText, countText } from './quantity.ts';

/** One capture: answer, table, and the request that was chosen. */
export function CaptureScreen({ tab }: { readonly tab: CaptureTab }) {
  if (tab.state === 'unreadable') return <Unreadable tab={tab} />;
  return (
    <main className="capture">
      {tab.state === 'reading' ? <Reading tab={tab} /> : <Answer tab={tab} />}
      <FilterBox tab={tab} />
      <RequestTable tab={tab} />
      {tab.selected !== undefined && tab.state === 'ready' && <Details tab={tab} row={tab.selected} />}
    </main>
  );
}

function Reading({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const close = useOpenCaptures((state) => state.close);
  const { readBytes = 0, entries = 0 } = tab.progress ?? {};
  const totalBytes = tab.progress?.totalBytes ?? tab.sizeBytes;
  return (
    <Group px="sm" py="xs" wrap="nowrap">
      <Progress
        flex={1}
        value={totalBytes === 0 ? 0 : (100 * readBytes) / totalBytes}
        aria-label={tab.fileName}
      />
      <Text size="sm">
        {words.reading.progress(byteText(readBytes), byteText(totalBytes), countText(entries))}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => close(tab.id)}>
        {words.reading.cancel}
      </Button>
    </Group>
  );
}

function Unreadable({ tab }: { readonly tab: CaptureTab }) {
  const { knowledge } = useWords();
  if (tab.unreadable === undefined) return null;
  const { what, next } = knowledge.errors[tab.unreadable.unreadable];
  return (
    <Stack component="main" p="lg">
      <Alert color="red" title={what}>
        {next} <code>{tab.unreadable.unreadable}</code>
      </Alert>
    </Stack>
  );
}
