import { shareWorkflowBundle } from './workflow-bundle';

/** Bundles the workflows for a layer that needs nothing else. */
export default shareWorkflowBundle;
