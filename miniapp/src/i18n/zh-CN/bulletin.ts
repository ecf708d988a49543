export const bulletin = {
  title: '公开栏',
} as const;
