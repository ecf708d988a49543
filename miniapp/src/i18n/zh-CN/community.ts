export const community = {
  title: '社区',
} as const;
