/** Stands for all places past the web that are not kept by their own name, because too many came on one day. */
export const beyondPlaces = '*';
