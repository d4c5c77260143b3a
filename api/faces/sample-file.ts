/** The id of a file in examples: what sending a file answers. */
export const sampleFile = '0b9f6c1e-6f1d-4a53-9d3a-5c2f8f0a7e11';
