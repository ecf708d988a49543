/** Strokes of each icon in a box of 24 × 24. */
export const iconPaths = {
  home: ['M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z'],
  chat: ['M4 5h16v11H10l-5 4v-4H4z'],
  hall: ['M4 9h16M6 9v9M18 9v9M3 18h18M9 13h6'],
  me: ['M8 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0', 'M4 20c1-4 4-6 8-6s7 2 8 6'],
  camera: ['M4 8h4l2-2h4l2 2h4v11H4z', 'M8.6 13a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0'],
  pen: ['M4 20l4-1L19 8l-3-3L5 16z'],
  coin: ['M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0', 'M9 9l3 3 3-3M12 12v5M9.5 13.5h5'],
  book: ['M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM9 9h6M9 13h6'],
  board: ['M4 5h16v11H4zM12 16v4M8 20h8M8 9h8M8 12h5'],
  people: ['M6 8a3 3 0 1 0 6 0a3 3 0 1 0 -6 0', 'M3 19c.6-3.600 3-5 6-5s5.400 1.400 6 5', 'M15 5.500a3 3 0 0 1 0 5M18 14.500c1.600.800 2.600 2.300 3 4.500'],
  table: ['M4 5h16v14H4zM4 10h16M4 14.500h16M10 10v9'],
  gear: ['M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0', 'M12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M18.400 5.600l-2.100 2.100M7.700 16.300l-2.100 2.100'],
  key: ['M4 15a4 4 0 1 0 8 0a4 4 0 1 0 -8 0', 'M11 12l8-8M16 7l3 3'],
  scan: ['M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4M4 12h16'],
  printer: ['M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z'],
  bell: ['M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 19a2 2 0 0 0 4 0'],
  check: ['M5 13l4 4L19 7'],
} as const;

export type IconName = keyof typeof iconPaths;
