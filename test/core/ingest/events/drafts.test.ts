import { describe, expect, it } from 'vitest';
import { draftEvents } from '../../../../src/lib/core/ingest/events/draft-events';
import { marked } from '../marked';

/** What was drafted, as far as a test asks: kind, date, place. */
function drafted(lines: string, published?: string) {
	const { article, dates, found } = marked(lines, published);
	return draftEvents(article, dates, found);
}
const short = (lines: string, published?: string) =>
	drafted(lines, published).map(({ type, when, place }) => [type, when, place?.text ?? null]);

const RIDDER = '<Ridder=city 50.34 83.51 KZ>';
const OSKEMEN = '<Oskemen=city 49.95 82.61 KZ>';
const KAZAKHSTAN = '<Kazakhstan=country 48 68 KZ>';

describe('what one sentence tells', () => {
	it('an event has the date and the place that stand beside it', () => {
		expect(short(`A bridge collapsed in ${RIDDER} on [Tuesday=2021-05-11].`)).toEqual([
			['collapse', '2021-05-11', 'Ridder']
		]);
	});
	it('a date and a place of another part of the sentence are not those of this one', () => {
		const found = short(
			`Protesters marched in ${RIDDER} on [Saturday=2021-05-15] after police shot a driver in ${OSKEMEN} on [Monday=2021-05-10].`
		);
		expect(found).toContainEqual(['protest', '2021-05-15', 'Ridder']);
		expect(found.some(([, when, place]) => when === '2021-05-15' && place === 'Oskemen')).toBe(
			false
		);
	});
	it('what is told to parliament on one day of another day is two events', () => {
		const found = short(
			`The premier told parliament on [Friday=2021-05-14] that troops crossed the river near ${RIDDER} on [Thursday=2021-05-13].`
		);
		expect(found).toContainEqual(['statement', '2021-05-14', null]);
		expect(found).toContainEqual(['troop-movement', '2021-05-13', 'Ridder']);
	});
	it('what is said to have happened without a day was then or shortly before', () => {
		expect(
			short(`Police said on [Monday=2021-05-10] that a bus overturned near ${RIDDER}.`)
		).toContainEqual(['accident', '2021-05-10~', 'Ridder']);
	});
	it('an accusation is a claim on what somebody is accused of, not an event beside it', () => {
		const [event, ...more] = drafted(
			`Their neighbours on [Thursday=2021-05-13] accused the army of shelling villages near ${RIDDER}.`
		);
		expect(event?.type).toBe('shelling');
		expect(more).toEqual([]);
	});
	it('two districts named together are an event each', () => {
		const a = '<Lake=district 50 80 KZ>';
		const b = '<Hill=district 52 90 KZ>';
		const found = short(
			`Troops took up positions in the ${a} and ${b} districts on [Monday=2021-05-10].`
		);
		expect(found).toEqual([
			['troop-movement', '2021-05-10', 'Lake'],
			['troop-movement', '2021-05-10', 'Hill']
		]);
	});
	it('of a town and its province the town is meant', () => {
		const province = '<East=province 49 82 KZ>';
		expect(short(`Floods hit ${RIDDER}, ${province}, on [Monday=2021-05-10].`)[0]?.[2]).toBe(
			'Ridder'
		);
	});
	it('a place of which somebody comes is not where it happened', () => {
		const [event] = short(
			`The president of ${KAZAKHSTAN} met the mayor in ${RIDDER} on [Monday=2021-05-10].`
		);
		expect(event?.[2]).toBe('Ridder');
	});
});

describe('what is no event', () => {
	it.each([
		`The mayor urged talks in ${RIDDER}.`,
		`Residents fear that floods could hit ${RIDDER} again.`,
		`If the dam bursts, ${RIDDER} would be flooded.`,
		`He called for an immediate withdrawal from ${RIDDER}.`,
		`There was no attack in ${RIDDER} on [Monday=2021-05-10].`
	])('%s', (sentence) => {
		expect(short(sentence)).toEqual([]);
	});
	it('a speaker’s capital is not where a statement was made', () => {
		const [event] = drafted(
			`“We regret it,” {Vera Lind}, the president of ${KAZAKHSTAN}, told a press conference on [Monday=2021-05-10].`
		);
		expect(event?.type).toBe('statement');
		expect(event?.place).toBeNull();
		expect(event?.geometry).toBeNull();
	});
});

describe('what is to come', () => {
	it('an announced meeting is planned, on its own day and at its own place', () => {
		const [event] = drafted(
			`The two ministers are expected to meet in ${RIDDER} on [June 15=2021-06-15].`
		);
		expect(event).toMatchObject({ type: 'talks', when: '2021-06-15', status: 'planned' });
		expect(event?.place?.text).toBe('Ridder');
		expect(event?.claims.map(({ stance }) => stance)).toEqual(['announces']);
	});
});

