import {
  callText,
  type Flow,
  type FlowHop,
  type FlowWords,
  failureText,
  hopName,
  labelText,
} from '@harrier/logs/for-pages';
import { Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { shownText } from '../lines/shown-text.ts';
import classes from './flow.module.css';
import { useFlowWords } from './flow-words.ts';

/** A document that lost everything has dozens; the rest is one click away. */
const SHOWN_DRIFTS = 3;

interface VerdictProps {
  readonly flow: Flow;
  readonly onHop: (hop: number) => void;
}

/** Where it broke, in a sentence, and what the logs say for it: causes, gaps, values that changed on the way. */
export function Verdict({ flow, onHop }: VerdictProps) {
  const { logs, knowledge } = useWords();
  const words = useFlowWords();
  const { hops, missing, drifts, askedOff, firstFailing } = flow;
  const failing = firstFailing === undefined ? undefined : hops[firstFailing];
  const isWhole = failing === undefined && missing.length + drifts.length + askedOff.length === 0;
  const callOf = (path: readonly string[]) =>
    path.length === 0 ? logs.flow.request : words.call(callText(path));
  return (
    <div className={classes.verdict} aria-live="polite">
      {failing !== undefined && firstFailing !== undefined && (
        <>
          <Text size="lg" fw={600} lh={1.3}>
            <span className={classes.bad} aria-hidden>
              ✗{' '}
            </span>
            {knowledge.escalation.labelled(logs.flow.broke(nameOf(failing, words), callOf(failing.path)))}
            <bdi>{shownText(told(failing, words))}</bdi>
          </Text>
          <Evidence flow={flow} hop={failing} onOpen={() => onHop(firstFailing)} />
        </>
      )}
      {missing.map(({ name, title, prefix, path }) => (
        <Text key={`${name} ${callText(path)}`} size={failing === undefined ? 'lg' : 'sm'} fw={600}>
          <span className={classes.bad} aria-hidden>
            ○{' '}
          </span>
          {logs.flow.missing(
            (labelText(title, words) || name) + (prefix === '' ? '' : ` [${prefix}]`),
            callOf(path),
          )}
        </Text>
      ))}
      <Drifts flow={flow} isMain={failing === undefined} onHop={onHop} />
      {askedOff.map((member) => (
        <Text key={member} size={failing === undefined ? 'lg' : 'sm'} fw={600}>
          <span className={classes.odd} aria-hidden>
            !{' '}
          </span>
          {logs.flow.askedOff(shownText(member))}
        </Text>
      ))}
      {isWhole && (
        <Text size="lg" fw={600}>
          ✓ {logs.flow.whole}
        </Text>
      )}
      <Request flow={flow} words={words} />
    </div>
  );
}

/** What the hop that broke said, opened; then what its callers made of it. */
function Evidence({
  flow,
  hop,
  onOpen,
}: {
  readonly flow: Flow;
  readonly hop: FlowHop;
  readonly onOpen: () => void;
}) {
  const { logs, knowledge } = useWords();
  const words = useFlowWords();
  if (hop.failure === undefined) return null;
  const { cause, at, commands, received, line } = hop.failure;
  const above = callersOf(flow, hop).find(({ failure }) => failure?.kind === 'exception');
  return (
    <>
      <ul className={classes.evidence}>
        {commands !== undefined && <li>{logs.flow.refused(commands.refused, commands.of)}</li>}
        {cause !== undefined && <li className={classes.code}>{logs.flow.cause(shownText(cause))}</li>}
        {at !== undefined && <li className={classes.code}>{shownText(at)}</li>}
        {received && line !== undefined && <li>{logs.flow.received}</li>}
        {line !== undefined && (
          <li>
            <button type="button" className={classes.link} onClick={onOpen}>
              {shownText(line.file)}:{line.line}
            </button>
          </li>
        )}
      </ul>
      {above?.failure !== undefined && (
        <Text size="sm" c="dimmed" component="div">
          ↳ {knowledge.escalation.labelled(nameOf(above, words))}
          <bdi>{shownText(above.failure.text)}</bdi>
          {above.failure.cause !== undefined && (
            <span className={classes.code}> · {logs.flow.cause(shownText(above.failure.cause))}</span>
          )}
        </Text>
      )}
    </>
  );
}

/** Values that one service sent and the next one did not get, field by field. */
function Drifts({
  flow: { drifts, hops },
  isMain,
  onHop,
}: {
  readonly flow: Flow;
  readonly isMain: boolean;
  readonly onHop: (hop: number) => void;
}) {
  const { logs } = useWords();
  const words = useFlowWords();
  const [isOpen, setOpen] = useState(false);
  if (drifts.length === 0) return null;
  const shown = isOpen ? drifts : drifts.slice(0, SHOWN_DRIFTS);
  return (
    <>
      {shown.map(({ element, member, before, after, from, to }, at) => {
        const [sender, receiver] = [hops[from], hops[to]].map((hop) =>
          hop === undefined ? '' : nameOf(hop, words),
        );
        return (
          <Text
            // biome-ignore lint/suspicious/noArrayIndexKey: a value may change twice
            key={at}
            size={isMain && at === 0 ? 'lg' : 'sm'}
            fw={isMain && at === 0 ? 600 : 400}
            component="div"
          >
            <span className={`${classes.bad} ${classes.sign}`} aria-hidden>
              ≠
            </span>
            <button type="button" className={classes.place} onClick={() => onHop(to)}>
              {logs.flow.drift(shownText(member ?? element), sender ?? '', receiver ?? '')}
            </button>
            : <code className={classes.before}>{shownText(before ?? words.notSet)}</code> →{' '}
            <code className={classes.after}>{shownText(after ?? words.notSet)}</code>
            {member !== undefined && <span className={classes.muted}> {shownText(element)}</span>}
          </Text>
        );
      })}
      {drifts.length > SHOWN_DRIFTS && !isOpen && (
        <UnstyledButton fz="sm" className={classes.link} onClick={() => setOpen(true)}>
          {logs.flow.moreDrifts(drifts.length - SHOWN_DRIFTS)}
        </UnstyledButton>
      )}
    </>
  );
}

function Request({ flow, words }: { readonly flow: Flow; readonly words: FlowWords }) {
  const { asked, expected, base, request } = flow;
  const title = expected === undefined ? '' : labelText(expected.operation.title, words);
  return (
    <Text size="sm" c="dimmed" className={classes.request}>
      {[
        title,
        asked === undefined ? '' : `${asked.method} ${shownText(asked.host)}${shownText(asked.path)}`,
        `${base}${request.map((part) => `_${part}`).join('')}`,
      ]
        .filter((part) => part !== '')
        .join(' · ')}
    </Text>
  );
}

function nameOf(hop: FlowHop, words: FlowWords): string {
  return shownText(hopName(hop, words));
}

function told(hop: FlowHop, words: FlowWords): string {
  const text = failureText(hop, words);
  const status = hop.status === undefined || hop.status < 400 ? '' : `HTTP ${hop.status}`;
  return status === '' || text.includes(status) ? text : `${text} · ${status}`;
}

function callersOf({ hops }: Flow, hop: FlowHop): FlowHop[] {
  const callers: FlowHop[] = [];
  for (let at = hop.caller; at !== undefined; at = hops[at]?.caller) {
    const caller = hops[at];
    if (caller !== undefined) callers.push(caller);
  }
  return callers;
}
