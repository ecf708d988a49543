import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useT } from '@/i18n/use-t';
import { fileAddress } from '@/platform/file-address';
import { fetchFile } from '@/platform/stored-file';
import { aria, ariaPicture } from '@/ui/aria';
import { Modal } from '@/ui/modal';
import { Press } from '@/ui/press';

interface PictureViewerProps {
  readonly communityId: string;
  readonly fileId: string;
  readonly label: string;
  readonly onClose: () => void;
}

/** One picture over everything; a tap closes it. */
export const PictureViewer = ({ communityId, fileId, label, onClose }: PictureViewerProps) => {
  const t = useT();
  const [source, setSource] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    let made = '';
    fetchFile(fileAddress(communityId, fileId)).then(
      (local) => {
        made = local;
        if (current) setSource(local);
      },
      () => setFailed(true),
    );
    return () => {
      current = false;
      if (made.startsWith('blob:')) URL.revokeObjectURL(made);
    };
  }, [communityId, fileId]);
  const name = t('chat.pictureOf', { label });
  return (
    <Modal middle label={name} onClose={onClose}>
      <Press className="ch-viewer" label={t('chat.closePicture')} onPress={onClose}>
        {source === null ? (
          <View className="ch-viewer-wait" {...aria({ role: 'status' })}>
            {t(failed ? 'ui.failed' : 'ui.loading')}
          </View>
        ) : (
          <Image className="ch-viewer-image" mode="aspectFit" src={source} {...ariaPicture(name)} />
        )}
      </Press>
    </Modal>
  );
};
