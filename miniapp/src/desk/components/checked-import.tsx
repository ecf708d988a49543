import { communityApi } from '@bandeng/shared/community/api.ts';
import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import { useState } from 'react';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Switch } from '@/ui/checks';
import { ErrorNote } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { Notice } from '@/ui/notice';
import { confirm } from '@/ui/overlay-store';
import { RegisterReport } from './register-report';

interface CheckedImportProps {
  readonly communityId: string;
  readonly register: RegisterImport;
  readonly onChange: (next: RegisterImport) => void;
  readonly onRemap: () => void;
  readonly onCancel: () => void;
}

/** The dry run's report, and the decision to write it. */
export const CheckedImport = ({ communityId, register, onChange, onRemap, onCancel }: CheckedImportProps) => {
  const t = useT();
  const commit = useCommand(communityApi.commitImport);
  const [endMissing, setEndMissing] = useState(false);
  const missing = register.difference?.missing ?? 0;
  const write = async () => {
    const n = formatCount(register.summary?.dwellings ?? 0);
    const text = [
      register.rejectedCount === 0 ? '' : t('register.commitRejected', { n: formatCount(register.rejectedCount) }),
      endMissing && missing > 0 ? t('register.commitMissing', { n: formatCount(missing) }) : '',
    ].filter(Boolean);
    const question = { title: t('register.commitAsk', { n }), confirmText: t('register.commit') };
    if (!(await confirm(text.length === 0 ? question : { ...question, text: text.join('\n') }))) return;
    const outcome = await commit.run({ params: { communityId, importId: register.id }, body: { endMissing } });
    if (outcome.ok) onChange(outcome.reply);
  };
  return (
    <>
      <Notice tone="amber">{t('register.dryRun')}</Notice>
      <RegisterReport communityId={communityId} register={register} />
      {missing === 0 ? null : (
        <Card>
          <Switch
            label={t('register.endMissing', { n: formatCount(missing) })}
            detail={t('register.endMissingHint')}
            value={endMissing}
            onChange={setEndMissing}
          />
        </Card>
      )}
      <ErrorNote error={commit.error} />
      <FootButtons>
        <Button kind="outline" disabled={commit.busy} onPress={onCancel}>
          {t('register.cancel')}
        </Button>
        <Button kind="outline" disabled={commit.busy} onPress={onRemap}>
          {t('register.remap')}
        </Button>
        <Button busy={commit.busy} retrying={commit.retrying} onPress={() => void write()}>
          {t('register.commit')}
        </Button>
      </FootButtons>
    </>
  );
};
