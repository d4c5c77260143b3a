import { measureCaseHead } from './case-head.js';
import { countCharacters } from './character-count.js';
import { keepDrafts } from './drafts.js';
import { focusMessages } from './focus-messages.js';
import { openRowsInPlace } from './many.js';
import { preventDoubleSubmit } from './double-submit.js';
import { helpPropose } from './proposal.js';
import { followProgress } from './progress.js';
import { forecastScope } from './scope-forecast.js';
import { listenToKeys } from './shortcuts.js';
import { selectAll } from './select-all.js';
import { sendUploads } from './uploads.js';
import { watchSession } from './session.js';

focusMessages(document);
measureCaseHead(document);
// Before all that listens to a form being sent: it may hold it back.
sendUploads(document);
preventDoubleSubmit(document);
selectAll(document);
openRowsInPlace(document);
countCharacters(document);
followProgress(document);
keepDrafts(document);
forecastScope(document);
helpPropose(document);
listenToKeys(document);
watchSession(document);
