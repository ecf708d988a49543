import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { aria } from './aria';
import { cx } from './cx';
import { Press } from './press';
import { Seal } from './seal';

export type RungState = 'done' | 'now' | 'next' | 'failed';

export interface Rung {
  readonly id: string;
  readonly title: string;
  readonly state: RungState;
  /** 应到 86 · 实到 71 · 同意 66 */
  readonly summary?: ReactNode;
  /** On a stage that has been passed. */
  readonly seal?: string | undefined;
  /** Always shown below the summary: threshold bars, what is asked. */
  readonly body?: ReactNode;
  /** The full record, shown when opened. */
  readonly record?: ReactNode;
  /** Opens the record on a page of its own instead. */
  readonly onOpen?: (() => void) | undefined;
}

const stateKeys = { done: 'ui.done', now: 'ui.now', next: 'ui.next', failed: 'ui.stageFailed' } as const;

const Step = ({ rung, number, last }: { readonly rung: Rung; readonly number: number; readonly last: boolean }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { title, state, summary, seal, body, record, onOpen } = rung;
  const openable = onOpen !== undefined || record !== undefined;
  return (
    <View
      className={cx('bd-step', `is-${state}`, last && 'is-last')}
      {...aria({ role: 'listitem', label: `${number} ${title}, ${seal ?? t(stateKeys[state])}` })}
    >
      <View className="bd-step-side" {...aria({ hidden: true })}>
        <View className="bd-step-dot">{state === 'failed' ? '×' : number}</View>
        {last ? null : <View className="bd-step-line" />}
      </View>
      <View className="bd-step-main">
        <View className="bd-step-head">
          <View className="bd-step-title">
            {title}
            {state === 'now' || state === 'failed' ? ` · ${t(stateKeys[state])}` : ''}
          </View>
          {seal === undefined ? null : <Seal text={seal} />}
        </View>
        {summary === undefined ? null : <View className="bd-muted bd-num">{summary}</View>}
        {body}
        {openable ? (
          <Press
            className="bd-step-more"
            expanded={onOpen === undefined ? open : undefined}
            label={`${title}: ${t(open ? 'ui.collapse' : 'ui.expand')}`}
            onPress={onOpen ?? (() => setOpen(!open))}
          >
            {t(open ? 'ui.collapse' : 'ui.expand')} {onOpen === undefined ? '' : '›'}
          </Press>
        ) : null}
        {open ? record : null}
      </View>
    </View>
  );
};

/** The stages of a matter, from the first to the last. */
export const Ladder = ({ label, rungs }: { readonly label: string; readonly rungs: readonly Rung[] }) => (
  <View {...aria({ role: 'list', label })}>
    {rungs.map((rung, index) => (
      <Step key={rung.id} rung={rung} number={index + 1} last={index === rungs.length - 1} />
    ))}
  </View>
);
