export const deliberation = {
  title: '议事厅',
} as const;
