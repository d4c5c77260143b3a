import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isBusy, isEngineAway, isOutOfTime } from '../../../engine/busy';
import { failureTypes } from '../../../workflows/contracts';

/** As the engine 1.29 words it when a worker gave a step back without a word on the act in it. */
const unread = ApplicationFailure.create({
  type: 'UnprocessedUpdate',
  message: "Workflow Update is rejected because it wasn't processed by worker.",
  nonRetryable: true,
});

test('an act that came back unread is to be sent again; one that a rule refused is not', () => {
  expect(isBusy(new WorkflowUpdateFailedError('Workflow Update failed', unread))).toBe(true);
  expect(
    isBusy(
      new WorkflowUpdateFailedError(
        'Workflow Update failed',
        ApplicationFailure.nonRetryable('WRONG_STAGE', failureTypes.invalid),
      ),
    ),
  ).toBe(false);
  expect(isBusy(new WorkflowUpdateFailedError('Workflow Update failed', undefined))).toBe(false);
});

/** An error of the wire as the client hands it on: within one of its own. */
const wrapped = (code: number) =>
  new Error('Failed to describe workflow', {
    cause: Object.assign(new Error('wire'), { code, details: '', metadata: {} }),
  });

test('a call whose time ran out, or was cut off with it, is told from an engine that is away and from a fault', () => {
  const ends = Object.fromEntries(
    [1, 3, 4, 8, 14].map((code) => [code, [isOutOfTime(wrapped(code)), isBusy(wrapped(code))]]),
  );
  expect(ends).toEqual({ 1: [true, false], 3: [false, false], 4: [true, false], 8: [false, true], 14: [false, true] });
  expect([isEngineAway(wrapped(14)), isEngineAway(new Error('ours'))]).toEqual([true, false]);
  expect(isOutOfTime(new Error('ours'))).toBe(false);
});
