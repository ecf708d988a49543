import { communityApi } from '@bandeng/shared/community/api.ts';
import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { importStep } from '@/desk/import-status';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { go } from '@/platform/navigate';
import { refreshAll, useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { confirm } from '@/ui/overlay-store';
import { Steps } from '@/ui/steps';
import { CheckedImport } from './checked-import';
import { ImportProgress } from './import-progress';
import { MappingForm } from './mapping-form';
import { RegisterReport } from './register-report';

interface ImportStepsProps {
  readonly communityId: string;
  readonly importId: string;
}

/** One import from recognised headings to the written register. */
export const ImportSteps = ({ communityId, importId }: ImportStepsProps) => {
  const t = useT();
  const params = { communityId, importId };
  const query = useQuery(communityApi.getImport, { params });
  const check = useCommand(communityApi.checkImport);
  const cancel = useCommand(communityApi.cancelImport);
  const [remapping, setRemapping] = useState(false);
  const { data, refresh, replace } = query;
  const running = data?.status === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void refresh(), 1000);
    return () => clearInterval(timer);
  }, [running, refresh]);

  const step = data === undefined ? null : `${data.status} ${remapping}`;
  useEffect(() => {
    if (step !== null) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  }, [step]);

  const drop = async () => {
    if (
      !(await confirm({
        title: t('register.cancelAsk'),
        text: t('register.cancelText'),
        confirmText: t('register.cancel'),
        danger: true,
      }))
    )
      return;
    const outcome = await cancel.run({ params });
    if (outcome.ok) replace(outcome.reply);
  };
  const content = (register: RegisterImport) => {
    if (register.status === 'mapping' || (remapping && register.status === 'checked')) {
      return (
        <MappingForm
          key={`${register.headingRow}`}
          register={register}
          busy={check.busy}
          retrying={check.retrying}
          error={check.error ?? cancel.error}
          onCancel={() => void drop()}
          onCheck={async (mapping, headingRow) => {
            const outcome = await check.run({
              params,
              body: { mapping, ...(headingRow === undefined ? {} : { headingRow }) },
            });
            if (!outcome.ok) return;
            setRemapping(false);
            replace(outcome.reply);
            void refreshAll(`/api/communities/${communityId}/imports/${importId}/rejected`);
          }}
        />
      );
    }
    switch (register.status) {
      case 'checked':
        return (
          <CheckedImport
            communityId={communityId}
            register={register}
            onChange={replace}
            onRemap={() => setRemapping(true)}
            onCancel={() => void drop()}
          />
        );
      case 'running':
        return <ImportProgress register={register} />;
      case 'done':
        return (
          <>
            <Notice tone="bamboo" live>
              {t('register.done')}
            </Notice>
            <View className="desk-buttons">
              <Button kind="outline" small onPress={() => go('/desk/pages/dwellings/index')}>
                {t('register.toDwellings')}
              </Button>
            </View>
            <RegisterReport communityId={communityId} register={register} />
          </>
        );
      case 'failed':
        return (
          <>
            <Notice tone="brick" live>
              {t('register.failed', { done: formatCount(register.progress.done), total: formatCount(register.progress.total) })}
            </Notice>
            <Button onPress={() => go('/desk/pages/imports/index')}>{t('register.again')}</Button>
          </>
        );
      case 'cancelled':
        return <Notice>{t('register.cancelled')}</Notice>;
    }
  };
  return (
    <Await query={query}>
      {(register) => (
        <>
          <Steps
            steps={[
              t('register.step-file'),
              t('register.step-mapping'),
              t('register.step-check'),
              t('register.step-write'),
            ]}
            current={remapping && register.status === 'checked' ? 1 : importStep[register.status]}
          />
          <Notice>
            {t('register.fileLine', { name: register.fileName, rows: register.sheetRows })}
            {register.encoding === null ? '' : ` · ${register.encoding}`}
          </Notice>
          {content(register)}
        </>
      )}
    </Await>
  );
};
