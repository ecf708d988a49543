/** A browser has no WeChat account: the person chooses how to sign in on the login page. */
export const signInWithWechat = async (_consent?: number): Promise<void> => {
  throw new Error('WeChat sign-in exists in the mini-program only');
};

export const signInSilently = async (): Promise<void> => undefined;
