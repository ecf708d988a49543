import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import type { ApiError } from '@/platform/api-error';
import { showFile } from '@/platform/stored-file';
import { ErrorNote } from '@/ui/error-state';
import { FileList, placeOf, type FileItem, type FilePlace } from '@/ui/file-list';
import { Press } from '@/ui/press';
import { StoredImage } from '@/ui/stored-image';

const isPicture = ({ type }: FileItem): boolean => type.startsWith('image/');

/** Pictures to look at, each opening whole on a press, then the other attachments by name. */
export const NoticeFiles = ({ files, ...place }: FilePlace & { readonly files: readonly FileItem[] }) => {
  const t = useT();
  const [error, setError] = useState<ApiError | null>(null);
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  const open = ({ id, name }: FileItem) => {
    setError(null);
    showFile(placeOf(place, id), name).catch((reason: ApiError) => setError(reason));
  };
  return (
    <>
      {pictures.length === 0 ? null : (
        <View className={pictures.length === 1 ? 'nt-pictures is-one' : 'nt-pictures'}>
          {pictures.map((file, index) => (
            <Press
              key={file.id}
              label={t('notice.picture', { n: index + 1, name: file.name })}
              onPress={() => open(file)}
            >
              <StoredImage {...place} fileId={file.id} label={file.name} />
            </Press>
          ))}
        </View>
      )}
      <ErrorNote error={error} />
      {others.length === 0 ? null : <FileList {...place} files={others} />}
    </>
  );
};
