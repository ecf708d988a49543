import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { fetchFile } from '../platform/stored-file';
import { aria, ariaPicture } from './aria';
import { placeOf, type FilePlace } from './file-list';

/** A picture that only those allowed may see; a grey field until it is there. */
export const StoredImage = (props: FilePlace & { readonly fileId: string; readonly label: string }) => {
  const { fileId, label } = props;
  const address = placeOf(props, fileId);
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    let made = '';
    fetchFile(address).then(
      (local) => {
        made = local;
        if (current) setSource(local);
      },
      () => undefined,
    );
    return () => {
      current = false;
      if (made.startsWith('blob:')) URL.revokeObjectURL(made);
    };
  }, [address]);
  if (source === null) return <View className="bd-picture" {...aria({ role: 'img', label })} />;
  return <Image className="bd-picture" mode="aspectFill" src={source} {...ariaPicture(label)} />;
};
