import { communityApi } from '@bandeng/shared/community/api.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { ApiError } from '@/platform/api-error';
import { useCommand } from '@/platform/command';
import { go } from '@/platform/navigate';
import { pickFiles } from '@/platform/pick-file';
import { uploadFile } from '@/platform/upload';
import { ProgressBar } from '@/ui/bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';

/** Chooses a register, uploads it and has its headings recognised; goes on to the import. */
export const RegisterUpload = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const create = useCommand(communityApi.createImport);
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<ApiError | null>(null);

  const choose = async () => {
    const [file] = await pickFiles({ count: 1, documents: true, sheets: true });
    if (file === undefined) return;
    setError(null);
    try {
      setProgress(0);
      const { id } = await uploadFile(communityId, file, setProgress);
      const outcome = await create.run({ params: { communityId }, body: { fileId: id } });
      if (outcome.ok) go('/desk/pages/import/index', { importId: outcome.reply.id });
    } catch (reason) {
      if (!(reason instanceof ApiError)) throw reason;
      setError(reason);
    } finally {
      setProgress(null);
    }
  };

  return (
    <Card title={t('register.uploadTitle')}>
      <View className="desk-lead">{t('register.uploadLead')}</View>
      {progress === null ? null : (
        <>
          <ProgressBar part={progress} whole={100} label={t('ui.uploading', { percent: progress })} />
          <View className="bd-muted">
            {progress < 100 ? t('ui.uploading', { percent: progress }) : t('register.reading')}
          </View>
          <View className="bd-gap" />
        </>
      )}
      <ErrorNote error={error ?? create.error} />
      <View className="desk-actions">
        <Button busy={progress !== null} retrying={create.retrying} onPress={() => void choose()}>
          {t('register.choose')}
        </Button>
      </View>
    </Card>
  );
};
