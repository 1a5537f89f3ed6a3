import type { Preset, SanitizePolicy } from '@harrier/sanitize';
import { Alert, Badge, Button, Group, Progress, Select, Switch, Text, Title } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { byteText, countText } from '../captures/quantity.ts';
import { ValuesOf } from '../details/values/shown-values.tsx';
import type { CleanCapture } from '../engine/sanitize/find-and-replace.ts';
import { Fault } from '../frame/fault.tsx';
import { listed, sentences } from '../words/sentences.ts';
import { useWords } from '../words/use-words.ts';
import { FoundTable } from './found-table.tsx';
import { RedactionList } from './redaction-list.tsx';
import classes from './sanitize.module.css';
import { saveBlob } from './save-blob.ts';
import { useSentRequests } from './sent-requests.ts';
import { useCleanCapture } from './use-clean-capture.ts';

type Kind = NonNullable<SanitizePolicy['keepKinds']>[number];
const PRESETS: readonly Preset[] = ['default', 'strict', 'webex'];
const PERSONAL = ['email', 'phone', 'ipAddress', 'names'] as const;

interface SanitizePageProps {
  readonly tab: CaptureTab;
  /** What else can be done with the clean capture, beside saving it. */
  readonly also?: (result: CleanCapture) => ReactNode;
  /** The person has sent it, so that nothing is said of the page's staying silent. */
  readonly isSent?: boolean;
}

/** What was found in a capture, what becomes of it, and the clean file. Nothing of it leaves the page but by a click on save. */
export function SanitizePage({ tab, also, isSent = false }: SanitizePageProps) {
  const { sanitize: words, knowledge } = useWords();
  const sent = useSentRequests(tab);
  const [preset, setPreset] = useState<Preset>('default');
  const [stripsTokens, setStripsTokens] = useState(false);
  const [personal, setPersonal] = useState<ReadonlySet<(typeof PERSONAL)[number]>>(new Set());
  const [kept, setKept] = useState<ReadonlySet<Kind>>(new Set());
  const policy = useMemo<SanitizePolicy>(
    () => ({
      preset,
      ...(stripsTokens ? { jwt: 'strip' } : {}),
      ...(kept.size > 0 ? { keepKinds: [...kept].sort() } : {}),
      ...(personal.size > 0
        ? { personalData: Object.fromEntries([...personal].map((name) => [name, true])) }
        : {}),
    }),
    [preset, stripsTokens, kept, personal],
  );
  const { clean, again } = useCleanCapture(tab, policy);
  const toggle = <Item,>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> => {
    const next = new Set(set);
    if (!next.delete(item)) next.add(item);
    return next;
  };
  return (
    <main className={classes.page}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Title order={1} size="h3">
            {words.title} · {tab.fileName}
          </Title>
          {!isSent && (
            <Text c="dimmed" size="sm">
              {words.stays}
            </Text>
          )}
        </div>
        {!isSent && (
          <Badge
            size="lg"
            variant="light"
            color={sent === 0 ? 'teal' : 'red'}
            tt="none"
            title={words.sentMeaning}
            role="status"
            flex="none"
          >
            {words.sent(sent)}
          </Badge>
        )}
      </Group>
      <Group align="end" gap="lg" my="sm">
        <Select
          label={words.preset}
          value={preset}
          allowDeselect={false}
          w={300}
          data={PRESETS.map((name) => ({ value: name, label: words.presets[name] }))}
          onChange={(name) => setPreset((name ?? 'default') as Preset)}
        />
        <Switch
          label={words.stripTokens}
          checked={stripsTokens || preset === 'strict'}
          disabled={preset === 'strict'}
          onChange={(event) => setStripsTokens(event.currentTarget.checked)}
        />
        {PERSONAL.map((name) => (
          <Switch
            key={name}
            label={words.personal[name]}
            checked={personal.has(name)}
            onChange={() => setPersonal(toggle(personal, name))}
          />
        ))}
      </Group>
      {clean.step === 'working' && (
        <div>
          <Text size="sm">{words.stages[clean.stage]}</Text>
          <Progress value={100 * clean.fraction} aria-label={words.stages[clean.stage]} />
        </div>
      )}
      {clean.step === 'refused' && (
        <Alert color="red" title={words.refused}>
          {refusal(clean.code, words.refusals, knowledge.errors)} <code>{clean.code}</code>
          {clean.code === 'sanitize/damaged-input' && <OpenWhole tab={tab} />}
        </Alert>
      )}
      {clean.step === 'broke' && <Fault onAgain={again} />}
      {clean.step === 'done' && (
        <ValuesOf tab={tab}>
          <Saving result={clean.result} fileName={tab.fileName} />
          {also?.(clean.result)}
          {kept.size > 0 && (
            <Alert color="yellow" my="xs">
              {words.keeps(listed([...kept].map((kind) => words.kinds[kind])))}
            </Alert>
          )}
          <FoundTable result={clean.result} kept={kept} onToggle={(kind) => setKept(toggle(kept, kind))} />
          <RedactionList
            tab={tab}
            redactions={clean.result.report.redactions}
            count={clean.result.report.counts.redactions}
          />
        </ValuesOf>
      )}
    </main>
  );
}

function refusal(
  code: string,
  refusals: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, { readonly what: string; readonly next: string }>>,
): string {
  const error = errors[code];
  return refusals[code] ?? (error === undefined ? '' : sentences(error.what, error.next));
}

/** Opens what was read of a damaged capture as one of its own, which can be made clean. */
function OpenWhole({ tab }: { readonly tab: CaptureTab }) {
  const { sanitize: words } = useWords();
  const open = useOpenCaptures((state) => state.open);
  const openWhole = async (): Promise<void> => {
    const whole = await tab.connection.engine.wholeRequests();
    await open(new File([whole], `${bareName(tab.fileName)}-whole.har`));
  };
  return (
    <Group mt="sm">
      <Button size="xs" variant="default" onClick={() => void openWhole()}>
        {words.openWhole}
      </Button>
    </Group>
  );
}

/** What a file is called, whatever archive it came in. */
function bareName(fileName: string): string {
  return fileName.replace(/\.(?:har|saz|zip|gz|json)(?:\.gz)?$/i, '');
}

function Saving({ result, fileName }: { readonly result: CleanCapture; readonly fileName: string }) {
  const { sanitize: words } = useWords();
  const { report, clean } = result;
  const name = bareName(fileName);
  const saveReport = (): void =>
    saveBlob(
      new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }),
      `${name}-report.json`,
    );
  return (
    <Group justify="space-between" my="xs">
      <div>
        <Text fw={600} size="lg">
          {report.counts.redactions === 0
            ? words.nothingFound
            : words.removed(countText(report.counts.credentials), countText(report.counts.redactions))}
        </Text>
        <Text size="sm">✓ {words.checked}</Text>
        {report.droppedBodies.length > 0 && (
          <Text size="sm">{words.dropped(report.droppedBodies.length)}</Text>
        )}
      </div>
      <Group>
        <Button onClick={() => saveBlob(clean, `${name}-clean.har`)}>
          {words.save} ({byteText(clean.size)})
        </Button>
        <Button variant="default" onClick={saveReport}>
          {words.saveReport}
        </Button>
      </Group>
    </Group>
  );
}
