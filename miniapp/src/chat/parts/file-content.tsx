import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { fileAddress } from '@/platform/file-address';
import { showFile } from '@/platform/stored-file';
import { aria } from '@/ui/aria';
import { formatSize } from '@/ui/file-list';
import { Press } from '@/ui/press';

interface FileContentProps {
  readonly communityId: string;
  readonly fileId: string | null;
  readonly name: string;
  readonly size: number;
}

const kindOf = (name: string): string => (/\.([A-Za-z0-9]{1,4})$/.exec(name)?.[1] ?? '?').toUpperCase();

export const FileContent = ({ communityId, fileId, name, size }: FileContentProps) => {
  const t = useT();
  const [failed, setFailed] = useState(false);
  const open = (id: string) => {
    setFailed(false);
    showFile(fileAddress(communityId, id), name).catch(() => setFailed(true));
  };
  return (
    <Press
      className="ch-file"
      label={t('chat.fileOpen', { name })}
      disabled={fileId === null}
      onPress={() => {
        if (fileId !== null) open(fileId);
      }}
    >
      <View className="ch-file-kind" {...aria({ hidden: true })}>
        {kindOf(name)}
      </View>
      <View className="ch-file-main">
        <View className="ch-file-name">{name}</View>
        <View className="bd-muted">{failed ? t('chat.fileFailed') : formatSize(size)}</View>
      </View>
    </Press>
  );
};
