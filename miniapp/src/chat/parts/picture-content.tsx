import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useT } from '@/i18n/use-t';
import { fetchFile } from '@/platform/stored-file';
import { fileAddress } from '@/platform/file-address';
import { ariaPicture } from '@/ui/aria';
import { Press } from '@/ui/press';

/** Longest side of a picture in the conversation, in px; the shortest that can still be pressed. */
const [longest, shortest] = [200, 56];

/** The room a picture takes before it is there, so that nothing moves when it comes. */
export const thumbSize = (width: number | null, height: number | null): { width: number; height: number } => {
  if (!width || !height) return { width: 160, height: 160 };
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(shortest, Math.round(width * scale)), height: Math.max(shortest, Math.round(height * scale)) };
};

const useStored = (address: string | null): string | null => {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    if (address === null) return;
    let current = true;
    let made = '';
    fetchFile(address).then(
      (local) => {
        made = local;
        if (current) setSource(local);
        else if (made.startsWith('blob:')) URL.revokeObjectURL(made);
      },
      () => undefined,
    );
    return () => {
      current = false;
      if (made.startsWith('blob:')) URL.revokeObjectURL(made);
    };
  }, [address]);
  return source;
};

interface PictureContentProps {
  readonly communityId: string;
  /** Null: not uploaded yet, shown from this device. */
  readonly fileId: string | null;
  readonly local?: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly label: string;
  readonly onPress?: () => void;
}

export const PictureContent = (props: PictureContentProps) => {
  const { communityId, fileId, local = null, label, onPress } = props;
  const t = useT();
  const stored = useStored(fileId === null ? null : `${fileAddress(communityId, fileId)}?size=small`);
  const source = stored ?? local;
  const { width, height } = thumbSize(props.width, props.height);
  const style = { width: `${width}px`, height: `${height}px` };
  const name = t('chat.pictureOf', { label });
  return (
    <Press className="ch-picture" label={name} style={style} disabled={onPress === undefined} onPress={onPress}>
      {source === null ? <View className="ch-picture-room" style={style} /> : <Image className="ch-picture-image" style={style} mode="aspectFill" src={source} {...ariaPicture(name)} />}
    </Press>
  );
};
