/** Seconds after which to ask again where the database was away. */
export const databaseRetrySeconds = 5;
