import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { progressKinds } from '@bandeng/shared/deliberation/vocabulary.ts';
import { useState } from 'react';
import { findProgressFaults, readAmount, type ProgressInput } from '@/desk/progress-input';
import { useKept } from '@/platform/use-kept';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { DateField } from '@/ui/date-time-field';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { Select } from '@/ui/select';
import { TextArea, TextField } from '@/ui/text-field';
import { Upload } from '@/ui/upload';

interface ProgressFormProps {
  readonly communityId: string;
  readonly matterId: string;
  readonly apply: (reply: MatterReply) => void;
}

/** Publishes a step of the work, or a payment with its voucher. */
export const ProgressForm = ({ communityId, matterId, apply }: ProgressFormProps) => {
  const t = useT();
  const today = dayOf(Date.now());
  const blank: ProgressInput = { kind: 'work', title: '', text: '', day: today, amount: '', payee: '', files: [] };
  const form = useKept(`progress.${matterId}`, blank);
  const add = useCommand(deliberationApi.addProgress);
  const [tried, setTried] = useState(false);
  const { value, change } = form;
  const faults = tried ? findProgressFaults(value) : [];
  const pays = value.kind === 'payment';
  const send = async () => {
    setTried(true);
    if (findProgressFaults(value).length > 0) return;
    const body = {
      kind: value.kind,
      title: value.title.trim(),
      text: value.text.trim(),
      day: value.day,
      amountFen: pays ? readAmount(value.amount) : null,
      payee: pays ? value.payee.trim() : '',
      fileIds: value.files.map(({ id }) => id),
    };
    const outcome = await add.run({ params: { communityId, matterId }, body });
    if (!outcome.ok) return;
    apply(outcome.reply);
    form.settle(blank);
    setTried(false);
    toast(t('chair.progressAdded'));
  };
  return (
    <Card title={t('chair.progressNew')}>
      {form.restored ? <Notice tone="amber">{t('desk.restored')}</Notice> : null}
      <Select
        label={t('chair.progressKind')}
        value={value.kind}
        choices={progressKinds.map((kind) => ({ value: kind, text: t(`deliberation.progress-${kind}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={t('chair.progressTitle')}
        required
        maxLength={60}
        value={value.title}
        error={faults.includes('title') ? t('chair.progressTitleNeeded') : undefined}
        onChange={(title) => change({ title })}
      />
      <DateField
        label={t('desk.day')}
        required
        last={today}
        value={value.day}
        error={faults.includes('day') ? t('chair.dayNeeded') : undefined}
        onChange={(day) => change({ day })}
      />
      {pays ? (
        <>
          <TextField
            kind="decimal"
            label={t('chair.amount')}
            required
            hint={t('chair.budgetHint')}
            value={value.amount}
            error={faults.includes('amount') ? t('chair.amountWrong') : undefined}
            onChange={(amount) => change({ amount })}
          />
          <TextField
            label={t('chair.payee')}
            required
            maxLength={60}
            value={value.payee}
            error={faults.includes('payee') ? t('chair.payeeNeeded') : undefined}
            onChange={(payee) => change({ payee })}
          />
        </>
      ) : null}
      <TextArea
        label={t('chair.progressText')}
        required={false}
        maxLength={2000}
        value={value.text}
        onChange={(text) => change({ text })}
      />
      <Upload
        communityId={communityId}
        label={t(pays ? 'chair.vouchers' : 'chair.photos')}
        required={pays}
        max={20}
        files={value.files}
        onChange={(files) => change({ files })}
      />
      {faults.includes('files') ? <Notice tone="brick">{t('chair.voucherNeeded')}</Notice> : null}
      <ErrorNote error={add.error} />
      <Button busy={add.busy} retrying={add.retrying} onPress={() => void send()}>
        {t('chair.progressSend')}
      </Button>
    </Card>
  );
};
