import axe from 'axe-core';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[];
}

/**
 * What stands against the accessibility standards on the page as it is shown: one line per kind of fault, with the first place.
 * @param rules only these rules of axe; all of WCAG 2.2 AA when left out
 */
export const findFaults = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  const options = rules === undefined ? { runOnly: standards } : { runOnly: { type: 'rule', values: rules } };
  await page.evaluate(axe.source);
  const found: Found = await page.evaluate(`axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`);
  return found.violations.map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`);
};
