import Taro from '@tarojs/taro';

const page = 'account/pages/consent/index';
/** Where somebody who has not agreed may be: the text itself, and the way to take the data along and leave. */
const open = [page, 'account/pages/privacy/index'];

let asking = false;

/** Opens the text that the person has to agree to, once, however many requests were refused for it. */
export const askConsent = (): void => {
  const { route = '' } = Taro.getCurrentPages().at(-1) ?? {};
  if (asking || open.some((one) => route.includes(one))) return;
  asking = true;
  const done = () => {
    asking = false;
  };
  Taro.navigateTo({ url: `/${page}` }).then(done, done);
};
