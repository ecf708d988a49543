/** What happened during a run, for tests to look at. */
export interface Journal {
  /** Name and main argument of every call of `wx` that matters: ['request', 'GET', url], ['navigateTo', url] … */
  readonly calls: (readonly unknown[])[];
  readonly errors: unknown[];
  readonly warnings: string[];
  /** Page and data of every setData, in order. */
  readonly sets: { readonly page: string; readonly data: Record<string, unknown> }[];
}

export const makeJournal = (): Journal => ({ calls: [], errors: [], warnings: [], sets: [] });
