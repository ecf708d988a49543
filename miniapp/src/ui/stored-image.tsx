import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { fetchFile } from '../platform/stored-file';
import { fileAddress } from '../platform/file-address';
import { aria } from './aria';

/** A picture that only those allowed may see; a grey field until it is there. */
export const StoredImage = (props: { readonly communityId: string; readonly fileId: string; readonly label: string }) => {
  const { communityId, fileId, label } = props;
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    let made = '';
    fetchFile(fileAddress(communityId, fileId)).then(
      (address) => {
        made = address;
        if (current) setSource(address);
      },
      () => undefined,
    );
    return () => {
      current = false;
      if (made.startsWith('blob:')) URL.revokeObjectURL(made);
    };
  }, [communityId, fileId]);
  if (source === null) return <View className="bd-picture" {...aria({ role: 'img', label })} />;
  return <Image className="bd-picture" mode="aspectFill" src={source} {...aria({ role: 'img', label })} />;
};
