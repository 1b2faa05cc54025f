/** The scheme that the app's own pages are served under. */
export const pageScheme = 'app';

/** The origin of the app's page, as Chromium writes origins: scheme and host. */
export const pageOrigin = 'app://bundle';

/** The app's one page. */
export const pageAddress = `${pageOrigin}/index.html`;
