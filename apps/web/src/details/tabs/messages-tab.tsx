import type { Entry } from '@harrier/har';
import { Group, Text, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { byteText, countText } from '../../captures/quantity.ts';
import { eventStreamMessages } from '../../preview/event-stream.ts';
import { HexView } from '../../preview/hex-view.tsx';
import { readJson } from '../../preview/json-nodes.ts';
import { JsonTree } from '../../preview/json-tree.tsx';
import { type PageWords, useWords } from '../../words/use-words.ts';
import classes from '../details.module.css';
import type { TabProps } from '../entry-view.ts';
import { MoreOfIt } from '../more-of-it.tsx';
import { useBody } from '../use-body.ts';
import { Masked } from '../values/masked.tsx';
import { closeText } from './close-text.ts';
import messages from './messages.module.css';

const LINE_HEIGHT = 22;
/** In the list; the whole of a message is shown when it is chosen. */
const MAX_IN_LIST = 300;

/** RFC 6455 §5.2. */
type FrameKind = 'binary' | 'close' | 'ping' | 'pong';
const CLOSE = 8;
const FRAMES: Readonly<Record<number, FrameKind>> = { 2: 'binary', [CLOSE]: 'close', 9: 'ping', 10: 'pong' };

interface Message {
  readonly sign: '↑' | '↓' | '✕';
  readonly event: string;
  /** What kind of frame it is, where it is no text. */
  readonly frame?: FrameKind | undefined;
  readonly data: string;
  /** Base64 of bytes that are no text. */
  readonly binary: boolean;
  readonly sizeBytes: number;
  readonly epochMs: number | undefined;
}

/** Messages of a WebSocket or an event stream in their order; the chosen one in full. */
export function MessagesTab(props: TabProps) {
  const { details } = useWords();
  const { entry } = props;
  const all = useMemo(() => messagesOf(entry), [entry]);
  if (all.length > 0) return <MessageList all={all} />;
  if (isEventStream(entry.response.content.mimeType)) return <StreamedMessages {...props} />;
  return <Text c="dimmed">{details.none.messages}</Text>;
}

/** Of an event stream that was captured as a body: recorders other than Chrome keep no list of its messages. */
function StreamedMessages(props: TabProps) {
  const { details } = useWords();
  const { body, more } = useBody(props, 'response');
  const all = useMemo(() => messagesOfStream(body?.text ?? ''), [body]);
  if (body === undefined) return <p aria-busy>{details.reading}</p>;
  if (all.length === 0) return <Text c="dimmed">{details.none.messages}</Text>;
  return (
    <>
      <MoreOfIt more={more} />
      <MessageList all={all} />
    </>
  );
}

function MessageList({ all }: { readonly all: readonly Message[] }) {
  const { details } = useWords();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Message>();
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = search.trim().toLowerCase();
  const shown = useMemo(
    () => all.filter(({ data, event }) => `${event} ${data}`.toLowerCase().includes(wanted)),
    [all, wanted],
  );
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 10,
  });
  const first = all[0]?.epochMs;
  const move = (step: number): void => {
    const at = chosen === undefined ? -1 : shown.indexOf(chosen);
    const next = Math.min(shown.length - 1, Math.max(0, at + step));
    setChosen(shown[next]);
    rows.scrollToIndex(next);
  };
  return (
    <div className={messages.messages}>
      <Group gap="xs">
        <TextInput
          size="xs"
          w={260}
          aria-label={details.search}
          placeholder={details.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          {countText(shown.length)} / {countText(all.length)}
        </Text>
      </Group>
      <div
        ref={scroller}
        className={messages.list}
        role="listbox"
        aria-label={details.tabs.messages}
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const message = shown[index] as Message;
            return (
              <div
                key={index}
                role="option"
                aria-selected={message === chosen}
                tabIndex={-1}
                className={message === chosen ? messages.chosen : messages.line}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => setChosen(message)}
                onKeyDown={() => {}}
              >
                <span>{message.sign}</span>
                <span>
                  {message.epochMs === undefined ? '' : new Date(message.epochMs).toISOString().slice(11, 23)}
                </span>
                <span>
                  {message.epochMs === undefined || first === undefined
                    ? ''
                    : `+${Math.round(message.epochMs - first)} ms`}
                </span>
                <span>{byteText(message.sizeBytes)}</span>
                <span className={messages.data}>
                  {message.event !== '' && <b>{message.event} </b>}
                  {message.frame !== undefined && (
                    <span className={messages.frame}>{frameName(message.frame, details)} </span>
                  )}
                  <Masked text={listedText(message)} />
                </span>
              </div>
            );
          })}
        </div>
      </div>
      {chosen !== undefined && (
        <div className={messages.whole}>
          <WholeMessage message={chosen} />
        </div>
      )}
    </div>
  );
}

function WholeMessage({ message: { data, binary } }: { readonly message: Message }) {
  const { details } = useWords();
  const bytes = useMemo(() => (binary ? base64Bytes(data) : undefined), [binary, data]);
  if (bytes !== undefined) return <HexView bytes={bytes} />;
  if (/^\s*[[{]/.test(data) && readJson(data) !== undefined)
    return <JsonTree text={data} label={details.tabs.messages} />;
  return (
    <pre className={classes.body}>
      <Masked text={data} />
    </pre>
  );
}

/** Ping and pong are called so in every language. */
function frameName(kind: FrameKind, { frames }: PageWords['details']): string {
  return kind === 'binary' || kind === 'close' ? frames[kind] : kind;
}

/** Bytes in two digits each: base64 says nothing to a reader. */
function listedText({ data, binary }: Message): string {
  const bytes = binary ? base64Bytes(data.slice(0, MAX_IN_LIST)) : undefined;
  return bytes === undefined
    ? data.slice(0, MAX_IN_LIST)
    : [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

function messagesOf({ webSocketMessages, eventSourceMessages }: Entry): Message[] {
  return [
    ...(webSocketMessages ?? []).map(({ type, data, epochMs, opcode }) => ({
      sign: type === 'send' ? ('↑' as const) : type === 'receive' ? ('↓' as const) : ('✕' as const),
      event: '',
      frame: FRAMES[opcode ?? 1],
      data: opcode === CLOSE ? closeText(data) : data,
      binary: opcode === 2,
      sizeBytes: opcode === 2 ? (base64Bytes(data)?.length ?? data.length) : utf8Length(data),
      epochMs,
    })),
    ...(eventSourceMessages ?? []).map(({ eventName = '', data = '', epochMs }) => ({
      sign: '↓' as const,
      event: eventName,
      data,
      binary: false,
      sizeBytes: utf8Length(data),
      epochMs,
    })),
  ];
}

function messagesOfStream(text: string): Message[] {
  return eventStreamMessages(text).map(({ name, data }) => ({
    sign: '↓',
    event: name,
    data,
    binary: false,
    sizeBytes: utf8Length(data),
    epochMs: undefined,
  }));
}

function isEventStream(mimeType: string | undefined): boolean {
  return /^text\/event-stream\b/i.test(mimeType ?? '');
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

function base64Bytes(data: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}
