/** What Taro's runtime asks of its web components in the browser build; ours are plain elements, and nothing is to be defined. */
const nothing = (): void => undefined;

export const defineCustomElementTaroPullToRefreshCore = nothing;
export const defineCustomElementTaroTabbar = nothing;
export const defineCustomElementTaroSwiperCore = nothing;
export const defineCustomElementTaroSwiperItemCore = nothing;
