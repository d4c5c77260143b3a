import { countCharacters } from './character-count.js';
import { keepDrafts } from './drafts.js';
import { focusMessages } from './focus-messages.js';
import { preventDoubleSubmit } from './double-submit.js';
import { followProgress } from './progress.js';
import { forecastScope } from './scope-forecast.js';
import { selectAll } from './select-all.js';
import { watchSession } from './session.js';

focusMessages(document);
preventDoubleSubmit(document);
selectAll(document);
countCharacters(document);
followProgress(document);
keepDrafts(document);
forecastScope(document);
watchSession(document);
