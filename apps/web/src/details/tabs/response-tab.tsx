import { Button, Group, Switch, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { byteText } from '../../captures/quantity.ts';
import { CodeView } from '../../editor/code-view.tsx';
import { HexView } from '../../preview/hex-view.tsx';
import { saveBlob } from '../../sanitize/save-blob.ts';
import { useWords } from '../../words/use-words.ts';
import type { TabProps } from '../entry-view.ts';
import { MoreOfIt } from '../more-of-it.tsx';
import { useBody } from '../use-body.ts';
import { usePrettyScript } from '../use-pretty-script.ts';
import response from './response.module.css';

/** The answer's body itself: in an editor that only reads, with lines and indentation where it wants them. */
export function ResponseTab(props: TabProps) {
  const { details } = useWords();
  const [pretty, setPretty] = useLocalStorage({ key: 'harrier.pretty', defaultValue: true });
  const { body, more } = useBody(props, 'response', { pretty });
  const shown = usePrettyScript(props.tab, body, pretty);
  if (body === undefined || (body.text !== undefined && shown === undefined))
    return <p aria-busy>{details.reading}</p>;
  const { text, bytes, absent, mimeType, language } = body;
  if (text === undefined && bytes === undefined)
    return <Text c="dimmed">{absent === undefined ? details.nothing : details.absent[absent]}</Text>;
  const save = (): void =>
    saveBlob(
      new Blob([text ?? new Uint8Array(bytes ?? [])], { type: mimeType }),
      `response-${props.row}.${language === 'plain' ? 'txt' : language}`,
    );
  return (
    <div className={response.response}>
      <Group gap="md">
        <Text size="sm" c="dimmed">
          {mimeType} · {byteText(bytes?.length ?? text?.length ?? 0)}
        </Text>
        {text !== undefined && (
          <Switch
            size="xs"
            label={details.pretty}
            checked={pretty}
            onChange={(event) => setPretty(event.currentTarget.checked)}
          />
        )}
        <Button size="compact-xs" variant="default" onClick={save}>
          {details.save}
        </Button>
        <MoreOfIt more={more} />
      </Group>
      <div className={response.content}>
        {text === undefined ? (
          <HexView bytes={bytes ?? new Uint8Array()} />
        ) : (
          <CodeView text={shown ?? text} language={language} />
        )}
      </div>
    </div>
  );
}
