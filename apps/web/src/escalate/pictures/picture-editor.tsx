import type { Attachment } from '@harrier/escalate';
import { Button, Group, Modal, SegmentedControl, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import classes from '../escalate.module.css';
import { flattenPicture } from './flatten-picture.ts';
import { drawMarks, type Mark, type MarkKind, markKinds } from './mark.ts';

interface PictureEditorProps {
  readonly attachment: Attachment;
  readonly onApply: (edited: Attachment) => void;
  readonly onClose: () => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Share of the picture that an arrow key moves. */
const KEY_STEP = 1 / 50;

/** Marks a screenshot, and blacks out what nobody may see. Nothing is changed before it is applied. */
export function PictureEditor({ attachment, onApply, onClose }: PictureEditorProps) {
  const { escalate, details } = useWords();
  const { editor } = escalate;
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = usePicture(attachment);
  const [kind, setKind] = useState<MarkKind>('blackout');
  const [text, setText] = useState('');
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [from, setFrom] = useState<Point>();
  const [to, setTo] = useState<Point>();
  const drawn = from === undefined || to === undefined ? marks : [...marks, markOf(kind, from, to, text)];

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context == null || picture === undefined) return;
    context.drawImage(picture, 0, 0);
    drawMarks(context, drawn);
    if (from === undefined && to !== undefined) drawCross(context, to);
  });

  const finish = (end: Point): void => {
    if (from !== undefined && (kind !== 'text' || text.trim() !== '')) {
      const mark = markOf(kind, from, end, text);
      if (kind === 'text' || from.x !== end.x || from.y !== end.y) setMarks([...marks, mark]);
    }
    setFrom(undefined);
  };
  const press = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    setFrom(point);
    setTo(point);
  };
  const type = (event: KeyboardEvent): void => {
    if (picture === undefined) return;
    const step = Math.max(1, Math.round(picture.width * KEY_STEP));
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const at = to ?? { x: Math.round(picture.width / 2), y: Math.round(picture.height / 2) };
    const move = moves[event.key];
    if (move !== undefined)
      setTo({
        x: Math.max(0, Math.min(picture.width, at.x + move[0])),
        y: Math.max(0, Math.min(picture.height, at.y + move[1])),
      });
    else if (event.key === 'Enter' && from === undefined) {
      setFrom(at);
      setTo(at);
    } else if (event.key === 'Enter') finish(at);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={editor.title}
      closeButtonProps={{ 'aria-label': details.close }}
      transitionProps={{ duration: 0 }}
    >
      <Group gap="sm" mb="xs">
        <SegmentedControl
          size="xs"
          value={kind}
          onChange={(next) => setKind(next as MarkKind)}
          data={markKinds.map((one) => ({ value: one, label: editor.tools[one] }))}
        />
        {kind === 'text' && (
          <TextInput
            size="xs"
            aria-label={editor.text}
            placeholder={editor.text}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <Button
          size="compact-sm"
          variant="default"
          disabled={marks.length === 0}
          onClick={() => setMarks(marks.slice(0, -1))}
        >
          {editor.undo}
        </Button>
      </Group>
      <canvas
        ref={canvas}
        className={classes.canvas}
        width={picture?.width ?? 1}
        height={picture?.height ?? 1}
        tabIndex={0}
        role="img"
        aria-label={editor.canvas}
        data-loaded={picture !== undefined || undefined}
        onPointerDown={press}
        onPointerMove={(event) => from !== undefined && event.buttons !== 0 && setTo(pointOf(event))}
        onPointerUp={(event) => finish(pointOf(event))}
        onKeyDown={type}
      />
      <Text size="xs" c="dimmed" mt={4} maw={640}>
        {editor.hint} {editor.gone}
      </Text>
      <Group justify="flex-end" mt="sm">
        <Button variant="default" onClick={onClose}>
          {editor.cancel}
        </Button>
        <Button
          disabled={picture === undefined}
          onClick={() => picture !== undefined && void flattenPicture(picture, marks).then(onApply)}
        >
          {editor.apply}
        </Button>
      </Group>
    </Modal>
  );
}

function markOf(kind: MarkKind, from: Point, to: Point, text: string): Mark {
  return { kind, fromX: from.x, fromY: from.y, toX: to.x, toY: to.y, text };
}

/** Pixels of the picture, which is shown smaller than it is. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return {
    x: ((clientX - left) * currentTarget.width) / width,
    y: ((clientY - top) * currentTarget.height) / height,
  };
}

function drawCross(to: CanvasRenderingContext2D, { x, y }: Point): void {
  const arm = Math.max(8, to.canvas.width / 80);
  to.lineWidth = Math.max(2, to.canvas.width / 400);
  to.strokeStyle = '#e03131';
  to.beginPath();
  to.moveTo(x - arm, y);
  to.lineTo(x + arm, y);
  to.moveTo(x, y - arm);
  to.lineTo(x, y + arm);
  to.stroke();
}

function usePicture({ bytes, mediaType }: Attachment): ImageBitmap | undefined {
  const [picture, setPicture] = useState<ImageBitmap>();
  useEffect(() => {
    let isOld = false;
    let made: ImageBitmap | undefined;
    void createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType })).then((read) => {
      made = read;
      if (isOld) read.close();
      else setPicture(read);
    });
    return () => {
      isOld = true;
      made?.close();
    };
  }, [bytes, mediaType]);
  return picture;
}
