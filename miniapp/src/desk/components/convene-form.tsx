import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply, MatterView, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { useState } from 'react';
import { sessionTitle, stageTitle } from '@/deliberation/words';
import { findConveneFaults, inputOf } from '@/desk/convene-input';
import { useKept } from '@/platform/use-kept';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { replaceWith } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Switch } from '@/ui/checks';
import { DateTimeField } from '@/ui/date-time-field';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { TextArea, TextField } from '@/ui/text-field';
import { Upload } from '@/ui/upload';

interface ConveneFormProps {
  readonly communityId: string;
  readonly matter: MatterView;
  /** The meeting to move; null: a new one. */
  readonly session: SessionView | null;
  /** Whether it may be held together with the consultation. */
  readonly mayJoin: boolean;
  readonly apply: (reply: MatterReply) => void;
}

/** Announces a meeting of the current stage, or moves an announced one. */
export const ConveneForm = ({ communityId, matter, session, mayJoin, apply }: ConveneFormProps) => {
  const t = useT();
  const { head } = matter;
  const initial = inputOf(session, t('chair.questionDefault', { title: head.title }));
  const form = useKept(`convene.${head.id}.${session?.id ?? `${head.version}.${head.stageId ?? ''}`}`, initial);
  const [tried, setTried] = useState(false);
  const convene = useCommand(deliberationApi.conveneSession);
  const reschedule = useCommand(deliberationApi.rescheduleSession);
  const { value, change } = form;
  const faults = tried ? findConveneFaults(value, Date.now()) : [];
  const command = session === null ? convene : reschedule;

  const leave = (reply: MatterReply, sessionId: string, said: 'chair.convened' | 'chair.rescheduled') => {
    apply(reply);
    form.settle();
    toast(t(said));
    replaceWith('/desk/pages/session/index', { sessionId });
  };
  const send = async () => {
    setTried(true);
    const { question, place, online, startsAt, closesAt, joint, files } = value;
    if (findConveneFaults(value, Date.now()).length > 0 || startsAt === null || closesAt === null) return;
    const body = {
      question: question.trim(),
      place: place.trim(),
      online,
      startsAt,
      closesAt,
      fileIds: files.map(({ id }) => id),
    };
    const params = { communityId };
    if (session === null) {
      const outcome = await convene.run({ params: { ...params, matterId: head.id }, body: { ...body, joint: mayJoin && joint } });
      if (outcome.ok) leave(outcome.reply, outcome.reply.id, 'chair.convened');
    } else {
      const outcome = await reschedule.run({ params: { ...params, sessionId: session.id }, body });
      if (outcome.ok) leave(outcome.reply, session.id, 'chair.rescheduled');
    }
  };

  if (session === null && head.stageId === null) return <Notice>{t('chair.nothingNow')}</Notice>;
  return (
    <>
      <Notice>
        {head.title} ·{' '}
        {session === null ? stageTitle(t, head.stageId ?? 'propose', head.assembly) : sessionTitle(t, session)}
      </Notice>
      {form.restored ? <Notice tone="amber">{t('desk.restored')}</Notice> : null}
      <Card>
        <TextArea
          label={t('deliberation.question')}
          required
          maxLength={500}
          hint={t('chair.questionHint')}
          value={value.question}
          error={faults.includes('question') ? t('chair.questionNeeded') : undefined}
          onChange={(question) => change({ question })}
        />
        <DateTimeField
          label={t('chair.startsAt')}
          required
          hint={head.stageId === 'resolve' && head.assembly !== 'representatives' ? t('chair.noticeHint') : undefined}
          value={value.startsAt}
          error={faults.includes('startsAt') ? t('chair.timeNeeded') : undefined}
          onChange={(startsAt) => change({ startsAt })}
        />
        <DateTimeField
          label={t('chair.closesAt')}
          required
          hint={t('chair.closesAtHint')}
          value={value.closesAt}
          error={faults.includes('closesAt') ? t('chair.closesAtWrong') : undefined}
          onChange={(closesAt) => change({ closesAt })}
        />
        <Switch
          label={t('chair.online')}
          detail={t('chair.onlineHint')}
          value={value.online}
          onChange={(online) => change({ online })}
        />
        <TextField
          label={t('deliberation.where')}
          required={!value.online}
          maxLength={100}
          placeholder={t('chair.placeHint')}
          value={value.place}
          error={faults.includes('place') ? t('chair.placeNeeded') : undefined}
          onChange={(place) => change({ place })}
        />
        {mayJoin ? (
          <Switch
            label={t('chair.joint')}
            detail={t('chair.jointHint')}
            value={value.joint}
            onChange={(joint) => change({ joint })}
          />
        ) : null}
        <Upload
          communityId={communityId}
          label={t('deliberation.sessionAttachments')}
          required={false}
          max={20}
          files={value.files}
          onChange={(files) => change({ files })}
        />
      </Card>
      <ErrorNote error={command.error} />
      {faults.length > 0 ? <Notice tone="brick">{t('desk.fixFields')}</Notice> : null}
      <Button busy={command.busy} retrying={command.retrying} onPress={() => void send()}>
        {t(session === null ? 'deliberation.action-convene' : 'deliberation.action-reschedule-session')}
      </Button>
    </>
  );
};
