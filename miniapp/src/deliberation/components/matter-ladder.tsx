import type { MatterView } from '@bandeng/shared/deliberation/schemas.ts';
import type { StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { ReactNode } from 'react';
import { useT, type Translate } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { Ladder, type Rung } from '@/ui/ladder';
import { listSteps, type StageStep } from '../stage-steps';
import { stageTitle } from '../words';
import { PassBar, TurnoutBar } from './session-bars';
import { DayCounter, SessionLine } from './stage-summary';

const sealOf = (t: Translate, { state, stageId }: StageStep): string | undefined => {
  if (state !== 'done') return undefined;
  if (stageId === 'publish-resolution') return t('deliberation.seal-published');
  return t(stageId === 'publish-outcome' ? 'deliberation.seal-finished' : 'deliberation.seal-passed');
};

const hintOf = (t: Translate, stageId: StageId, state: StageStep['state']): string | undefined => {
  if (stageId === 'publish-resolution') return t('deliberation.stepDisclosureNext');
  if (stageId === 'publish-outcome') return t('deliberation.stepOutcomeNext');
  return state === 'now' ? t('deliberation.waitingToConvene') : undefined;
};

const summaryOf = (t: Translate, step: StageStep, openObjections: number): ReactNode => {
  if (step.disclosure !== null) return <DayCounter disclosure={step.disclosure} open={openObjections} />;
  if (step.session === null) return hintOf(t, step.stageId, step.state);
  const again = step.state === 'now' && step.session.status === 'no-quorum';
  return (
    <>
      <SessionLine session={step.session} />
      {again ? ` · ${t('deliberation.waitingToConvene')}` : ''}
    </>
  );
};

const bodyOf = ({ session }: StageStep): ReactNode => {
  if (session === null) return undefined;
  if (session.status === 'open') return <TurnoutBar session={session} law />;
  return session.outcome === null ? undefined : <PassBar pass={session.pass} outcome={session.outcome} />;
};

interface MatterLadderProps {
  readonly matter: MatterView;
  readonly onOpenDisclosure: (disclosureId: string) => void;
}

/** All six stages of a matter, each opening to its full record. */
export const MatterLadder = ({ matter, onOpenDisclosure }: MatterLadderProps) => {
  const t = useT();
  const rungs = listSteps(matter).map((step): Rung => {
    const { stageId, state, session, disclosure } = step;
    const open = matter.objections.filter((one) => one.disclosureId === disclosure?.id && one.answeredAt === null);
    return {
      id: stageId,
      title: stageTitle(t, stageId, session?.assembly ?? matter.head.assembly),
      state,
      summary: summaryOf(t, step, open.length),
      seal: sealOf(t, step),
      body: bodyOf(step),
      onOpen:
        session !== null
          ? () => go('/deliberation/pages/session/index', { id: session.id })
          : disclosure !== null
            ? () => onOpenDisclosure(disclosure.id)
            : undefined,
    };
  });
  return <Ladder label={t('deliberation.ladder')} rungs={rungs} />;
};
