// WeChat needs none of the styles for browsers.
export {};
