/** Page of the app that shows a notice to members. */
export const noticePage = (noticeId: string): string => `/bulletin/pages/notice/index?id=${noticeId}`;

/** Page that shows it to anybody who holds the code of its sheet. */
export const publicPage = (token: string): string => `/bulletin/pages/public-notice/index?token=${token}`;

export const sheetPath = (token: string): string => `/api/public/notices/${token}/sheet`;

export const filePath = (token: string, fileId: string): string => `/api/public/notices/${token}/files/${fileId}`;
