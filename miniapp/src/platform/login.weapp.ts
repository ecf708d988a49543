import Taro from '@tarojs/taro';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { enter } from './account';
import { makeCommandId } from './command-id';
import { call } from './request';

/** Signs in with WeChat's one-time code. */
export const signInWithWechat = async (): Promise<void> => {
  const { code } = await Taro.login();
  await enter(await call(platformApi.wechatLogin, { body: { code } }, await makeCommandId()));
};

/** In WeChat a person is known without a form: pages that need an account get one at launch. */
export const signInSilently = signInWithWechat;
