/** The address names what is shown, without another page: a reload shows the same, and the way back stays one step. */
export const nameAddress = (page: `/${string}`, id: string): void =>
  window.history.replaceState(window.history.state, '', `${page}?id=${encodeURIComponent(id)}`);
