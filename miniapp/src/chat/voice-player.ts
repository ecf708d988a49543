import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { fetchFile } from '@/platform/stored-file';

/** Which recording is heard now: one at a time in the whole app. */
export const usePlaying = create<{ readonly address: string | null; readonly failed: string | null }>()(() => ({
  address: null,
  failed: null,
}));

let sound: Taro.InnerAudioContext | null = null;
const local = new Map<string, string>();

export const stopVoice = (): void => {
  sound?.stop();
  sound?.destroy();
  sound = null;
  usePlaying.setState({ address: null });
};

/** Plays a stored recording, or stops it when it is the one that plays. */
export const toggleVoice = async (address: string): Promise<void> => {
  const wasPlaying = usePlaying.getState().address === address;
  stopVoice();
  if (wasPlaying) return;
  usePlaying.setState({ address, failed: null });
  try {
    const source = local.get(address) ?? (await fetchFile(address));
    local.set(address, source);
    if (usePlaying.getState().address !== address) return;
    const player = Taro.createInnerAudioContext();
    sound = player;
    player.onEnded(stopVoice);
    player.onError(() => {
      stopVoice();
      usePlaying.setState({ failed: address });
    });
    player.src = source;
    player.play();
  } catch {
    usePlaying.setState({ address: null, failed: address });
  }
};
