/** Bytes in so many gigabytes. */
export const bytesOf = (gigabytes: number): number => Math.round(gigabytes * 1024 ** 3)
