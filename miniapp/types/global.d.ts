/// <reference types="@tarojs/taro" />

declare module '*.png' {
  const address: string;
  export default address;
}
declare module '*.scss';

/** Origin of the server's API, set at build time; empty on H5, which talks to its own origin. */
declare const API_BASE: string;

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production';
    TARO_ENV: 'weapp' | 'h5';
  }
}
