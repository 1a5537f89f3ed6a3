import { betweenMs, callText, type Flow, type FlowHop, hopName, labelText } from '@harrier/logs/for-pages';
import { durationText } from '../../captures/quantity.ts';
import { useWords } from '../../words/use-words.ts';
import { shownText } from '../lines/shown-text.ts';
import classes from './flow.module.css';
import { useFlowWords } from './flow-words.ts';

interface HopListProps {
  readonly flow: Flow;
  readonly chosen: number | undefined;
  readonly onHop: (hop: number) => void;
}

/** The services under who called them, each with how it did; what should be there and is not stands hollow. */
export function HopList({ flow, chosen, onHop }: HopListProps) {
  const { logs } = useWords();
  const words = useFlowWords();
  const { heads } = logs.flow;
  const depths: number[] = [];
  for (const { caller } of flow.hops) depths.push(caller === undefined ? 0 : (depths[caller] ?? 0) + 1);
  return (
    <table className={classes.hops} aria-label={logs.flow.hops}>
      <thead>
        <tr>
          <th>{heads.hop}</th>
          <th>{heads.call}</th>
          <th data-align="end">{heads.start}</th>
          <th data-align="end">{heads.took}</th>
          <th data-align="end">{heads.status}</th>
        </tr>
      </thead>
      <tbody>
        {flow.hops.map((hop, at) => (
          <HopRow
            // biome-ignore lint/suspicious/noArrayIndexKey: hops never move
            key={at}
            flow={flow}
            at={at}
            hop={hop}
            depth={depths[at] ?? 0}
            isChosen={chosen === at}
            onHop={onHop}
          />
        ))}
        {flow.missing.map(({ name, title, prefix, path }) => (
          <tr key={`${name} ${callText(path)}`} data-state="missing">
            <td>
              ○ {labelText(title, words) || name}
              {prefix === '' ? '' : ` [${prefix}]`}
            </td>
            <td>{callText(path)}</td>
            <td colSpan={3} data-align="end">
              {logs.flow.missingShort}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HopRowProps {
  readonly flow: Flow;
  readonly at: number;
  readonly hop: FlowHop;
  readonly depth: number;
  readonly isChosen: boolean;
  readonly onHop: (hop: number) => void;
}

function HopRow({ flow, at, hop, depth, isChosen, onHop }: HopRowProps) {
  const { logs } = useWords();
  const words = useFlowWords();
  const startMs = betweenMs(flow.hops[0]?.startNs, hop.startNs);
  const tookMs = betweenMs(hop.startNs, hop.endNs);
  const clock = flow.clocks.find(({ writer }) => writer === hop.writer);
  const state = at === flow.firstFailing ? 'broke' : hop.failure === undefined ? 'well' : 'failed';
  return (
    <tr data-state={state} data-chosen={isChosen || undefined} onClick={() => onHop(at)}>
      <td style={{ paddingInlineStart: 8 + depth * 14 }}>
        <button type="button" className={classes.hop} aria-pressed={isChosen}>
          <span className={classes.sign} aria-hidden>
            {hop.failure === undefined ? '✓' : '✗'}
          </span>{' '}
          {shownText(hopName(hop, words))}
        </button>
        <span className={classes.muted}>
          {hop.attempt > 0 && ` ${logs.flow.attempt(hop.attempt)}`}
          {hop.region !== '' && ` ${shownText(hop.region)}`}
        </span>
        {clock !== undefined && (
          <span className={classes.clock} title={logs.flow.clockMeaning}>
            {logs.flow.clock(offsetText(clock.offsetNs, clock.errorNs))}
          </span>
        )}
      </td>
      <td>{callText(hop.path)}</td>
      <td data-align="end">{startMs === null ? '' : startText(startMs)}</td>
      <td data-align="end">{tookMs === null ? '' : durationText(tookMs)}</td>
      <td data-align="end" className={hop.failure === undefined ? undefined : classes.sign}>
        {hop.status ?? ''}
      </td>
    </tr>
  );
}

function startText(ms: number): string {
  return ms < 0 ? `−${durationText(-ms)}` : `+${durationText(ms)}`;
}

function offsetText(offsetNs: bigint, errorNs: bigint | undefined): string {
  const ms = Math.round(Number(offsetNs) / 1_000_000);
  const error = errorNs === undefined ? '' : ` ±${Math.ceil(Number(errorNs) / 1_000_000)}`;
  return `${ms < 0 ? '−' : '+'}${Math.abs(ms)}${error} ms`;
}
