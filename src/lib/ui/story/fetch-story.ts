import type { Story } from '../../core/story/schema';

/**
 * A story of a dossier of our own server, whose check has made it sound.
 * @param home path of the dossier
 * @throws where it does not come, or there is none of that id
 */
export async function fetchStory(home: string, id: string): Promise<Story> {
	const response = await fetch(`${home}/story.json`);
	if (!response.ok) throw new Error(String(response.status));
	const { stories } = (await response.json()) as { stories: Story[] };
	const story = stories.find((story) => story.id === id);
	if (!story) throw new Error(id);
	return story;
}
