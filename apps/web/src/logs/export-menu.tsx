import { exportRecords, type Flow, type StoredRecord, writeFlow } from '@harrier/logs/for-pages';
import { Button, Menu } from '@mantine/core';
import { saveBlob } from '../sanitize/save-blob.ts';
import { useWords } from '../words/use-words.ts';
import { useFlowWords } from './flow/flow-words.ts';

const LINE_FORMS = { text: 'log', jsonl: 'jsonl', otlp: 'otlp.json' } as const;
const FLOW_FORMS = {
  mermaid: ['mermaid', 'mmd'],
  svg: ['svg', 'svg'],
  otlpTrace: ['otlp', 'trace.otlp.json'],
  jaeger: ['jaeger', 'jaeger.json'],
} as const;

interface ExportMenuProps {
  readonly records: readonly StoredRecord[];
  readonly flow: Flow | undefined;
  /** What the files are called, without their ending. */
  readonly name: string;
}

/** Hands on what was found: the lines that are shown, and the flow as a picture or a trace. */
export function ExportMenu({ records, flow, name }: ExportMenuProps) {
  const {
    logs: { export: told },
  } = useWords();
  const words = useFlowWords();
  const saveLines = async (form: keyof typeof LINE_FORMS): Promise<void> => {
    const pieces: string[] = [];
    for await (const piece of exportRecords(streamed(records), form)) pieces.push(piece);
    saveBlob(new Blob(pieces), `${name}.${LINE_FORMS[form]}`);
  };
  const saveFlow = (form: keyof typeof FLOW_FORMS): void => {
    const [format, ending] = FLOW_FORMS[form];
    if (flow !== undefined) saveBlob(new Blob([writeFlow(flow, format, words)]), `${name}.${ending}`);
  };
  return (
    <Menu transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="xs" variant="default" disabled={records.length === 0}>
          {told.button} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{told.lines}</Menu.Label>
        {(['text', 'jsonl', 'otlp'] as const).map((form) => (
          <Menu.Item key={form} onClick={() => void saveLines(form)}>
            {told.forms[form]}
          </Menu.Item>
        ))}
        {flow !== undefined && (
          <>
            <Menu.Label>{told.flow}</Menu.Label>
            {(['mermaid', 'svg', 'otlpTrace', 'jaeger'] as const).map((form) => (
              <Menu.Item key={form} onClick={() => saveFlow(form)}>
                {told.forms[form]}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

async function* streamed(records: readonly StoredRecord[]): AsyncGenerator<StoredRecord> {
  yield* records;
}
