/** WeChat draws the tab bar itself, and has no desk. */
export const SideNavigation = (_: { readonly tab: unknown }) => null;
export const TabBar = (_: { readonly tab: unknown }) => null;
