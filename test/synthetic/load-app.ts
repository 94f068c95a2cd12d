/** What `npm run bench -- load` needs of the app, built to one file that plain Node runs. */
export { openEvents } from '../../src/lib/core/columns/read';
export { writeEvents } from '../../src/lib/core/columns/write';
export { syntheticColumns } from './columns';
export { wholeEntriesOf } from './whole-events';
