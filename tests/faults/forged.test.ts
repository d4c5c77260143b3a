import { floods } from './forged/flood';
import { ForgedCounty } from './forged/forged-county';
import { forgedKeys } from './forged/forged-keys';
import { forgedWorkflows } from './forged/forged-workflows';
import { foreignWorker } from './forged/foreign-worker';
import { squattedIds } from './forged/squatted-ids';

const at = new ForgedCounty();
beforeAll(() => at.open());
afterAll(() => at.close());

forgedKeys(at);
forgedWorkflows(at);
squattedIds(at);
foreignWorker(at);
floods(at);
