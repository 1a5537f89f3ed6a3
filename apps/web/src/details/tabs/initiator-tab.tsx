import type { CallFrame, CallStack } from '@harrier/har';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useOpenCaptures } from '../../captures/open-captures.ts';
import { isFrameworkFrame } from '../../engine/chain/framework-frames.ts';
import type { ChainRow, RequestChain } from '../../engine/chain/request-chain.ts';
import { type PageWords, useWords } from '../../words/use-words.ts';
import { useChain } from '../chain/use-chain.ts';
import classes from '../details.module.css';
import type { TabProps } from '../entry-view.ts';
import { SectionTitle } from '../section-title.tsx';
import { Masked } from '../values/masked.tsx';

/** Deeper chains of asynchronous stacks than this are loops or attacks. */
const DEEPEST = 50;

/** What caused the request: its call stack with the frames of frameworks folded, and the chain from the page to what followed. */
export function InitiatorTab({ tab, row, entry }: TabProps) {
  const { details } = useWords();
  const chain = useChain(tab, row);
  const { initiator } = entry;
  const stacks = stacksOf(initiator?.stack);
  const isEmpty = chain !== undefined && chain.ancestors.length + chain.children.length === 0;
  return (
    <>
      {initiator === undefined && isEmpty && <Text c="dimmed">{details.noInitiator}</Text>}
      {initiator !== undefined && (
        <Text size="sm" mt={4}>
          {details.initiatedBy} <b>{initiator.type}</b> <Masked text={initiator.url ?? ''} />
          {initiator.lineNumber === undefined ? '' : `:${initiator.lineNumber + 1}`}
        </Text>
      )}
      {stacks.length > 0 && <SectionTitle>{details.callStack}</SectionTitle>}
      {stacks.map((stack, depth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stack is known by its depth
        <Stack key={depth} stack={stack} />
      ))}
      {chain !== undefined && !isEmpty && (
        <>
          <SectionTitle>{details.chain}</SectionTitle>
          <ChainTree chain={chain} row={row} tab={tab} entry={entry} />
        </>
      )}
    </>
  );
}

function ChainTree({
  chain,
  row,
  tab,
  entry,
}: Pick<TabProps, 'tab' | 'row' | 'entry'> & { readonly chain: RequestChain }) {
  const { details } = useWords();
  const above = [...chain.ancestors].reverse();
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {above.map((one, depth) => (
        <ChainLine
          key={one.row}
          tab={tab}
          line={one}
          depth={depth}
          link={depth === 0 ? undefined : above[depth - 1]?.link}
        />
      ))}
      <li
        className={`${classes.value} ${classes.own}`}
        style={{ paddingInlineStart: 16 * above.length }}
        aria-current
      >
        {above.length > 0 && ledTo(chain.ancestors[0]?.link, details)}#{row} {entry.request.method}{' '}
        <Masked text={entry.request.url} />
      </li>
      {chain.children.map((one) => (
        <ChainLine key={one.row} tab={tab} line={one} depth={above.length + 1} link={one.link} />
      ))}
      {chain.isCut && (
        <li>
          <Text size="sm" c="dimmed">
            {details.chainCut}
          </Text>
        </li>
      )}
    </ul>
  );
}

/** How the request above led to this one: a tree is read from the top. */
function ledTo(link: ChainRow['link'] | undefined, { redirectsTo, caused }: PageWords['details']): string {
  return `└ ${link === 'redirect' ? redirectsTo : caused} · `;
}

interface ChainLineProps {
  readonly tab: TabProps['tab'];
  readonly line: ChainRow;
  readonly depth: number;
  readonly link: ChainRow['link'] | undefined;
}

function ChainLine({ tab, line, depth, link }: ChainLineProps) {
  const { details } = useWords();
  const select = useOpenCaptures((state) => state.select);
  return (
    <li className={classes.value} style={{ paddingInlineStart: 16 * depth }}>
      {link !== undefined && ledTo(link, details)}
      <button type="button" className={classes.link} onClick={() => select(tab.id, line.row)}>
        #{line.row} {line.method} {line.url}
      </button>{' '}
      {line.status}
    </li>
  );
}

function Stack({ stack }: { readonly stack: CallStack }) {
  return (
    <>
      {stack.description !== undefined && <Text c="dimmed">({stack.description})</Text>}
      {foldedFrames(stack.callFrames).map((item, at) =>
        Array.isArray(item) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: frames repeat
          <FrameworkFrames key={at} frames={item} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: frames repeat
          <Frame key={at} frame={item as CallFrame} />
        ),
      )}
    </>
  );
}

function Frame({ frame }: { readonly frame: CallFrame }) {
  return (
    <div className={classes.value}>
      <bdi>{frame.functionName || '(anonymous)'}</bdi> @ <bdi>{frame.url}</bdi>:{frame.lineNumber + 1}
    </div>
  );
}

function FrameworkFrames({ frames }: { readonly frames: readonly CallFrame[] }) {
  const { details } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={classes.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? '▾' : '▸'} {details.frameworkFrames(frames.length)}
      </button>
      {isOpen &&
        frames.map((frame, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: frames repeat
          <Frame key={at} frame={frame} />
        ))}
    </>
  );
}

function stacksOf(stack: CallStack | undefined): CallStack[] {
  const stacks: CallStack[] = [];
  for (let at = stack; at !== undefined && stacks.length < DEEPEST; at = at.parent) stacks.push(at);
  return stacks;
}

/** Frames, and in place of those of frameworks that follow each other, the list of them. */
function foldedFrames(frames: readonly CallFrame[]): (CallFrame | CallFrame[])[] {
  const items: (CallFrame | CallFrame[])[] = [];
  for (const frame of frames) {
    const last = items.at(-1);
    if (!isFrameworkFrame(frame)) items.push(frame);
    else if (Array.isArray(last)) last.push(frame);
    else items.push([frame]);
  }
  return items;
}
