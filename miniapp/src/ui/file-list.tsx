import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ApiError } from '../platform/api-error';
import { fileAddress } from '../platform/file-address';
import { showFile } from '../platform/stored-file';
import { aria } from './aria';
import { ErrorNote } from './error-state';
import { Press } from './press';

export interface FileItem {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export const formatSize = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`;

/** Files of a community, for its members; or, with `addressOf`, files that lie elsewhere and need no account. */
export type FilePlace =
  | { readonly communityId: string; readonly addressOf?: undefined }
  | { readonly communityId?: undefined; readonly addressOf: (fileId: string) => string };

export const placeOf = (place: FilePlace, fileId: string): string =>
  place.addressOf === undefined ? fileAddress(place.communityId, fileId) : place.addressOf(fileId);

/** Attachments that open on a press. */
export const FileList = ({ files, ...place }: FilePlace & { readonly files: readonly FileItem[] }) => {
  const [error, setError] = useState<ApiError | null>(null);
  const open = ({ id, name }: FileItem) => {
    setError(null);
    showFile(placeOf(place, id), name).catch((reason: ApiError) => setError(reason));
  };
  return (
    <View className="bd-files">
      {files.map((file) => (
        <Press key={file.id} className="bd-file" role="link" onPress={() => open(file)}>
          <View className="bd-file-kind" {...aria({ hidden: true })}>
            {file.type === 'application/pdf' ? 'PDF' : 'IMG'}
          </View>
          <View className="bd-row-main">{file.name}</View>
          <View className="bd-muted">{formatSize(file.size)}</View>
        </Press>
      ))}
      <ErrorNote error={error} />
    </View>
  );
};
