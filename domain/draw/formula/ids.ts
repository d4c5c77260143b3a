/** Ids of draw/v1: batch, parties, strata, departments, qualifications, areas, objects, inspectors. */
export const ID_PATTERN = /^[0-9A-Za-z._:-]{1,64}$/;

/** Longest id in bytes. */
export const LONGEST_ID = 64;

/** 1 for every byte that may stand in an id. */
export const ID_BYTES = Uint8Array.from({ length: 256 }, (_, byte) =>
  ID_PATTERN.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** 32 bytes in lower-case hex. */
export const HASH_HEX = /^[0-9a-f]{64}$/;
