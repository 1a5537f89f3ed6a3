import { Alert, Button, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { byteText } from '../captures/quantity.ts';
import { saveBlob } from '../sanitize/save-blob.ts';
import { useWords } from '../words/use-words.ts';
import { pdfFacts } from './pdf-facts.ts';

/**
 * What a PDF says of itself. It is not drawn: browsers show PDF in a program of their own that no sandbox of a page holds, and
 * such files can hold scripts and addresses.
 */
export function PdfView({ bytes }: { readonly bytes: Uint8Array }) {
  const { details } = useWords();
  const { version, pages, isEncrypted, hasScript, hasActions } = useMemo(() => pdfFacts(bytes), [bytes]);
  return (
    <>
      <Group gap="md" mt={4}>
        <Text>
          PDF {version} · {byteText(bytes.length)}
          {pages === undefined ? '' : ` · ${details.pdfPages(pages)}`}
          {isEncrypted ? ` · ${details.pdfEncrypted}` : ''}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            saveBlob(new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'captured.pdf')
          }
        >
          {details.save}
        </Button>
      </Group>
      {(hasScript || hasActions) && (
        <Alert color="yellow" mt="xs" title={details.pdfActive}>
          {[hasScript ? 'JavaScript' : '', hasActions ? 'OpenAction, Launch, URI' : '']
            .filter(Boolean)
            .join(' · ')}
        </Alert>
      )}
      <Text c="dimmed" size="sm" mt="xs">
        {details.pdfNotDrawn}
      </Text>
    </>
  );
}
