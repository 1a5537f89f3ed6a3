import { tellNote } from '@harrier/knowledge';
import { Anchor, Text } from '@mantine/core';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { countText } from '../captures/quantity.ts';
import { useWords } from '../words/use-words.ts';
import classes from './side-panel.module.css';

/** What was odd or broken in the file, and what was assumed instead; nothing is mended silently. */
export function NotesPanel({ tab }: { readonly tab: CaptureTab }) {
  const { bench, knowledge } = useWords();
  const select = useOpenCaptures((state) => state.select);
  const notes = tab.opened?.notes ?? [];
  if (notes.length === 0) return <Text className={classes.content}>{bench.notes.nothing}</Text>;
  return (
    <div className={classes.content}>
      {notes.map((note) => {
        const { entryIndex } = note;
        return (
          <div key={`${note.code} ${note.path} ${note.byteOffset ?? ''}`} style={{ marginBottom: 10 }}>
            <Text size="sm" fw={600}>
              {tellNote(note, knowledge)}
              {(note.count ?? 1) > 1 && ` × ${countText(note.count ?? 1)}`}
            </Text>
            {note.path !== '' && (
              <Text size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                {note.path}
              </Text>
            )}
            <Text size="xs" c="dimmed">
              {note.byteOffset !== undefined && `${bench.open.place(countText(note.byteOffset), note.line)} `}
              <code>{note.code}</code>{' '}
              {entryIndex !== undefined && entryIndex < (tab.index?.length ?? 0) && (
                <Anchor component="button" type="button" fz="xs" onClick={() => select(tab.id, entryIndex)}>
                  #{entryIndex}
                </Anchor>
              )}
            </Text>
          </div>
        );
      })}
    </div>
  );
}
