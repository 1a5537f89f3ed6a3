import { Button, Code, FileButton, Group, List, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { saveBlob } from '../../sanitize/save-blob.ts';
import { ask, askForFile } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { useCaseWords } from '../words/use-case-words.ts';
import { type Exception, exceptionUrl } from './exception.ts';
import { pseudonymLines, releaseFiles, valueCommands, wholeFileCommands } from './release-commands.ts';

/** What a release is made of. Asking for it is audited. */
interface Material {
  readonly requesterKey: string;
  readonly pseudonyms: readonly string[];
  readonly capsule?: string;
  readonly sealedMap?: { readonly sizeBytes: number };
}

interface HandOverProps {
  readonly exception: Exception;
  readonly onReleased: () => void;
}

/** For the key holder: fetch what is needed, make the release on a machine of one's own, hand it over. No private key comes here. */
export function HandOver({ exception, onReleased }: HandOverProps) {
  const { exceptions: words } = useCaseWords();
  const deed = useDeed();
  const [isFetched, setFetched] = useState(false);
  const { id, scope, requesterKeyFingerprint } = exception;
  const isWhole = scope.kind === 'whole';
  const commands = (isWhole ? wholeFileCommands : valueCommands)(requesterKeyFingerprint);
  const fetchMaterial = (): void =>
    void deed.run(async () => {
      const material = await ask<Material>('GET', exceptionUrl(id, 'material'));
      saveBlob(new Blob([material.requesterKey]), releaseFiles.requesterKey);
      if (material.capsule !== undefined)
        saveBlob(new Blob([bytesOf(material.capsule)]), releaseFiles.capsule);
      if (material.sealedMap !== undefined) {
        saveBlob(await askForFile(exceptionUrl(id, 'sealed-map')), releaseFiles.sealedMap);
        saveBlob(new Blob([pseudonymLines(material.pseudonyms)]), releaseFiles.pseudonyms);
      }
      setFetched(true);
    });
  const handOver = (file: File | null): void => {
    if (file === null) return;
    void deed
      .run(async () => {
        await ask('POST', exceptionUrl(id, 'release'), { body: file });
      })
      .then((isDone) => isDone && onReleased());
  };
  return (
    <section className={classes.box} aria-labelledby="hand-over">
      <Title order={2} size="h5" id="hand-over">
        {words.release}
      </Title>
      <Text size="sm" c="dimmed">
        {words.releaseMeaning}
      </Text>
      <List type="ordered" spacing="xs" mt={6} size="sm">
        <List.Item>
          <Text size="sm">{words.fetchMaterial}</Text>
          <Button size="compact-sm" variant="default" mt={4} loading={deed.isRunning} onClick={fetchMaterial}>
            {words.fetchMaterialButton}
          </Button>
          {isFetched && ' ✓'}
        </List.Item>
        <List.Item>
          <Text size="sm">{words.makeRelease}</Text>
          <Commands lines={commands} />
          <Text size="sm">{words.orHarrier}</Text>
          <Commands lines={[`harrier exception release ${id} --key vault-private.asc`]} />
        </List.Item>
        <List.Item>
          <Text size="sm">{words.handOver}</Text>
          <Group gap="xs" mt={4}>
            <FileButton onChange={handOver}>
              {(props) => (
                <Button {...props} size="compact-sm" loading={deed.isRunning}>
                  {words.handOverButton}
                </Button>
              )}
            </FileButton>
          </Group>
        </List.Item>
      </List>
      <ProblemAlert problem={deed.problem} />
    </section>
  );
}

/** Lines for a terminal. */
export function Commands({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Code block my={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {lines.join('\n')}
    </Code>
  );
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
