/** Stands where Taro loads something in browsers that this app does not use, or that every supported browser has. */
export default undefined;
