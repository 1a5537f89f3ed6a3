import { type Attachment, EscalateError, stripAttachment } from '@harrier/escalate';
import { Alert, Button, FileButton, Group, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { byteText } from '../captures/quantity.ts';
import { useWords } from '../words/use-words.ts';
import classes from './escalate.module.css';
import type { FieldProps } from './escalate-page.tsx';
import { PictureEditor } from './pictures/picture-editor.tsx';

/** Screenshots and recordings: dropped, pasted or chosen; their metadata goes before they are kept. */
export function AttachmentsField({ draft: { attachments }, change }: FieldProps) {
  const { escalate: words } = useWords();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [edited, setEdited] = useState<number>();
  const take = async (files: readonly File[]): Promise<void> => {
    const taken: Attachment[] = [];
    const problems: string[] = [];
    for (const file of files) {
      try {
        taken.push(stripAttachment(new Uint8Array(await file.arrayBuffer())));
      } catch (error) {
        if (!(error instanceof EscalateError)) throw error;
        problems.push(words.badAttachment(file.name, error.expected));
      }
    }
    setRefused(problems);
    change({ attachments: [...attachments, ...taken] });
  };
  const paste = useEffectEvent((event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void take(files);
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => paste(event);
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
  const replace = (at: number, next: Attachment): void =>
    change({ attachments: attachments.map((one, place) => (place === at ? next : one)) });
  const toEdit = edited === undefined ? undefined : attachments[edited];
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files can be chosen with the button as well */}
      <div
        className={classes.drop}
        data-drop="attachments"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          // What is dropped elsewhere on the page is opened as a capture.
          event.preventDefault();
          event.stopPropagation();
          void take([...event.dataTransfer.files]);
        }}
      >
        <Group gap="xs">
          <Text size="sm">{words.attach}</Text>
          <FileButton
            multiple
            accept="image/png,image/jpeg,video/webm,video/mp4"
            onChange={(files) => void take(files)}
          >
            {(props) => (
              <Button size="compact-xs" variant="default" {...props}>
                {words.chooseFiles}
              </Button>
            )}
          </FileButton>
        </Group>
      </div>
      {refused.map((problem) => (
        <Alert key={problem} color="red" mt={4} py={4}>
          {problem}
        </Alert>
      ))}
      <Group gap="sm" mt={6} align="start">
        {attachments.map((attachment, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may be attached twice
          <div key={at} className={classes.attachment} data-attachment={attachment.mediaType}>
            <Thumbnail attachment={attachment} label={words.attachment(at + 1)} />
            <Group gap={4} mt={4} wrap="nowrap">
              {attachment.mediaType.startsWith('image/') && (
                <Button size="compact-xs" variant="default" onClick={() => setEdited(at)}>
                  {words.edit}
                </Button>
              )}
              <Button
                size="compact-xs"
                variant="default"
                aria-label={words.remove(words.attachment(at + 1))}
                onClick={() => change({ attachments: attachments.filter((_, place) => place !== at) })}
              >
                ✕
              </Button>
              <Text size="xs" c="dimmed">
                {byteText(attachment.bytes.length)}
              </Text>
            </Group>
          </div>
        ))}
      </Group>
      {toEdit !== undefined && (
        <PictureEditor
          attachment={toEdit}
          onClose={() => setEdited(undefined)}
          onApply={(next) => {
            replace(edited as number, next);
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}

function Thumbnail({ attachment: { bytes, mediaType }, label }: { attachment: Attachment; label: string }) {
  const url = useMemo(
    () => URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType })),
    [bytes, mediaType],
  );
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return mediaType.startsWith('image/') ? (
    <img className={classes.thumbnail} src={url} alt={label} />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: a recording of a screen has none
    <video className={classes.thumbnail} src={url} controls aria-label={label} />
  );
}
