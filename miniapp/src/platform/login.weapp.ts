import Taro from '@tarojs/taro';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { enter } from './account';
import { makeCommandId } from './command-id';
import { call } from './request';

/**
 * Signs in with WeChat's one-time code.
 * @param consent version of the text on personal data that the person has just agreed to; who agreed before needs none
 * @throws ApiError privacy-consent-needed: nothing was stored, show the text first
 */
export const signInWithWechat = async (consent?: number): Promise<void> => {
  const { code } = await Taro.login();
  const body = { code, ...(consent === undefined ? {} : { consent }) };
  await enter(await call(platformApi.wechatLogin, { body }, await makeCommandId()));
};

/** In WeChat a person is known without a form: whoever agreed before is signed in at launch. */
export const signInSilently = (): Promise<void> => signInWithWechat();
