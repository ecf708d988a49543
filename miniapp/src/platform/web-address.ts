/** Address of a page in a browser, for links and codes that are handed to others. In the mini-program the server's own. */
export const webAddress = (page: `/${string}`, params: Readonly<Record<string, string>>): string => {
  const origin = API_BASE === '' ? window.location.origin : API_BASE;
  const search = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${origin}${page}?${search.join('&')}`;
};
