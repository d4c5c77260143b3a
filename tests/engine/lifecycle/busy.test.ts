import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isBusy } from '../../../engine/busy';
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
