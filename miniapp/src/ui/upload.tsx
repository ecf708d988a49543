import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { ApiError } from '../platform/api-error';
import { pickFiles } from '../platform/pick-file';
import type { PickedFile } from '../platform/picked-file';
import { uploadFile, type StoredFile } from '../platform/upload';
import { aria } from './aria';
import { Button } from './button';
import { ProgressBar } from './bar';
import { ErrorNote } from './error-state';
import { Field } from './field';
import { formatSize, type FileItem } from './file-list';
import { Notice } from './notice';
import { Press } from './press';

interface UploadProps {
  readonly communityId: string;
  readonly label: string;
  readonly files: readonly FileItem[];
  readonly onChange: (files: readonly FileItem[]) => void;
  readonly max?: number;
  /** Images only when false. */
  readonly documents?: boolean;
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
}

const megabytes = 20;

/** Chooses, checks and uploads files at once, one after the other; the form gets references to what is stored. */
export const Upload = (props: UploadProps) => {
  const { communityId, label, files, onChange, max = 9, documents = true, hint, required } = props;
  const t = useT();
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);

  const send = async (picked: readonly PickedFile[]) => {
    const stored: StoredFile[] = [];
    try {
      for (const file of picked) {
        setProgress(0);
        stored.push(await uploadFile(communityId, file, setProgress));
        onChange([...files, ...stored]);
      }
    } catch (reason) {
      if (!(reason instanceof ApiError)) throw reason;
      setError(reason);
    } finally {
      setProgress(null);
    }
  };

  const choose = async () => {
    const picked = await pickFiles({ count: max - files.length, documents });
    const heavy = picked.find((file) => file.size > megabytes * 1_048_576);
    setError(null);
    setTooLarge(heavy?.name ?? null);
    await send(picked.filter((file) => file.size <= megabytes * 1_048_576));
  };

  return (
    <Field label={label} hint={hint ?? t('ui.uploadLimit', { size: megabytes, count: max })} required={required}>
      {files.map((file) => (
        <View key={file.id} className="bd-file">
          <View className="bd-row-main">{file.name}</View>
          <View className="bd-muted">{formatSize(file.size)}</View>
          <Press
            className="bd-file-remove"
            label={t('ui.uploadRemove', { name: file.name })}
            onPress={() => onChange(files.filter((other) => other.id !== file.id))}
          >
            ×
          </Press>
        </View>
      ))}
      {progress === null ? null : (
        <View {...aria({ role: 'status' })}>
          <ProgressBar part={progress} whole={100} label={t('ui.uploading', { percent: progress })} />
          <View className="bd-muted">{t('ui.uploading', { percent: progress })}</View>
        </View>
      )}
      {tooLarge === null ? null : <Notice tone="brick">{t('ui.uploadTooLarge', { name: tooLarge, size: megabytes })}</Notice>}
      <ErrorNote error={error} />
      {files.length >= max ? null : (
        <Button kind="outline" label={`${t('ui.upload')}: ${label}`} disabled={progress !== null} onPress={() => void choose()}>
          {t('ui.upload')}
        </Button>
      )}
    </Field>
  );
};
