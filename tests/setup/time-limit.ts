// Real processes need longer than Jest's five seconds; a test that hangs still ends.
jest.setTimeout(120_000);
