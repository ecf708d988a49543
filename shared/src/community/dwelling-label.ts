interface Place {
  readonly compound: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
}

/** '3-2-101'; a building without units gives '3-101'. */
export const shortLabel = ({ building, unit, room }: Omit<Place, 'compound'>): string =>
  [building, unit, room].filter((part) => part !== '').join('-');

/** '春晖苑 3-2-101' */
export const dwellingLabel = (place: Place): string => `${place.compound} ${shortLabel(place)}`.trim();

/** Sorts as people count: every run of digits padded to six. */
export const dwellingSortKey = ({ compound, building, unit, room }: Place): string =>
  [compound, building, unit, room].map((part) => part.replace(/\d+/g, (digits) => digits.padStart(6, '0'))).join('/');

/** The pieces that somebody types to find a dwelling: '3栋2单元101' and '3-2-101' give 3, 2, 101. */
export const placeWords = (typed: string): string[] =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(\p{Script=Han})(?=\d)/gu, '$1 ')
    .split(/号楼|单元|[栋幢座室号#\s/\\·—–-]+/)
    .filter((word) => word !== '');