describe('what several sentences tell', () => {
	it('“the crash” is the crash told of before', () => {
		const events = drafted(
			`A train derailed near ${RIDDER} on [Monday=2021-05-10].\nThe crash left nine people dead, officials said.`
		);
		expect(events).toHaveLength(1);
		expect(events[0]?.claims).toHaveLength(2);
		expect(events[0]?.claims.flatMap(({ figures }) => figures)).toEqual([{ what: 'killed', n: 9 }]);
	});
	it('the headline adds no event to what its article tells', () => {
		const events = drafted(
			`# Nine die as train derails\nA train derailed near ${RIDDER} on [Monday=2021-05-10].`
		);
		expect(events.map(({ type }) => type)).toEqual(['accident']);
	});
	it('another place on another day is another event', () => {
		expect(
			short(
				`Rockets were fired: villages near ${RIDDER} were shelled on [Monday=2021-05-10].\nOn [Friday=2021-05-14] artillery shelled ${OSKEMEN}.`
			).filter(([type]) => type === 'shelling')
		).toHaveLength(2);
	});
	it('a denial is a claim on what is denied', () => {
		const [event] = drafted(
			`The ministry said its neighbours shelled ${RIDDER} on [Monday=2021-05-10].\nThe other side rejected the claims.`
		);
		expect(event?.claims.map(({ stance }) => stance)).toEqual(['reports', 'denies']);
	});
	it('history is told as background and keeps its own date', () => {
		const events = drafted(
			`Floods hit ${RIDDER} on [Monday=2021-05-10].\nIn [2010=2010], floods in ${OSKEMEN} killed 40 people.`
		);
		expect(events.map(({ when, background }) => [when, background])).toEqual([
			['2021-05-10', false],
			['2010', true]
		]);
	});
	it('what a caption tells is background', () => {
		const events = drafted(`! Soldiers fire artillery near ${RIDDER}, [May 10, 2021=2021-05-10].`);
		expect(events.map(({ background }) => background)).toEqual([true]);
	});
	it('meetings of different people on one day are two', () => {
		const events = drafted(
			`{Vera Lind} met {Tom Ash} in ${RIDDER} on [Monday=2021-05-10].\n{Ada Moss} held talks with {Ivo Reed} on [Monday=2021-05-10].`
		);
		expect(events).toHaveLength(2);
	});
});

describe('what a draft says of itself', () => {
	it('a lake without a name is asked about, never made up', () => {
		const [event] = drafted(
			`Troops crossed the border to surround a lake on [Thursday=2021-05-13].`
		);
		expect(event?.place).toBeNull();
		expect(event?.asks.join()).toContain('Which lake?');
	});
	it('a place that no gazetteer has is kept as written, off the map', () => {
		const { article, dates, found } = marked(
			`A fire broke out in <Nowhereville=city 0 0> on [Monday=2021-05-10].`
		);
		Object.assign(found.places[0] ?? {}, {
			name: null,
			lat: null,
			lon: null,
			kind: null,
			candidates: []
		});
		const [event] = draftEvents(article, dates, found);
		expect(event?.place?.text).toBe('Nowhereville');
		expect(event?.geometry).toBeNull();
		expect(event?.precision).toBe('unknown');
		expect(event?.asks.join()).toContain('Nowhereville');
	});
	it('one with its own date and place is surer than one that has neither', () => {
		const [sure] = drafted(`A bridge collapsed in ${RIDDER} on [Tuesday=2021-05-11].`);
		const [vague] = drafted(
			`On [Tuesday=2021-05-11] the council met.\nA bridge collapsed, and people stood and watched.`
		).filter(({ type }) => type === 'collapse');
		expect(sure?.confidence).toBeGreaterThan(vague?.confidence ?? 0);
	});
	it('its claims are in our words: none holds a sentence of the article', () => {
		const { article, dates, found } = marked(
			`A remarkable and long sentence says that floods hit ${RIDDER} on [Monday=2021-05-10], killing 12 people.`
		);
		for (const { claims, title } of draftEvents(article, dates, found))
			for (const words of [title, ...claims.map(({ text }) => text)])
				for (let i = 0; i + 30 < article.text.length; i++)
					expect(words).not.toContain(article.text.slice(i, i + 30));
	});
	it('an article without a date of publication and without dates gives no dated draft', () => {
		const { article, found } = marked(`A bridge collapsed in ${RIDDER}.`);
		delete article.published;
		expect(draftEvents(article, [], found).map(({ when }) => when)).toEqual([null]);
	});
	it('an empty article gives none', () => {
		const { article, found } = marked('');
		expect(draftEvents(article, [], found)).toEqual([]);
	});
});
