import Taro from '@tarojs/taro';

export const canAskConsent: boolean = true;

/**
 * Shows WeChat's question. To be called in the tap itself, before anything is awaited: otherwise WeChat refuses.
 * Resolves to what was answered, by template id; to nothing where the person has turned all of it off.
 */
export const requestConsent = async (templateIds: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  try {
    const result = await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] });
    return result as unknown as Record<string, string>;
  } catch {
    return {};
  }
};
