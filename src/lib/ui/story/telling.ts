/**
 * What tells a story, as one: it is fetched once a story is opened. Its styles are no component's, which
 * would be linked from every page that may come to need them.
 */
export { default as Panel } from './StoryPanel.svelte';
export { default as Steps } from './StorySteps.svelte';
export { default as styles } from './story.css?url';
