import { fourTwo } from './four-two.ts';
import type { Workflow } from './workflow.ts';

/** Every workflow version that a matter may have been frozen with. */
export const workflows: readonly Workflow[] = [fourTwo];

export const findWorkflow = (id: string, version: number): Workflow | null =>
  workflows.find((workflow) => workflow.id === id && workflow.version === version) ?? null;
